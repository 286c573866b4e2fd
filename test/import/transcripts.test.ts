import { describe, expect, test } from "vitest";
import { NULL_REDACTOR } from "../../src/cassette/null-redactor.ts";
import { parseNormaliser } from "../../src/cassette/normaliser.ts";
import type { Interaction } from "../../src/cassette/values.ts";
import { PROVIDERS } from "../../src/dialects/providers.ts";
import { importRecording } from "../../src/import/import-recording.ts";

function importText(text: string, normalisers: readonly string[] = []): readonly Interaction[] {
  const imported = importRecording(text, {
    mounts: PROVIDERS,
    redactor: NULL_REDACTOR,
    normalisers: normalisers.map(parseNormaliser),
  });
  if (imported.kind !== "imported") throw new Error(`it is ${imported.kind}`);
  expect(imported.format).toBe("WebSocket transcript");
  expect(imported.skipped).toEqual([]);
  return imported.interactions;
}

describe("A transcript without a URL belongs to", () => {
  const cases: readonly (readonly [string, string, string, string, string | undefined])[] = [
    [
      "OpenAI Realtime, by a server that begins",
      "- {kind: message, direction: received, data: {type: session.created, session: {model: gpt-realtime}}}",
      "openai",
      "/v1/realtime",
      "gpt-realtime",
    ],
    [
      "OpenAI Realtime, by a client that joined a call",
      "- {kind: message, direction: sent, data: {type: session.update}}",
      "openai",
      "/v1/realtime",
      undefined,
    ],
    [
      "xAI, by its model",
      "- {kind: message, direction: received, data: {type: session.created, session: {model: grok-voice-1}}}",
      "xai",
      "/v1/realtime",
      "grok-voice-1",
    ],
    [
      "OpenAI Responses",
      "- {kind: message, direction: sent, data: {type: response.create, model: gpt-5, input: Hi}}",
      "openai",
      "/v1/responses",
      undefined,
    ],
    [
      "Gemini Live",
      "- {kind: message, direction: sent, data: {setup: {model: models/gemini-live}}}",
      "gemini",
      "/ws/google.ai.generativelanguage.v1beta.GenerativeService.BidiGenerateContent",
      undefined,
    ],
    [
      "Vertex",
      "- {kind: message, direction: sent, data: {setup: {model: publishers/google/models/x}}}",
      "vertex",
      "/ws/google.cloud.aiplatform.v1beta1.LlmBidiService/BidiGenerateContent",
      undefined,
    ],
  ];
  for (const [what, item, provider, path, model] of cases) {
    test(what, () => {
      const [interaction, ...others] = importText(`interactions:\n${item}\n`);
      expect(others).toEqual([]);
      expect(interaction).toMatchObject({
        provider,
        method: "WEBSOCKET",
        request: model === undefined ? { path } : { path, query: { model } },
      });
      expect(interaction?.model).toBe(model);
    });
  }
});

test("A transcript's URL counts where it has one, without its credentials", () => {
  const [interaction] =
    importText(`url: wss://mine.openai.azure.com/openai/v1/realtime?model=m&api-key=k
interactions:
- {direction: sent, data: {type: session.update}}
`);
  expect(interaction).toMatchObject({
    provider: "azure",
    request: { path: "/openai/v1/realtime", query: { model: "m" } },
  });
  expect(JSON.stringify(interaction)).not.toContain("api-key");
});

test("Frames are kept in order, by direction and type, numbers as they are spelled", () => {
  const [first, second] = importText(`interactions:
- {kind: message, direction: received, data: {type: session.created, session: {model: m}}}
- {kind: message, direction: sent, data: {b: 1.0, a: [x]}}
- {kind: message, direction: received, data: plain text}
- {kind: message, direction: received, data: !!binary AAH/}
- {kind: message, direction: received, data: {n: 1.50}}
- {kind: message, direction: received, data: {type: session.created, session: {model: m}}}
`);
  expect(first?.key).toBe(second?.key);
  expect(first?.outcome).toEqual({
    kind: "websocket",
    close: null,
    ending: "client left",
    frames: [
      {
        direction: "received",
        type: "text",
        body: { json: { type: "session.created", session: { model: "m" } }, layout: "compact" },
      },
      {
        direction: "sent",
        type: "text",
        key: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
        copy: { b: 1, a: ["x"] },
      },
      { direction: "received", type: "text", body: { text: "plain text" } },
      { direction: "received", type: "binary", body: { base64: "AAH/" } },
      { direction: "received", type: "text", body: { text: '{"n":1.50}' } },
    ],
  });
  expect(second?.outcome).toMatchObject({ frames: [{ direction: "received" }] });
});

test("Normalisers count in frames that were sent", () => {
  const keyWith = (id: string, ...normalisers: readonly string[]): unknown => {
    const text = `interactions:\n- {direction: sent, data: {type: session.update, event_id: ${id}}}\n`;
    const [interaction] = importText(text, normalisers);
    return interaction?.outcome.kind === "websocket" ? interaction.outcome.frames[0] : undefined;
  };
  const keyOf = (id: string, ...normalisers: readonly string[]): unknown =>
    (keyWith(id, ...normalisers) as { readonly key: string }).key;
  expect(keyOf("a")).not.toBe(keyOf("b"));
  expect(keyOf("a", "$.event_id")).toBe(keyOf("b", "$.event_id"));
});

test("A session that holds a secret of this environment is skipped, frame by frame", () => {
  const redactor = {
    ...NULL_REDACTOR,
    findLiteral: (text: string) => (text.includes("abc") ? "MY_TOKEN" : undefined),
  };
  const text = `interactions:
- {direction: sent, data: {type: session.update}}
- {direction: received, data: {type: session.updated, secret: abc}}
`;
  const reason = "its response holds the value of the secret MY_TOKEN";
  expect(importRecording(text, { mounts: PROVIDERS, redactor })).toMatchObject({
    interactions: [],
    skipped: [
      { index: 0, reason },
      { index: 1, reason },
    ],
  });
});
