export { openCassettes } from "./library/open-cassettes.ts";
export type {
  Cassettes,
  CassetteScope,
  CassettesMode,
  CassettesOptions,
} from "./library/open-cassettes.ts";
export { DriftError } from "./library/drift-error.ts";
export { lane, task } from "./library/task.ts";
export { cassetteFixtures } from "./library/test-session.ts";
export type {
  CassetteFixtures,
  RunningTest,
  TestFile,
  TestSession,
  TestSessionOptions,
  TestSuite,
} from "./library/test-session.ts";

export {
  CassetteError,
  CassetteFormatError,
  CassetteIntegrityError,
  CassetteInternalError,
  CassetteReplayExhaustedError,
  CassetteReplayMissError,
  CassetteSecretError,
  CassetteStoreError,
} from "./cassette/errors.ts";
export type { CassetteErrorCode } from "./cassette/errors.ts";
export type { Difference, MissExplanation, NearestRecording } from "./cassette/explain.ts";
export type { CassetteStore, Log, ScopeRecording, StoredScope } from "./cassette/ports.ts";
export type {
  ExhaustedRecord,
  IssuedRequest,
  IssuePlace,
  Lookup,
  MissRecord,
  ScopeTally,
  Session,
  SessionTally,
  UnusedRecord,
} from "./cassette/session.ts";
export type {
  CassetteRequest,
  Ending,
  HttpOutcome,
  Interaction,
  JsonLayout,
  JsonValue,
  Outcome,
  RecordedError,
  RequestIdentity,
  RequestKey,
  Segment,
  SessionMode,
  StoredBody,
} from "./cassette/values.ts";

export { CassetteCompletionProvider } from "./provider/cassette-completion-provider.ts";
export type { CassetteProviderOptions } from "./provider/cassette-completion-provider.ts";
export type { ChatMessage, MessageRole } from "./provider/chat-message.ts";
export type {
  CompletionConfig,
  CompletionRequest,
  CompletionResponse,
  FinishReason,
  StreamChunk,
  TokenUsage,
} from "./provider/completion.ts";
export { CompletionProvider } from "./provider/completion-provider.ts";
export type { JsonObject } from "./provider/json-object.ts";
export type { ModelCapabilities } from "./provider/model-capabilities.ts";
export {
  ProviderAuthenticationError,
  ProviderConnectionError,
  ProviderContentFilterError,
  ProviderContextLengthError,
  ProviderError,
  ProviderInvalidRequestError,
  ProviderModelNotFoundError,
  ProviderPermissionError,
  ProviderQuotaError,
  ProviderRateLimitError,
  ProviderRegistryError,
  ProviderServerError,
  ProviderTimeoutError,
  ProviderUnavailableError,
} from "./provider/provider-error.ts";
export type { ProviderErrorOptions, ProviderRegistryErrorCode } from "./provider/provider-error.ts";
export { ProviderRegistry } from "./provider/provider-registry.ts";
export type {
  CassetteSource,
  ProviderConfig,
  ProviderFactory,
  RegistryOptions,
} from "./provider/provider-registry.ts";
export type { ToolCall, ToolDefinition, ToolResult } from "./provider/tool.ts";
export {
  toChatMessage,
  toCompletionConfig,
  toCompletionRequest,
  toCompletionResponse,
  toModelCapabilities,
  toStreamChunk,
  toTokenUsage,
  toToolCall,
  toToolDefinition,
  toToolResult,
} from "./provider/validated-values.ts";
export { openMemoryStore } from "./stores/memory-store.ts";
