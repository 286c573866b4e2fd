import { expect } from "vitest";
import type { ExpectedExchange } from "../recorded-traffic.ts";

/** What a provider told: one answer or the events of a stream, and how it refused, if it did. */
export interface Told {
  readonly values: readonly unknown[];
  readonly refusal: unknown;
  /** Status of a refusal that is no part of a stream. */
  readonly status: number | undefined;
}

/** How an SDK hands out what the provider wrote. */
export interface Manner {
  /** Names that the SDK leaves out, adds, or gives another value. */
  readonly apart?: readonly string[];
  /** What of the recorded values it hands out; all where absent. */
  readonly handsOut?: (
    values: readonly unknown[],
    exchange: ExpectedExchange,
  ) => readonly unknown[];
}

/** What an SDK made of an answer, spelled as {@link expectTold} spells it. */
export async function hear(asked: PromiseLike<unknown>, manner: Manner): Promise<Told> {
  const values: unknown[] = [];
  try {
    const answer = await asked;
    if (answer instanceof Response) {
      values.push(...partsOf(Buffer.from(await answer.arrayBuffer())));
    } else if (isStream(answer)) for await (const event of answer) values.push(event);
    else values.push(answer);
    return { values: spellAll(values, manner), refusal: undefined, status: undefined };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const status = statusOf(error);
    return { values: spellAll(values, manner), refusal: error.message, status };
  }
}

/** What an SDK must make of a recorded answer. */
export function expectTold(exchange: ExpectedExchange, manner: Manner): Told {
  const { answer, status } = exchange;
  const values = answer.kind === "json" ? [answer.value] : partsOf(answer.bytes);
  const refusals = values.map((value) => refusalOf(value, status));
  const refusedAt = refusals.findIndex((words) => words !== undefined);
  const isRefused = status >= 400 || refusedAt !== -1;
  const told = isRefused ? values.slice(0, refusedAt) : values;
  return {
    values: spellAll(manner.handsOut?.(told, exchange) ?? told, manner),
    refusal: isRefused ? expect.stringContaining(refusals[refusedAt]!) : undefined,
    status: status >= 400 ? status : undefined,
  };
}

/** In one spelling of names, without what is nothing, and without what an SDK has its way with. */
function spellAll(values: readonly unknown[], { apart = [] }: Manner): readonly unknown[] {
  const dropped = new Set(apart.map(spellName));
  const spell = (value: unknown): unknown => {
    if (value instanceof Uint8Array) return Buffer.from(value).toString("base64");
    if (Array.isArray(value)) return value.map(spell);
    if (typeof value !== "object" || value === null) return value;
    const members = Object.entries(value)
      .map(([name, child]): [string, unknown] => [spellName(name), child])
      .filter(([name, child]) => child !== null && child !== undefined && !dropped.has(name))
      .map(([name, child]) => [name, spell(child)]);
    return Object.fromEntries(members) as unknown;
  };
  return values.map(spell);
}

function spellName(name: string): string {
  return name.replaceAll("_", "").toLowerCase();
}

function isStream(answer: unknown): answer is AsyncIterable<unknown> {
  return typeof answer === "object" && answer !== null && Symbol.asyncIterator in answer;
}

/** Under the names that SDKs give a refusal's status. */
function statusOf(error: Error): number | undefined {
  const named = error as {
    readonly status?: number;
    readonly statusCode?: number;
    readonly status_code?: number;
    readonly $metadata?: { readonly httpStatusCode?: number };
  };
  return named.status ?? named.statusCode ?? named.status_code ?? named.$metadata?.httpStatusCode;
}

/** `{"error": {"message": …}}`, `{"error": …}` or, with a status, `{"message": …}`. */
function refusalOf(value: unknown, status: number): string | undefined {
  const { error, message } = value as { readonly error?: unknown; readonly message?: unknown };
  if (typeof error === "string") return error;
  if (typeof error === "object" && error !== null) return (error as Error).message;
  return status >= 400 && typeof message === "string" ? message : undefined;
}

/** JSON, lines of JSON, events, or AWS's frames. */
function partsOf(bytes: Buffer): readonly unknown[] {
  const text = bytes.toString("utf8");
  const whole = readJson(text);
  if (whole !== undefined) return [whole].flat();
  if (/^(?:event|data|:)/.test(text)) {
    return [...text.matchAll(/^data: ?(\{.*)$/gm)].map(([, data]) => readJson(data!));
  }
  if (text.startsWith("{")) return text.trim().split("\n").map(readJson);
  return framesOf(bytes);
}

function framesOf(bytes: Buffer): readonly unknown[] {
  const frames: unknown[] = [];
  for (let at = 0; at < bytes.length; at += bytes.readUInt32BE(at)) {
    const end = at + bytes.readUInt32BE(at) - 4;
    const payload = readJson(bytes.toString("utf8", at + 12 + bytes.readUInt32BE(at + 4), end)) as {
      readonly bytes?: string;
    };
    const inner = payload.bytes;
    frames.push(
      inner === undefined ? payload : readJson(Buffer.from(inner, "base64").toString("utf8")),
    );
  }
  return frames;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
