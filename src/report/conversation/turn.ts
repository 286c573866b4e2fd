/** One thing that somebody said, as a person reads it. */
export interface Turn {
  /** `system`, `user`, `assistant`, `tool`, `error`, `answer` where the wire names nobody. */
  readonly role: string;
  readonly kind: "text" | "thinking" | "tool call" | "tool result" | "media" | "raw";
  readonly text: string;
}

/** A JSON object whose members nobody has looked at yet. */
export type Loose = Readonly<Record<string, unknown>>;

/** The value as an object; an empty one where it is none. */
export function asObject(value: unknown): Loose {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Loose)
    : {};
}

/** The value as a list; an empty one where it is none. */
export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

/** The value as text: strings as they are, anything else as JSON. */
export function asText(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value, null, 2);
}

/**
 * The parts of one message: a string, or blocks as OpenAI, Anthropic, Gemini, Cohere and Bedrock
 * write them. Unknown blocks are shown raw, never dropped.
 */
export function partsToTurns(role: string, content: unknown): readonly Turn[] {
  if (content === undefined || content === null || content === "") return [];
  if (typeof content === "string") return [{ role, kind: "text", text: content }];
  if (Array.isArray(content)) return content.flatMap((part) => partToTurns(role, part));
  return partToTurns(role, content);
}

function partToTurns(role: string, part: unknown): readonly Turn[] {
  if (typeof part === "string") return [{ role, kind: "text", text: part }];
  const block = asObject(part);
  if (typeof block["thinking"] === "string")
    return [{ role, kind: "thinking", text: block["thinking"] }];
  if (typeof block["text"] === "string") {
    return [{ role, kind: block["thought"] === true ? "thinking" : "text", text: block["text"] }];
  }
  const call =
    block["functionCall"] ?? block["toolUse"] ?? (block["type"] === "tool_use" ? block : undefined);
  if (call !== undefined) return [callTurn(role, call)];
  const result =
    block["functionResponse"] ??
    block["toolResult"] ??
    (block["type"] === "tool_result" ? block : undefined);
  if (result !== undefined) {
    const { content, response } = asObject(result);
    return [{ role: "tool", kind: "tool result", text: asText(content ?? response ?? result) }];
  }
  const media = mediaOf(block);
  if (media !== undefined) return [{ role, kind: "media", text: media }];
  return [{ role, kind: "raw", text: asText(part) }];
}

/** A tool call, whatever its wire: name and arguments. */
export function callTurn(role: string, call: unknown): Turn {
  const block = asObject(call);
  const inner = asObject(block["function"]);
  const name = asText(inner["name"] ?? block["name"] ?? "tool");
  const args = inner["arguments"] ?? block["arguments"] ?? block["args"] ?? block["input"] ?? {};
  return { role, kind: "tool call", text: `${name}(${asText(args)})` };
}

const MEDIA_NAMES = [
  "image_url",
  "input_audio",
  "inlineData",
  "inline_data",
  "fileData",
  "file",
  "source",
  "image",
  "document",
  "audio",
] as const;

function mediaOf(block: Loose): string | undefined {
  const name = MEDIA_NAMES.find((one) => block[one] !== undefined);
  if (name === undefined) return undefined;
  const text = asText(block[name]);
  const type = typeof block["type"] === "string" ? block["type"] : name;
  return `${type}, ${text.length} characters: ${text.slice(0, 80)}${text.length > 80 ? "…" : ""}`;
}
