// The calls and the answer of the in-process measurement: the same for every way.

export const callCount = 400;
export const url = "https://api.openai.com/v1/chat/completions";
export const headers = { "content-type": "application/json", "x-request-id": "req_1" };

const request = {
  method: "POST",
  headers: { "content-type": "application/json", authorization: "Bearer sk-none" },
  body: JSON.stringify({
    model: "gpt-5",
    temperature: 0.2,
    messages: [
      { role: "system", content: "You are a careful assistant. ".repeat(10) },
      { role: "user", content: "Which of these two sentences has a comma too many? ".repeat(6) },
    ],
  }),
};

export const answer = JSON.stringify({
  id: "chatcmpl-1",
  object: "chat.completion",
  created: 1,
  model: "gpt-5",
  choices: [
    {
      index: 0,
      message: { role: "assistant", content: "The second one has. ".repeat(40) },
      finish_reason: "stop",
    },
  ],
  usage: { prompt_tokens: 120, completion_tokens: 40, total_tokens: 160 },
});

/** Answers anything without a network. */
export const stub = async () => new Response(answer, { headers });

/** Every call differs, as the calls of a suite do. */
export function toCall(call) {
  return { ...request, body: request.body.replace("gpt-5", `gpt-5-${call}`) };
}
