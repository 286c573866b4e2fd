import type { Recording } from "./scanned-document.ts";
import type { Interaction, Outcome, RequestKey } from "./values.ts";
/** A document whose digests are verified and whose interactions are parsed when they are asked for. */
export interface CassetteIndex {
    readonly place: string;
    readonly scope: string;
    readonly normalisers: readonly string[];
    /** In the order of the document. */
    readonly recordings: readonly Recording[];
    /** Positions of the recordings of a key in a lane, in order. */
    find(lane: number, key: RequestKey): readonly number[];
    /** Lanes in which a key stands. */
    lanesOf(key: RequestKey): readonly number[];
    /** @throws {CassetteFormatError} where the recording is of the wrong shape. */
    interaction(position: number): Interaction;
    /**
     * What the provider did, without reading the rest where the document's layout allows it: a replay
     * asks for nothing else.
     *
     * @throws {CassetteFormatError} where the recording is of the wrong shape.
     */
    outcome(position: number): Outcome;
}
/** Where recordings came from, for messages. */
export interface IndexSource {
    readonly place: string;
    readonly scope: string;
    readonly normalisers: readonly string[];
    /** The document's text, by which an offset becomes a line. */
    readonly text?: string;
}
/**
 * Reads a document. One in canonical layout is cut along its lines without parsing; one that another
 * program laid out anew is parsed, and its interactions are written canonically to be verified.
 *
 * @param place path for messages
 * @throws {CassetteFormatError} where it is unparseable, of another version or of the wrong shape.
 * @throws {CassetteIntegrityError} where an interaction's digest is absent or does not fit.
 */
export declare function indexDocument(text: string, place: string): CassetteIndex;
/** An index over recordings that are known to be whole. */
export declare function createIndex(source: IndexSource, recordings: readonly Recording[]): CassetteIndex;
