import { asList, asObject, asText, callTurn, partsToTurns, type Loose, type Turn } from "./turn.ts";

/** What was asked, as turns; `copy` is an interaction's readable request. */
export function requestToTurns(copy: unknown): readonly Turn[] {
  const request = asObject(copy);
  const stored = request["body"] ?? request;
  const body = asObject(stored);
  const turns = [
    ...partsToTurns("system", body["system"] ?? body["preamble"] ?? body["instructions"]),
    ...partsToTurns(
      "system",
      asObject(body["systemInstruction"] ?? body["system_instruction"])["parts"],
    ),
    ...asList(body["chat_history"]).flatMap(messageToTurns),
    ...asList(body["messages"]).flatMap(messageToTurns),
    ...asList(body["contents"]).flatMap(contentToTurns),
    ...inputToTurns(body["input"]),
    ...partsToTurns(
      "user",
      body["prompt"] ?? body["message"] ?? body["query"] ?? body["inputText"] ?? body["texts"],
    ),
  ];
  if (turns.length > 0) return turns;
  return stored === undefined || stored === null || stored === ""
    ? []
    : [{ role: "user", kind: "raw", text: asText(stored) }];
}

function messageToTurns(message: unknown): readonly Turn[] {
  const block = asObject(message);
  const role = roleOf(block);
  const content = block["content"] ?? block["message"] ?? block["parts"];
  const calls = asList(block["tool_calls"]).map((call) => callTurn(role, call));
  if (role === "tool") return [{ role, kind: "tool result", text: asText(content ?? "") }];
  return [...partsToTurns(role, content), ...calls];
}

function contentToTurns(content: unknown): readonly Turn[] {
  if (typeof content === "string") return [{ role: "user", kind: "text", text: content }];
  const block = asObject(content);
  return partsToTurns(roleOf(block), block["parts"]);
}

/** OpenAI's Responses and embeddings: a string, strings, or typed items. */
function inputToTurns(input: unknown): readonly Turn[] {
  if (!Array.isArray(input)) return partsToTurns("user", input);
  return input.flatMap((item): readonly Turn[] => {
    if (typeof item === "string") return [{ role: "user", kind: "text", text: item }];
    const block = asObject(item);
    if (block["type"] === "function_call") return [callTurn("assistant", block)];
    if (block["type"] === "function_call_output") {
      return [{ role: "tool", kind: "tool result", text: asText(block["output"] ?? "") }];
    }
    return block["content"] === undefined
      ? [{ role: roleOf(block), kind: "raw", text: asText(item) }]
      : partsToTurns(roleOf(block), block["content"]);
  });
}

function roleOf(block: Loose): string {
  const role = block["role"];
  if (typeof role !== "string") return "user";
  return role === "model" || role === "CHATBOT" ? "assistant" : role.toLowerCase();
}
