// What somebody may change in a request: each change must be refused.
import type { ExpectedExchange } from "./recorded-traffic.ts";

/** A request with one thing changed. */
export interface ChangedRequest {
  readonly what: string;
  readonly path: string;
  readonly body: Buffer;
}

/** The changes that make sense of a recorded request: prompt, temperature, tool list, model; else its bytes or its path. */
export function changesOf(exchange: ExpectedExchange): readonly ChangedRequest[] {
  const changes: ChangedRequest[] = [];
  const value = jsonObject(exchange.body);
  if (value !== undefined) {
    const add = (what: string, changed: unknown): void => {
      changes.push({ what, path: exchange.path, body: Buffer.from(JSON.stringify(changed)) });
    };
    const prompt = structuredClone(value);
    if (changePrompt(prompt)) add("prompt", prompt);
    add("temperature", withTemperature(value));
    add("tool list", withTool(value));
    if (typeof value["model"] === "string")
      add("model", { ...value, model: `${value["model"]}-x` });
  } else if (exchange.body.length > 0) {
    changes.push({ what: "content", path: exchange.path, body: changeBytes(exchange.body) });
  }
  const path = changeModelInPath(exchange.path);
  if (path !== undefined) changes.push({ what: "model in the path", path, body: exchange.body });
  if (changes.length === 0) {
    const [route, query] = exchange.path.split(/(?=\?)/, 2);
    changes.push({ what: "path", path: `${route}-x${query ?? ""}`, body: exchange.body });
  }
  return changes;
}

type JsonObject = Record<string, unknown>;

function jsonObject(body: Buffer): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(body.toString("utf8"));
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as JsonObject)
      : undefined;
  } catch {
    return undefined;
  }
}

const PROMPT_MEMBERS =
  /^(?:messages|message|input|inputs|prompt|contents|content|parts|text|texts|system|instructions|query|documents|inputText)$/;

/** Changes one comma's worth in the first text below a member that holds prompts. */
function changePrompt(node: unknown, isPrompt = false): boolean {
  if (typeof node !== "object" || node === null) return false;
  for (const [name, child] of Object.entries(node)) {
    const below = isPrompt || PROMPT_MEMBERS.test(name);
    if (below && typeof child === "string" && !/^(?:role|type|id)$/.test(name)) {
      (node as JsonObject)[name] = `${child},`;
      return true;
    }
    if (changePrompt(child, below)) return true;
  }
  return false;
}

function withTemperature(value: JsonObject): JsonObject {
  for (const holder of ["generationConfig", "inferenceConfig", "options"]) {
    const config = value[holder];
    if (typeof config === "object" && config !== null) {
      return { ...value, [holder]: { ...config, temperature: 0.123 } };
    }
  }
  return { ...value, temperature: 0.123 };
}

function withTool(value: JsonObject): JsonObject {
  const tools = value["tools"];
  if (Array.isArray(tools) && tools.length > 0) return { ...value, tools: tools.slice(1) };
  return { ...value, tools: [{ type: "function", function: { name: "added", parameters: {} } }] };
}

function changeModelInPath(path: string): string | undefined {
  const changed = path.replace(/(\/(?:models?|deployments)\/)([^/:?]+)/, "$1$2-x");
  return changed === path ? undefined : changed;
}

/** One byte more at the end of the content: in a multipart body, of its last part. */
function changeBytes(body: Buffer): Buffer {
  const end = body.lastIndexOf("\r\n--");
  const at = body.indexOf("--") === 0 && end > 0 ? end : body.length;
  return Buffer.concat([body.subarray(0, at), Buffer.from("x"), body.subarray(at)]);
}
