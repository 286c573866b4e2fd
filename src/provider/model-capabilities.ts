/** What a model can do and what it costs. */
export interface ModelCapabilities {
  readonly model: string;
  /** Label of the provider that serves it. */
  readonly provider: string;
  readonly contextTokensMax: number;
  readonly outputTokensMax: number;
  readonly supportsTools: boolean;
  readonly supportsVision: boolean;
  readonly supportsStreaming: boolean;
  /** Only with `supportsTools` and `supportsStreaming`. */
  readonly supportsStreamingToolCalls: boolean;
  readonly supportsSystemMessages: boolean;
  /** Price of 1,000 input tokens, in the currency of the provider's price list. */
  readonly inputCostPer1k?: number | undefined;
  /** Price of 1,000 output tokens. */
  readonly outputCostPer1k?: number | undefined;
}
