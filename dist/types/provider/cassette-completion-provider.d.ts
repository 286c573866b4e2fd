import type { Session } from "../cassette/session.ts";
import type { CompletionRequest, CompletionResponse, StreamChunk } from "./completion.ts";
import { CompletionProvider } from "./completion-provider.ts";
import type { ModelCapabilities } from "./model-capabilities.ts";
/** What a cassette provider is made of. */
export interface CassetteProviderOptions {
    readonly session: Session;
    /** Part of every key. */
    readonly label: string;
    /** Who answers live. Not needed in replay, where it is not even kept. */
    readonly inner?: CompletionProvider;
    /** Scope of a request, asked at each one; `undefined` means the session's default. */
    readonly scope?: () => string | undefined;
}
/**
 * A provider in front of a cassette. It takes the place of the whole inner provider, so that what
 * the inner one notes beside an answer (latency, retries) is stored and replayed verbatim.
 *
 * Every method throws what the provider threw, live or recorded, and a `CassetteError` where the
 * cassette cannot answer; nothing turns one into a live call.
 */
export declare class CassetteCompletionProvider extends CompletionProvider {
    #private;
    readonly label: string;
    /** @throws {TypeError} where the mode may ask live and nobody answers live. */
    constructor(options: CassetteProviderOptions);
    complete(request: CompletionRequest): Promise<CompletionResponse>;
    /**
     * The request takes its place when `stream` is called; the provider is asked when the first chunk
     * is. A stream that is never read keeps its place unanswered.
     */
    stream(request: CompletionRequest): AsyncIterable<StreamChunk>;
    getModelCapabilities(model: string): Promise<ModelCapabilities>;
}
