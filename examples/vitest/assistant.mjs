// Code under test: two SDKs, one provider.
import { createOpenAI } from "@ai-sdk/openai";
import { generateText } from "ai";
import OpenAI from "openai";

/** Streams a poem by OpenAI's own SDK. */
export async function poem(topic) {
  const stream = await new OpenAI().chat.completions.create({
    model: "gpt-5-mini",
    stream: true,
    messages: [{ role: "user", content: `Write a haiku about ${topic}.` }],
  });
  let text = "";
  for await (const chunk of stream) text += chunk.choices[0]?.delta.content ?? "";
  return text;
}

/** Answers by the AI SDK. */
export async function answer(question) {
  const { text, usage } = await generateText({
    model: createOpenAI().chat("gpt-5-mini"),
    system: "You answer in one short line.",
    prompt: question,
  });
  return { text, tokens: usage.totalTokens };
}
