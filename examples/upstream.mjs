// A scripted provider: speaks enough of OpenAI's and Anthropic's wires to record the examples from,
// and answers the same at every recording. Streams leave in one piece, so that no timing is recorded.
import { createHash } from "node:crypto";
import { createServer } from "node:http";

/** Who asks what gets which answer. */
const SCRIPT = [
  { when: /capital of France/, text: "Paris.", input: 24, output: 3 },
  { when: /three primes/, text: "2, 3 and 5.", input: 21, output: 8 },
  { when: /haiku/, text: "Tape turns in silence,\nthe same words in the same order.\nCI stays green.", input: 19, output: 22 },
  { when: /weather in Lisbon/, tool: { name: "get_weather", arguments: { city: "Lisbon" } }, input: 61, output: 15 },
  { when: /"celsius": ?21|21 degrees/, text: "It is 21 degrees in Lisbon.", input: 88, output: 10 },
  { when: /great service/, text: '{"sentiment":"positive"}', input: 40, output: 6 },
  { when: /cold soup/, text: '{"sentiment":"negative"}', input: 39, output: 6 },
];

/** Starts the upstream on a free loopback port. */
export async function startUpstream() {
  const asked = new Map();
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString("utf8");
    const body = JSON.parse(text);
    const last = JSON.stringify(body.messages.at(-1)).replaceAll('\\"', '"');
    const row = SCRIPT.find((one) => one.when.test(last));
    // The same whatever order concurrent requests come in, and another for each repetition.
    const times = (asked.get(text) ?? 0) + 1;
    asked.set(text, times);
    const id = `${createHash("sha256").update(text).digest("hex").slice(0, 16)}${times}`;
    const answer = row === undefined ? refuse(last) : ANSWERS[request.url](body, row, id);
    response.writeHead(answer.status, { "content-type": answer.type, "x-request-id": `req_${id}` });
    response.end(answer.text);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((done) => server.close(done)),
  };
}

const ANSWERS = {
  "/v1/chat/completions": chat,
  "/v1/messages": messages,
};

function refuse(last) {
  const error = { message: `The script has no answer to ${last}`, type: "invalid_request_error" };
  return { status: 400, type: "application/json", text: JSON.stringify({ error }) };
}

function chat(body, row, id) {
  const head = { id: `chatcmpl-${id}`, created: 1_767_225_600, model: `${body.model}-2026-01-01` };
  const usage = {
    prompt_tokens: row.input,
    completion_tokens: row.output,
    total_tokens: row.input + row.output,
  };
  if (body.stream === true) {
    const pieces = row.text.split(/(?<= )/);
    const frames = pieces.map((content, index) => ({
      ...head,
      object: "chat.completion.chunk",
      choices: [{ index: 0, delta: index === 0 ? { role: "assistant", content } : { content }, finish_reason: null }],
    }));
    frames.push({ ...head, object: "chat.completion.chunk", choices: [{ index: 0, delta: {}, finish_reason: "stop" }] });
    if (body.stream_options?.include_usage) {
      frames.push({ ...head, object: "chat.completion.chunk", choices: [], usage });
    }
    const text = [...frames.map((frame) => JSON.stringify(frame)), "[DONE]"];
    return { status: 200, type: "text/event-stream", text: text.map((line) => `data: ${line}\n\n`).join("") };
  }
  const message =
    row.tool === undefined
      ? { role: "assistant", content: row.text }
      : {
          role: "assistant",
          content: null,
          tool_calls: [
            {
              id: "call_weather_1",
              type: "function",
              function: { name: row.tool.name, arguments: JSON.stringify(row.tool.arguments) },
            },
          ],
        };
  const choice = { index: 0, message, finish_reason: row.tool === undefined ? "stop" : "tool_calls" };
  return json({ ...head, object: "chat.completion", choices: [choice], usage });
}

function messages(body, row, id) {
  return json({
    id: `msg_${id}`,
    type: "message",
    role: "assistant",
    model: body.model,
    content: [{ type: "text", text: row.text }],
    stop_reason: "end_turn",
    stop_sequence: null,
    usage: { input_tokens: row.input, output_tokens: row.output },
  });
}

function json(value) {
  return { status: 200, type: "application/json", text: JSON.stringify(value) };
}
