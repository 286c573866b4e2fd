import { asList, asObject, asText, callTurn, partsToTurns, type Loose, type Turn } from "./turn.ts";

/** What a whole JSON answer says, as turns. */
export function answerToTurns(answer: unknown): readonly Turn[] {
  const body = asObject(answer);
  if (body["error"] !== undefined) return [errorTurn(body["error"])];
  const turns = [
    ...asList(body["choices"]).flatMap(choiceToTurns),
    ...asList(body["candidates"]).flatMap((one) =>
      partsToTurns("assistant", asObject(asObject(one)["content"])["parts"]),
    ),
    ...asList(body["output"]).flatMap(outputToTurns),
    ...messageToTurns(asObject(body["output"])["message"]),
    ...messageToTurns(body["message"]),
    ...(body["role"] === "assistant" ? messageToTurns(body) : []),
    ...partsToTurns("assistant", body["response"] ?? body["completion"] ?? body["text"]),
  ];
  if (turns.length > 0) return turns;
  const vectors = asList(body["data"]).length + asList(body["embeddings"]).length;
  if (vectors > 0 && /embedding/.test(asText(body).slice(0, 2000))) {
    return [
      { role: "answer", kind: "raw", text: `${vectors} embedding${vectors === 1 ? "" : "s"}` },
    ];
  }
  return [{ role: "answer", kind: "raw", text: asText(answer) }];
}

/** What a stream's events add up to: text, thinking and calls joined, errors on their own. */
export function eventsToTurns(events: readonly unknown[]): readonly Turn[] {
  const joined = { text: "", thinking: "", call: "" };
  const errors: Turn[] = [];
  for (const event of events) {
    const block = asObject(event);
    if (block["error"] !== undefined && block["error"] !== null)
      errors.push(errorTurn(block["error"]));
    joined.text += textOf(block);
    joined.thinking += thinkingOf(block);
    joined.call += callOf(block);
  }
  const turns: Turn[] = [
    { role: "assistant", kind: "thinking", text: joined.thinking },
    { role: "assistant", kind: "text", text: joined.text },
    { role: "assistant", kind: "tool call", text: joined.call },
  ];
  return [...turns.filter(({ text }) => text !== ""), ...errors];
}

function choiceToTurns(choice: unknown): readonly Turn[] {
  const block = asObject(choice);
  return block["message"] === undefined
    ? partsToTurns("assistant", block["text"])
    : messageToTurns(block["message"]);
}

function messageToTurns(message: unknown): readonly Turn[] {
  const block = asObject(message);
  const thinking = block["reasoning_content"] ?? block["reasoning"] ?? block["thinking"];
  return [
    ...(typeof thinking === "string" && thinking !== ""
      ? [{ role: "assistant", kind: "thinking", text: thinking } as const]
      : []),
    ...partsToTurns("assistant", block["content"]),
    ...asList(block["tool_calls"]).map((call) => callTurn("assistant", call)),
  ];
}

function outputToTurns(item: unknown): readonly Turn[] {
  const block = asObject(item);
  if (block["type"] === "function_call") return [callTurn("assistant", block)];
  if (block["type"] === "reasoning") {
    return asList(block["summary"]).flatMap((part) =>
      partsToTurns("assistant", part).map((turn) => ({ ...turn, kind: "thinking" as const })),
    );
  }
  return block["content"] === undefined
    ? [{ role: "assistant", kind: "raw", text: asText(item) }]
    : partsToTurns("assistant", block["content"]);
}

function errorTurn(error: unknown): Turn {
  const message = asObject(error)["message"];
  return {
    role: "error",
    kind: "text",
    text: typeof message === "string" ? message : asText(error),
  };
}

/** The new text of one event, wherever its wire puts it. */
function textOf(event: Loose): string {
  const choice = asObject(asList(event["choices"])[0]);
  const delta = asObject(choice["delta"]);
  const content = asObject(asObject(asObject(event["delta"])["message"])["content"]);
  const parts = asList(asObject(asObject(asList(event["candidates"])[0])["content"])["parts"]);
  return firstText(
    delta["content"],
    choice["text"],
    event["type"] === "response.output_text.delta" ? event["delta"] : undefined,
    event["type"] === "content_block_delta" ? asObject(event["delta"])["text"] : undefined,
    content["text"],
    asObject(event["message"])["content"],
    event["response"],
    event["completion"],
    parts.map(shownPart).join(""),
  );
}

function shownPart(part: unknown): string {
  const { thought, text } = asObject(part);
  return thought !== true && typeof text === "string" ? text : "";
}

function thinkingOf(event: Loose): string {
  const delta = asObject(asObject(asList(event["choices"])[0])["delta"]);
  return firstText(
    asObject(event["delta"])["thinking"],
    delta["reasoning_content"],
    delta["reasoning"],
    event["type"] === "response.reasoning_summary_text.delta" ? event["delta"] : undefined,
  );
}

function callOf(event: Loose): string {
  const delta = asObject(asObject(asList(event["choices"])[0])["delta"]);
  const calls = asList(delta["tool_calls"]).map((call) => {
    const { name, arguments: args } = asObject(asObject(call)["function"]);
    return `${typeof name === "string" ? `${name} ` : ""}${typeof args === "string" ? args : ""}`;
  });
  const started = asObject(event["content_block"]);
  return firstText(
    calls.join(""),
    started["type"] === "tool_use" ? `${asText(started["name"])} ` : undefined,
    asObject(event["delta"])["partial_json"],
    event["type"] === "response.function_call_arguments.delta" ? event["delta"] : undefined,
  );
}

function firstText(...values: readonly unknown[]): string {
  return values.find((value): value is string => typeof value === "string" && value !== "") ?? "";
}
