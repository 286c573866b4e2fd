// Every JavaScript SDK as a user configures it, with one way to ask them all.
import Anthropic from "@anthropic-ai/sdk";
import { createAnthropic } from "@ai-sdk/anthropic";
import { createGoogleGenerativeAI } from "@ai-sdk/google";
import { createOpenAI } from "@ai-sdk/openai";
import { GoogleGenAI, Type } from "@google/genai";
import { HTTPClient, Mistral } from "@mistralai/mistralai";
import { generateText, jsonSchema, type LanguageModel, streamText, tool, type ToolSet } from "ai";
import { CohereClientV2 } from "cohere-ai";
import Groq from "groq-sdk";
import { Ollama } from "ollama";
import OpenAI from "openai";
import { CALLED } from "./wires.ts";

/** What a test asks of any SDK. */
export interface Question {
  readonly prompt: string;
  readonly model: string;
  readonly temperature: number;
  /** Description of the one tool; no tools where absent. */
  readonly tool?: string;
}

/** What an SDK made of the answer. */
export interface Understood {
  readonly text: string;
  readonly calls: readonly { readonly name: string; readonly arguments: unknown }[];
}

/** Where an SDK is led to. */
export interface Place {
  /** What stands for the provider's root. */
  readonly url: string;
  readonly fetch: typeof globalThis.fetch;
}

/** One SDK. */
export interface SdkClient {
  readonly name: string;
  readonly provider: string;
  /** Whether it asks again by itself after a 429. */
  readonly retries: boolean;
  readonly connect: (place: Place) => {
    readonly ask: (question: Question) => Promise<Understood>;
    readonly stream: (question: Question) => Promise<Understood>;
  };
}

const apiKey = "sk-none";
const schema = {
  type: "object",
  properties: { city: { type: "string" } },
  required: ["city"],
} as const;

export const CLIENTS: readonly SdkClient[] = [
  { name: "openai chat", provider: "openai", retries: true, connect: openaiChat },
  { name: "openai responses", provider: "openai", retries: true, connect: openaiResponses },
  { name: "@anthropic-ai/sdk", provider: "anthropic", retries: true, connect: anthropic },
  {
    name: "ai + @ai-sdk/openai",
    provider: "openai",
    retries: true,
    connect: ({ url, fetch }) => aiSdk(createOpenAI({ apiKey, baseURL: `${url}/v1`, fetch })),
  },
  {
    name: "ai + @ai-sdk/openai chat",
    provider: "openai",
    retries: true,
    connect: ({ url, fetch }) => {
      const openai = createOpenAI({ apiKey, baseURL: `${url}/v1`, fetch });
      return aiSdk((model) => openai.chat(model));
    },
  },
  {
    name: "ai + @ai-sdk/anthropic",
    provider: "anthropic",
    retries: true,
    connect: ({ url, fetch }) => aiSdk(createAnthropic({ apiKey, baseURL: `${url}/v1`, fetch })),
  },
  {
    name: "ai + @ai-sdk/google",
    provider: "gemini",
    retries: true,
    connect: ({ url, fetch }) =>
      aiSdk(createGoogleGenerativeAI({ apiKey, baseURL: `${url}/v1beta`, fetch })),
  },
  { name: "@google/genai", provider: "gemini", retries: false, connect: genai },
  { name: "groq-sdk", provider: "groq", retries: true, connect: groq },
  { name: "@mistralai/mistralai", provider: "mistral", retries: false, connect: mistral },
  { name: "cohere-ai", provider: "cohere", retries: true, connect: cohere },
  { name: "ollama", provider: "ollama", retries: false, connect: ollama },
];

type Connection = ReturnType<SdkClient["connect"]>;

function chatTools(question: Question): { tools?: OpenAI.ChatCompletionTool[] } {
  if (question.tool === undefined) return {};
  const { tool: description } = question;
  return {
    tools: [
      {
        type: "function",
        function: { name: CALLED.name, description, parameters: { ...schema } },
      },
    ],
  };
}

function openaiChat({ url, fetch }: Place): Connection {
  const client = new OpenAI({ apiKey, baseURL: `${url}/v1`, fetch });
  const toBody = (question: Question) => ({
    model: question.model,
    temperature: question.temperature,
    messages: [{ role: "user" as const, content: question.prompt }],
    ...chatTools(question),
  });
  return {
    ask: async (question) => {
      const { choices } = await client.chat.completions.create(toBody(question));
      const message = choices[0]?.message;
      return { text: message?.content ?? "", calls: readCalls(message?.tool_calls ?? []) };
    },
    stream: async (question) => {
      const chunks = await client.chat.completions.create({ ...toBody(question), stream: true });
      return collect(chunks, (chunk) => chunk.choices[0]?.delta.content);
    },
  };
}

