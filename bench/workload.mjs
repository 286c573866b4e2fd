// The requests and answers that every server of a measurement gets and gives: same bytes for all.

/** One JSON answer of about 1 kB. */
export const jsonAnswer = JSON.stringify({
  id: "chatcmpl-B1",
  object: "chat.completion",
  created: 1_750_000_000,
  model: "gpt-4o-mini-2024-07-18",
  choices: [
    {
      index: 0,
      message: { role: "assistant", content: "The second sentence has it. ".repeat(24).trim() },
      logprobs: null,
      finish_reason: "stop",
    },
  ],
  usage: { prompt_tokens: 120, completion_tokens: 96, total_tokens: 216 },
  service_tier: "default",
  system_fingerprint: "fp_0123456789",
});

/** 200 frames and the end of stream, about 43 kB. */
export const frames = [
  ...Array.from({ length: 200 }, (_, index) => `data: ${JSON.stringify(frame(index))}\n\n`),
  "data: [DONE]\n\n",
];

export const workloads = [
  {
    name: "1 kB JSON",
    scope: "json",
    contentType: "application/json",
    chunks: [jsonAnswer],
    stream: false,
    counts: { 1: 500, 32: 1500 },
  },
  {
    name: "200-frame stream",
    scope: "stream",
    contentType: "text/event-stream; charset=utf-8",
    chunks: frames,
    stream: true,
    counts: { 1: 100, 32: 300 },
  },
];

/** The body of one request; no two are equal, as in a suite. */
export function requestBody(workload, index) {
  return JSON.stringify({
    model: "gpt-4o-mini",
    temperature: 0.2,
    messages: [
      { role: "system", content: "You are a careful assistant. ".repeat(8) },
      { role: "user", content: `Question ${index}: which sentence has a comma too many?` },
    ],
    ...(workload.stream ? { stream: true } : {}),
  });
}

function frame(index) {
  return {
    id: "chatcmpl-B1",
    object: "chat.completion.chunk",
    created: 1_750_000_000,
    model: "gpt-4o-mini-2024-07-18",
    system_fingerprint: "fp_0123456789",
    choices: [{ index: 0, delta: { content: ` word${index}` }, finish_reason: null }],
  };
}
