import type { JsonValue } from "./values.ts";
/** Keeps documents by scope. The core encodes and decodes; a store only keeps text, durably. Synchronous. */
export interface CassetteStore {
    /** Where the documents are, for messages: `cassettes/`. */
    readonly location: string;
    /** Path of a scope's document, whether or not it exists: for messages. */
    pathOf(scope: string): string;
    /** Every scope that has a document, sorted. May be large: callers bound what they read. */
    scopes(): Iterable<string>;
    /**
     * A scope's document and what a killed recording left in its journal; `undefined` where neither
     * exists.
     *
     * @throws {CassetteFormatError} where the document exists and cannot be read.
     */
    read(scope: string): StoredScope | undefined;
    /**
     * Who records a scope at this moment beside this process, for messages; `undefined` where nobody.
     *
     * @default {nobody can be told}
     */
    recorderOf?(scope: string): string | undefined;
    /**
     * Starts recording a scope: takes its lock (recovering a stale one) and opens its journal.
     *
     * @throws {CassetteStoreError} where another process records the scope, or the place is not writable.
     */
    openRecording(scope: string, options?: OpenRecordingOptions): ScopeRecording;
}
/** How a scope is opened for writing. */
export interface OpenRecordingOptions {
    /** `false`: what it holds is not read, so that a damaged document can be deleted. @default {true} */
    readonly isReadable?: boolean;
}
/** What a store holds of one scope. */
export interface StoredScope {
    /** Path for messages. */
    readonly path: string;
    readonly document: string | undefined;
    /** Whole lines that an earlier recording appended and never compacted; a torn last line is left out. */
    readonly journal: readonly string[];
}
/** One scope being recorded. */
export interface ScopeRecording {
    /** What the store held of the scope when its lock was taken; `undefined` where nothing. */
    readonly earlier: StoredScope | undefined;
    /** Appends one line (without line feed), whole or in pieces. On return it survives a kill of this process. */
    append(line: string | Iterable<string>): void;
    /** Replaces the scope's document atomically (temporary file, fsync, rename) and empties the journal. */
    commit(document: string): void;
    /** Drops the journal and leaves the earlier document as it is. */
    discard(): void;
    /** Deletes the scope's document and journal. */
    remove(): void;
    /** Gives the lock back; may be called twice. An uncommitted journal stays for the next open. */
    close(): void;
}
/** Removes secrets from what people will read. Idempotent and linear in its input. */
export interface Redactor {
    /** A copy of a value with every secret replaced; keys of mappings are kept. */
    redact(value: JsonValue): JsonValue;
    redactText(text: string): string;
    /**
     * The first *known literal* secret (a value of this run's environment) that stands in a text, by
     * its label (`OPENAI_API_KEY`), never by its value; `undefined` where none does.
     */
    findLiteral(text: string): string | undefined;
}
/** UTC time in milliseconds since 1970. */
export interface Clock {
    now(): number;
}
/** Carries the lane of the current line of asynchronous work. */
export interface LaneContext {
    /** The token of the task that is running; `undefined` outside any task. */
    current(): object | undefined;
    /** Runs `work` (and everything it awaits) as a task of its own. */
    run<T>(token: object, work: () => T): T;
}
/** Receives what the core wants said: errors before they are thrown, recovered journals. */
export interface Log {
    warn(message: string): void;
    error(message: string): void;
}
