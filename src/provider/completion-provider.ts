import type { CompletionRequest, CompletionResponse, StreamChunk } from "./completion.ts";
import type { ModelCapabilities } from "./model-capabilities.ts";
import { ProviderError } from "./provider-error.ts";

/**
 * What an application calls instead of a provider's SDK. A driver implements it for one SDK and
 * throws `ProviderError`s. A plain object of this shape will do; the class adds the batch lookup.
 */
export abstract class CompletionProvider {
  /** `openai`: names the provider in keys, cassettes and messages. */
  abstract readonly label: string;

  /** @throws {ProviderError} */
  abstract complete(request: CompletionRequest): Promise<CompletionResponse>;

  /** Yields chunks as they arrive; a `ProviderError` may follow after some. */
  abstract stream(request: CompletionRequest): AsyncIterable<StreamChunk>;

  /** @throws {ProviderError} */
  abstract getModelCapabilities(model: string): Promise<ModelCapabilities>;

  /**
   * Capabilities by model, asked one by one and in order; `null` where the provider fails for a
   * model. Anything but a `ProviderError` (a cassette's miss above all) surfaces.
   */
  async batchGetCapabilities(
    models: readonly string[],
  ): Promise<ReadonlyMap<string, ModelCapabilities | null>> {
    const found = new Map<string, ModelCapabilities | null>();
    for (const model of new Set(models)) {
      found.set(model, await this.#getOrNull(model));
    }
    return found;
  }

  async #getOrNull(model: string): Promise<ModelCapabilities | null> {
    try {
      return await this.getModelCapabilities(model);
    } catch (error) {
      if (error instanceof ProviderError) return null;
      throw error;
    }
  }
}
