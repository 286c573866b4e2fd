import {
  ApplyGuardrailCommand,
  BedrockRuntimeClient,
  ConverseCommand,
  type ConverseCommandInput,
  ConverseStreamCommand,
  CountTokensCommand,
  InvokeModelCommand,
  InvokeModelWithResponseStreamCommand,
} from "@aws-sdk/client-bedrock-runtime";
import { type Asked, type Asker, askerOf, variable } from "./asked.ts";

export const askBedrock: Asker = askerOf({
  "POST /model/{}/converse": (asked, id) =>
    withClient(asked, (client) => client.send(new ConverseCommand(toConverse(asked, id)))),
  "POST /model/{}/converse-stream": (asked, id) =>
    withClient(asked, async (client) => {
      const { stream } = await client.send(new ConverseStreamCommand(toConverse(asked, id)));
      return members(stream!);
    }),
  "POST /model/{}/invoke": (asked, id) =>
    withClient(asked, async (client) => {
      const { body } = await client.send(new InvokeModelCommand(toInvoke(asked, id)));
      return JSON.parse(body.transformToString()) as unknown;
    }),
  "POST /model/{}/invoke-with-response-stream": (asked, id) =>
    withClient(asked, async (client) => {
      const command = new InvokeModelWithResponseStreamCommand(toInvoke(asked, id));
      const { body } = await client.send(command);
      return payloads(body!);
    }),
  "POST /model/{}/count-tokens": (asked, id) =>
    withClient(asked, (client) => {
      const modelId = decodeURIComponent(id);
      return client.send(new CountTokensCommand({ ...asked.body, modelId } as never));
    }),
  "POST /guardrail/{}/version/{}/apply": (asked, guardrailIdentifier, guardrailVersion) =>
    withClient(asked, (client) => {
      const input = { ...asked.body, guardrailIdentifier, guardrailVersion };
      return client.send(new ApplyGuardrailCommand(input as never));
    }),
});

function withClient(
  asked: Asked,
  ask: (client: BedrockRuntimeClient) => Promise<unknown>,
): Promise<unknown> {
  const client = new BedrockRuntimeClient({
    region: "us-east-1",
    endpoint: variable(asked, "AWS_ENDPOINT_URL_BEDROCK_RUNTIME"),
    credentials: { accessKeyId: "none", secretAccessKey: "none" },
    maxAttempts: 1,
  });
  // Not at once: a stream is read after this.
  return ask(client).finally(() => setTimeout(() => client.destroy(), 1_000).unref());
}

function toConverse({ body }: Asked, id: string): ConverseCommandInput {
  return { ...withBytes(body), modelId: decodeURIComponent(id) };
}

function toInvoke(
  { bytes }: Asked,
  id: string,
): { modelId: string; body: Buffer; contentType: string } {
  return { modelId: decodeURIComponent(id), body: bytes, contentType: "application/json" };
}

/** The SDK takes attachments as bytes and writes them in base64. */
function withBytes(value: object): object {
  return JSON.parse(JSON.stringify(value), (name, child: unknown) =>
    name === "bytes" && typeof child === "string"
      ? new Uint8Array(Buffer.from(child, "base64"))
      : child,
  ) as object;
}

/** An event is the one member, under its name, that its frame holds. */
async function* members(events: AsyncIterable<object>): AsyncGenerator {
  for await (const event of events) yield* Object.values(event);
}

async function* payloads(
  events: AsyncIterable<{
    readonly chunk?: { readonly bytes?: Uint8Array | undefined } | undefined;
  }>,
): AsyncGenerator {
  for await (const { chunk } of events) {
    yield JSON.parse(Buffer.from(chunk?.bytes ?? []).toString("utf8"));
  }
}