function openaiResponses({ url, fetch }: Place): Connection {
  const client = new OpenAI({ apiKey, baseURL: `${url}/v1`, fetch });
  const toBody = ({ model, temperature, prompt, tool: description }: Question) => ({
    model,
    temperature,
    input: prompt,
    ...(description === undefined
      ? {}
      : {
          tools: [
            {
              type: "function" as const,
              name: CALLED.name,
              description,
              parameters: { ...schema },
              strict: false,
            },
          ],
        }),
  });
  return {
    ask: async (question) => {
      const response = await client.responses.create(toBody(question));
      const calls = response.output.flatMap((item) =>
        item.type === "function_call"
          ? [{ name: item.name, arguments: JSON.parse(item.arguments) as unknown }]
          : [],
      );
      return { text: response.output_text, calls };
    },
    stream: async (question) => {
      const events = await client.responses.create({ ...toBody(question), stream: true });
      return collect(events, (event) =>
        event.type === "response.output_text.delta" ? event.delta : undefined,
      );
    },
  };
}

function anthropic({ url, fetch }: Place): Connection {
  const client = new Anthropic({ apiKey, baseURL: url, fetch });
  const toBody = ({ model, temperature, prompt, tool: description }: Question) => ({
    model,
    temperature,
    max_tokens: 100,
    messages: [{ role: "user" as const, content: prompt }],
    ...(description === undefined
      ? {}
      : {
          tools: [
            { name: CALLED.name, description, input_schema: { ...schema, required: ["city"] } },
          ],
        }),
  });
  return {
    ask: async (question) => {
      const { content } = await client.messages.create(toBody(question));
      return {
        text: content.map((block) => (block.type === "text" ? block.text : "")).join(""),
        calls: content.flatMap((block) =>
          block.type === "tool_use" ? [{ name: block.name, arguments: block.input }] : [],
        ),
      };
    },
    stream: async (question) => {
      const events = client.messages.stream(toBody(question));
      return collect(events, (event) =>
        event.type === "content_block_delta" && event.delta.type === "text_delta"
          ? event.delta.text
          : undefined,
      );
    },
  };
}

function aiSdk(toModel: (model: string) => LanguageModel): Connection {
  const toCall = ({ model, temperature, prompt, tool: description }: Question) => ({
    model: toModel(model),
    temperature,
    prompt,
    maxOutputTokens: 100,
    ...(description === undefined ? {} : { tools: toToolSet(description) }),
  });
  return {
    ask: async (question) => {
      const { text, toolCalls } = await generateText(toCall(question));
      return {
        text,
        calls: toolCalls.map(({ toolName, input }) => ({ name: toolName, arguments: input })),
      };
    },
    stream: async (question) => {
      const { fullStream } = streamText({ ...toCall(question), onError: () => undefined });
      return collect(fullStream, (part) => {
        if (part.type === "error") throw part.error;
        return part.type === "text-delta" ? part.text : undefined;
      });
    },
  };
}

/** The SDK's own type is not written for exactOptionalPropertyTypes. */
function toToolSet(description: string): ToolSet {
  const inputSchema = jsonSchema<{ city: string }>({ ...schema, required: ["city"] });
  return { [CALLED.name]: tool({ description, inputSchema }) as ToolSet[string] };
}

function genai({ url, fetch }: Place): Connection {
  const client = new GoogleGenAI({ apiKey, httpOptions: { baseUrl: url, fetch } });
  const toCall = ({ model, temperature, prompt, tool: description }: Question) => ({
    model,
    contents: prompt,
    config: {
      temperature,
      ...(description === undefined
        ? {}
        : {
            tools: [
              {
                functionDeclarations: [
                  {
                    name: CALLED.name,
                    description,
                    parameters: { type: Type.OBJECT, properties: { city: { type: Type.STRING } } },
                  },
                ],
              },
            ],
          }),
    },
  });
  return {
    ask: async (question) => {
      const response = await client.models.generateContent(toCall(question));
      const calls = response.functionCalls ?? [];
      return {
        text: calls.length > 0 ? "" : (response.text ?? ""),
        calls: calls.map(({ name = "", args }) => ({ name, arguments: args })),
      };
    },
    stream: async (question) =>
      collect(await client.models.generateContentStream(toCall(question)), ({ text }) => text),
  };
}

