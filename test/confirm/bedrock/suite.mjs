// A suite that asks AWS in both ways that JavaScript has, with nothing but its environment.
import {
  BedrockRuntimeClient,
  ConverseCommand,
  ConverseStreamCommand,
} from "@aws-sdk/client-bedrock-runtime";
import OpenAI from "openai";
const bedrock = new BedrockRuntimeClient({});
const question = { modelId: "m:0", messages: [{ role: "user", content: [{ text: "Say snow." }] }] };
const { output } = await bedrock.send(new ConverseCommand(question));
const { stream } = await bedrock.send(new ConverseStreamCommand(question));
const pieces = [];
for await (const { contentBlockDelta } of stream)
  if (contentBlockDelta) pieces.push(contentBlockDelta.delta.text);
const openai = new OpenAI({
  baseURL: process.env.TAPEGATE_BEDROCK_MANTLE_URL + "/v1",
  apiKey: "none",
});
const answer = await openai.responses.create({ model: "m", input: "Say snow." });
console.log(
  JSON.stringify({
    converse: output.message.content[0].text,
    stream: pieces,
    mantle: answer.output_text,
  }),
);
