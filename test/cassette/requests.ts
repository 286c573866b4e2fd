import type { CassetteRequest, JsonValue, Outcome } from "../../src/cassette/values.ts";

/** A chat request as the gateway hands it over. */
export function chatRequest(
  content: string,
  parameters: { readonly [name: string]: JsonValue } = {},
): CassetteRequest {
  const messages = [
    { role: "system", content: "You are terse." },
    { role: "user", content },
  ];
  const body = { model: "gpt-4o", messages, ...parameters };
  return {
    identity: {
      provider: "openai",
      method: "POST",
      target: { path: "/v1/chat/completions" },
      body,
    },
    endpoint: "POST /v1/chat/completions",
    model: "gpt-4o",
    segments: [
      { name: "model", value: "gpt-4o" },
      { name: "system", value: "You are terse." },
      { name: "messages[1]", value: messages[1]! },
      { name: "parameters", value: parameters },
    ],
    copy: { path: "/v1/chat/completions", body },
  };
}

/** A provider's whole answer. */
export function answer(text: string): Outcome {
  return {
    kind: "http",
    status: 200,
    headers: [["content-type", "application/json"]],
    body: { json: { id: "x", choices: [{ message: { content: text } }] }, layout: "compact" },
    ending: "end",
  };
}
