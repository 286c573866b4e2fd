import type { z } from "zod";
import { CassetteFormatError } from "../cassette/errors.ts";
import type { IssuedRequest, IssuePlace, Session } from "../cassette/session.ts";
import type { CassetteRequest, JsonValue, Outcome } from "../cassette/values.ts";
import type { CompletionRequest, CompletionResponse, StreamChunk } from "./completion.ts";
import { completionRequestSchema, completionResponseSchema } from "./completion-schema.ts";
import {
  toCompletionCassetteRequest,
  toLookupCassetteRequest,
} from "./completion-cassette-request.ts";
import { CompletionProvider } from "./completion-provider.ts";
import { describeIssues } from "./frozen.ts";
import type { ModelCapabilities } from "./model-capabilities.ts";
import { modelCapabilitiesSchema } from "./model-capabilities-schema.ts";
import { ProviderError, ProviderInvalidRequestError } from "./provider-error.ts";
import { failStream, recordStream, replayStream } from "./recorded-stream.ts";
import { toProviderError, toRecordedError } from "./recorded-error.ts";

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
export class CassetteCompletionProvider extends CompletionProvider {
  override readonly label: string;
  readonly #session: Session;
  readonly #inner: CompletionProvider | undefined;
  readonly #scope: () => string | undefined;

  /** @throws {TypeError} where the mode may ask live and nobody answers live. */
  constructor(options: CassetteProviderOptions) {
    super();
    const { session, label, inner, scope = () => undefined } = options;
    if (session.mode !== "replay" && inner === undefined) {
      throw new TypeError(`Cannot ${session.mode} provider "${label}": no inner provider is given`);
    }
    this.label = label;
    this.#session = session;
    this.#inner = session.mode === "replay" ? undefined : inner;
    this.#scope = scope;
  }

  override async complete(request: CompletionRequest): Promise<CompletionResponse> {
    const asked = this.#parseRequest(request);
    return this.#answer(toCompletionCassetteRequest(this.label, "complete", asked), {
      kind: "response",
      schema: completionResponseSchema,
      ask: (inner) => inner.complete(asked),
    });
  }

  /**
   * The request takes its place when `stream` is called; the provider is asked when the first chunk
   * is. A stream that is never read keeps its place unanswered.
   */
  override stream(request: CompletionRequest): AsyncIterable<StreamChunk> {
    const asked = this.#parseRequest(request);
    const issued = this.#issue(toCompletionCassetteRequest(this.label, "stream", asked));
    const { lookup } = issued;
    switch (lookup.kind) {
      case "hit":
        return replayStream(issued, lookup.interaction.outcome);
      case "live":
        return recordStream(issued, () => this.#requireInner().stream(asked));
      case "miss":
      case "exhausted":
        return failStream(lookup.error);
    }
  }

  override async getModelCapabilities(model: string): Promise<ModelCapabilities> {
    return this.#answer(toLookupCassetteRequest(this.label, model), {
      kind: "lookup",
      schema: modelCapabilitiesSchema,
      ask: (inner) => inner.getModelCapabilities(model),
    });
  }

  /** Runs to its first await at once: the request takes its place before anything is awaited. */
  async #answer<T extends object>(request: CassetteRequest, question: Question<T>): Promise<T> {
    const issued = this.#issue(request);
    const { lookup } = issued;
    switch (lookup.kind) {
      case "hit":
        return replayAnswer(issued, lookup.interaction.outcome, question);
      case "live":
        return this.#recordAnswer(issued, question);
      case "miss":
      case "exhausted":
        throw lookup.error;
    }
  }

  async #recordAnswer<T extends object>(issued: IssuedRequest, question: Question<T>): Promise<T> {
    const answer = await this.#askLive(issued, question);
    issued.record({ kind: question.kind, value: answer as JsonValue });
    return answer;
  }

  async #askLive<T extends object>(issued: IssuedRequest, question: Question<T>): Promise<T> {
    try {
      const parsed = question.schema.safeParse(await question.ask(this.#requireInner()));
      if (parsed.success) return parsed.data;
      throw new TypeError(
        `Cannot record what provider "${this.label}" returned from ${issued.request.identity.method}: ${describeIssues(parsed.error)}`,
      );
    } catch (error) {
      if (error instanceof ProviderError) {
        issued.record({ kind: "error", error: toRecordedError(error) });
      } else {
        issued.release();
      }
      throw error;
    }
  }

  #parseRequest(request: CompletionRequest): CompletionRequest {
    const parsed = completionRequestSchema.safeParse(request);
    if (parsed.success) return parsed.data;
    throw new ProviderInvalidRequestError(
      `Cannot send a completion request to provider "${this.label}": ${describeIssues(parsed.error)}`,
      { context: { provider: this.label } },
    );
  }

  #issue(request: CassetteRequest): IssuedRequest {
    const scope = this.#scope();
    const place: IssuePlace = scope === undefined ? {} : { scope };
    return this.#session.issue(request, place);
  }

  #requireInner(): CompletionProvider {
    if (this.#inner !== undefined) return this.#inner;
    throw new TypeError(`Cannot ask provider "${this.label}" live: the session replays`);
  }
}

/** One kind of question to a provider: what its answers look like and how it is asked live. */
interface Question<T> {
  readonly kind: "response" | "lookup";
  readonly schema: z.ZodType<T>;
  readonly ask: (inner: CompletionProvider) => Promise<T>;
}

function replayAnswer<T>(issued: IssuedRequest, outcome: Outcome, question: Question<T>): T {
  issued.consume();
  if (outcome.kind === "error") throw toProviderError(outcome.error);
  const parsed =
    outcome.kind === question.kind ? question.schema.safeParse(outcome.value) : undefined;
  if (parsed?.success === true) return parsed.data;
  throw new CassetteFormatError(
    `Cannot replay ${issued.request.identity.method} of scope "${issued.scope}": ${
      parsed === undefined
        ? `its outcome is of kind "${outcome.kind}"`
        : describeIssues(parsed.error)
    }. Record the scope again`,
    issued.scope,
  );
}
