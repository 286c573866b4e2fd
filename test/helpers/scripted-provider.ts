import type {
  CompletionRequest,
  CompletionResponse,
  StreamChunk,
} from "../../src/provider/completion.ts";
import { CompletionProvider } from "../../src/provider/completion-provider.ts";
import type { ModelCapabilities } from "../../src/provider/model-capabilities.ts";

/** One answer of a script; an error is thrown, in a stream after the chunks before it. */
export interface Script {
  readonly complete?: (request: CompletionRequest, call: number) => Promise<CompletionResponse>;
  readonly stream?: (request: CompletionRequest, call: number) => AsyncIterable<StreamChunk>;
  readonly capabilities?: (model: string, call: number) => Promise<ModelCapabilities>;
}

/** A provider that answers from a script and counts how often it was asked. */
export class ScriptedProvider extends CompletionProvider {
  override readonly label: string;
  calls = 0;
  readonly #script: Script;

  constructor(script: Script, label = "scripted") {
    super();
    this.label = label;
    this.#script = script;
  }

  override async complete(request: CompletionRequest): Promise<CompletionResponse> {
    return this.#require("complete")(request, this.calls++);
  }

  override stream(request: CompletionRequest): AsyncIterable<StreamChunk> {
    return this.#require("stream")(request, this.calls++);
  }

  override async getModelCapabilities(model: string): Promise<ModelCapabilities> {
    return this.#require("capabilities")(model, this.calls++);
  }

  #require<K extends keyof Script>(method: K): NonNullable<Script[K]> {
    const scripted = this.#script[method];
    if (scripted === undefined) throw new TypeError(`Cannot ask the script for ${method}`);
    return scripted;
  }
}

/** A request with one user message. */
export function ask(text: string, more: Partial<CompletionRequest> = {}): CompletionRequest {
  return { model: "m-1", messages: [{ role: "user", content: text }], ...more };
}

/** A plain answer. */
export function say(text: string, more: Partial<CompletionResponse> = {}): CompletionResponse {
  return {
    content: text,
    finishReason: "stop",
    usage: { inputTokens: 1, outputTokens: 2 },
    model: "m-1",
    ...more,
  };
}
