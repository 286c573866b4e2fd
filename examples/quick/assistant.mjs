// Code under test: asks two providers with nothing but fetch.

const SYSTEM = "You answer in one short line.";

/** Asks OpenAI's chat API. */
export async function ask(question) {
  const answer = await post("OPENAI_BASE_URL", "/chat/completions", {
    model: "gpt-5-mini",
    messages: [
      { role: "system", content: SYSTEM },
      { role: "user", content: question },
    ],
  });
  return (await answer.json()).choices[0].message.content;
}

/** Asks the same API for a stream and yields the pieces of text. */
export async function* stream(question) {
  const answer = await post("OPENAI_BASE_URL", "/chat/completions", {
    model: "gpt-5-mini",
    stream: true,
    messages: [{ role: "user", content: question }],
  });
  let text = "";
  for await (const piece of answer.body.pipeThrough(new TextDecoderStream())) text += piece;
  for (const line of text.split("\n")) {
    if (!line.startsWith("data: ") || line === "data: [DONE]") continue;
    yield JSON.parse(line.slice("data: ".length)).choices[0].delta.content ?? "";
  }
}

/** Asks Anthropic's messages API. */
export async function askClaude(question) {
  const answer = await post("ANTHROPIC_BASE_URL", "/v1/messages", {
    model: "claude-sonnet-5",
    max_tokens: 64,
    messages: [{ role: "user", content: question }],
  });
  return (await answer.json()).content[0].text;
}

async function post(variable, path, body) {
  const response = await fetch(process.env[variable] + path, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${process.env.OPENAI_API_KEY}` },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
  return response;
}
