import type { JsonValue, Segment } from "../cassette/values.ts";
import { asObject } from "../exchange/parse-json.ts";

/** Which members of a request's body are what. */
export interface BodyShape {
  /** Member with the system prompt, where the wire has one of its own. */
  readonly system: readonly string[];
  /** Members that hold the turns of the conversation, or what stands for them. */
  readonly turns: readonly string[];
  readonly tools: readonly string[];
}

/** The model that a body names. */
export function bodyModel(body: JsonValue | undefined, name = "model"): string | undefined {
  const model = asObject(body)?.[name];
  return typeof model === "string" ? model : undefined;
}

/**
 * Cuts a request into named parts, in order `model`, `system`, `messages[i]`, `tools`,
 * `parameters`. A first turn of role system or developer is the system prompt.
 */
export function segmentsOf(
  body: JsonValue | undefined,
  model: string | undefined,
  shape: BodyShape,
): readonly Segment[] {
  const members = asObject(body);
  const segments: Segment[] = model === undefined ? [] : [{ name: "model", value: model }];
  if (members === undefined) {
    return body === undefined ? segments : [...segments, { name: "body", value: body }];
  }
  const rest = new Map(Object.entries(members));
  if (rest.get("model") === model) rest.delete("model");
  const take = (names: readonly string[]): JsonValue | undefined => {
    const name = names.find((name) => rest.has(name));
    const value = name === undefined ? undefined : rest.get(name);
    if (name !== undefined) rest.delete(name);
    return value;
  };
  const system = take(shape.system);
  if (system !== undefined) segments.push({ name: "system", value: system });
  const turns = take(shape.turns);
  if (turns !== undefined) segments.push(...turnSegments(turns, system === undefined));
  const tools = shape.tools.flatMap((name) => {
    const value = take([name]);
    return value === undefined ? [] : [[name, value] as const];
  });
  if (tools.length > 0) segments.push({ name: "tools", value: Object.fromEntries(tools) });
  if (rest.size > 0) segments.push({ name: "parameters", value: Object.fromEntries(rest) });
  return segments;
}

function turnSegments(turns: JsonValue, mayHoldSystem: boolean): readonly Segment[] {
  if (!Array.isArray(turns)) return [{ name: "messages[0]", value: turns }];
  const list: readonly JsonValue[] = turns;
  return list.map((value, index) => {
    const role = asObject(value)?.["role"];
    const isSystem = index === 0 && mayHoldSystem && (role === "system" || role === "developer");
    return { name: isSystem ? "system" : `messages[${index}]`, value };
  });
}