function groq({ url, fetch }: Place): Connection {
  const client = new Groq({ apiKey, baseURL: url, fetch });
  const toBody = (question: Question) => ({
    model: question.model,
    temperature: question.temperature,
    messages: [{ role: "user" as const, content: question.prompt }],
    ...(chatTools(question) as { tools?: Groq.Chat.ChatCompletionTool[] }),
  });
  return {
    ask: async (question) => {
      const { choices } = await client.chat.completions.create(toBody(question));
      const message = choices[0]?.message;
      return { text: message?.content ?? "", calls: readCalls(message?.tool_calls ?? []) };
    },
    stream: async (question) => {
      const chunks = await client.chat.completions.create({ ...toBody(question), stream: true });
      return collect(chunks, (chunk) => chunk.choices[0]?.delta.content);
    },
  };
}

/** A question as the clients of Mistral and Cohere take it. */
const chatBody = ({ model, temperature, prompt, tool: description }: Question) => ({
  model,
  temperature,
  messages: [{ role: "user" as const, content: prompt }],
  ...(description === undefined
    ? {}
    : {
        tools: [
          {
            type: "function" as const,
            function: { name: CALLED.name, description, parameters: { ...schema } },
          },
        ],
      }),
});

function mistral({ url, fetch }: Place): Connection {
  const httpClient = new HTTPClient({ fetcher: (input, init) => fetch(input, init) });
  const client = new Mistral({ apiKey, serverURL: url, httpClient });
  return {
    ask: async (question) => {
      const { choices } = await client.chat.complete(chatBody(question));
      const message = choices?.[0]?.message;
      const text = message?.content;
      return {
        text: typeof text === "string" ? text : "",
        calls: readCalls(message?.toolCalls ?? []),
      };
    },
    stream: async (question) =>
      collect(await client.chat.stream(chatBody(question)), ({ data }) => {
        const content = data.choices[0]?.delta.content;
        return typeof content === "string" ? content : undefined;
      }),
  };
}

function cohere({ url, fetch }: Place): Connection {
  const client = new CohereClientV2({ token: apiKey, environment: url, fetch });
  return {
    ask: async (question) => {
      const { message } = await client.chat(chatBody(question));
      const text = (message.content ?? []).map((part) => (part.type === "text" ? part.text : ""));
      return { text: text.join(""), calls: readCalls(message.toolCalls ?? []) };
    },
    stream: async (question) =>
      collect(await client.chatStream(chatBody(question)), (event) =>
        event.type === "content-delta" ? event.delta?.message?.content?.text : undefined,
      ),
  };
}

function ollama({ url, fetch }: Place): Connection {
  const client = new Ollama({ host: url, fetch });
  const toBody = ({ model, temperature, prompt, tool: description }: Question) => ({
    model,
    options: { temperature },
    messages: [{ role: "user", content: prompt }],
    ...(description === undefined
      ? {}
      : {
          tools: [
            {
              type: "function",
              function: {
                name: CALLED.name,
                description,
                parameters: { type: "object", properties: { city: { type: "string" } } },
              },
            },
          ],
        }),
  });
  return {
    ask: async (question) => {
      const { message } = await client.chat({ ...toBody(question), stream: false });
      const calls = (message.tool_calls ?? []).map(({ function: called }) => called);
      return { text: message.content, calls };
    },
    stream: async (question) =>
      collect(
        await client.chat({ ...toBody(question), stream: true }),
        ({ message }) => message.content,
      ),
  };
}

/** Tool calls as OpenAI's wire and its relatives have them; arguments may be parsed already. */
function readCalls(calls: readonly unknown[]): Understood["calls"] {
  return calls.map((call) => {
    const { function: called } = call as { function: { name: string; arguments: unknown } };
    return {
      name: called.name,
      arguments:
        typeof called.arguments === "string" ? JSON.parse(called.arguments) : called.arguments,
    };
  });
}

async function collect<T>(
  parts: AsyncIterable<T>,
  toText: (part: T) => string | null | undefined,
): Promise<Understood> {
  let text = "";
  for await (const part of parts) text += toText(part) ?? "";
  return { text, calls: [] };
}
