import { connect } from "node:http2";
import type { ClientHttp2Session, IncomingHttpHeaders } from "node:http2";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openMemoryStore } from "../../src/stores/memory-store.ts";
import { startRun } from "../helpers/gateway-run.ts";
import type { GatewayRun } from "../helpers/gateway-run.ts";
import { rawRequest } from "../helpers/raw-http.ts";
import { startScriptedUpstream } from "../helpers/scripted-upstream.ts";
import type { ScriptedUpstream } from "../helpers/scripted-upstream.ts";

const PATH = "/bedrock/model/anthropic.claude-v2%3A1/converse-stream";
const BODY = '{"messages":[]}';

let upstream: ScriptedUpstream;
let store: ReturnType<typeof openMemoryStore>;
let run: GatewayRun;
let session: ClientHttp2Session;
beforeEach(async () => {
  upstream = await startScriptedUpstream();
  store = openMemoryStore();
  run = await startRun("record", store, { upstream: upstream.url });
  session = connect(run.gateway.url);
});
afterEach(async () => {
  session.destroy();
  await run.close();
  await upstream.close();
});

describe("Cleartext HTTP/2 with prior knowledge, on the port of HTTP/1.1", () => {
  test("records and replays the same as HTTP/1.1 does", async () => {
    upstream.push({
      headers: { "content-type": "application/vnd.amazon.eventstream", "x-amzn-requestid": "r" },
      chunks: [Buffer.from([0, 255]), Buffer.from([1])],
    });
    const recorded = await ask(PATH, BODY);
    expect(recorded).toMatchObject({
      status: 200,
      body: Buffer.from([0, 255, 1]),
      failure: undefined,
    });
    expect(upstream.requests[0]?.headers).not.toHaveProperty(":path");
    await restart("replay");
    const replayed = await ask(PATH, BODY);
    expect(replayed.body).toEqual(recorded.body);
    expect(replayed.headers["x-amzn-requestid"]).toBe("r");
    await restart("replay");
    const first = await rawRequest(run.gateway.url + PATH.replace("%3A", ":"), { body: BODY });
    expect(first.body).toEqual(recorded.body);
  });

  test("a broken stream is a reset with an error: any other end reads as success", async () => {
    upstream.push({
      headers: { "content-type": "application/vnd.amazon.eventstream" },
      chunks: [Buffer.from("abc")],
      ending: "reset",
    });
    expect((await ask(PATH, BODY)).failure).toBe("ERR_HTTP2_STREAM_ERROR");
    await restart("replay");
    const replayed = await ask(PATH, BODY);
    expect(replayed.failure).toBe("ERR_HTTP2_STREAM_ERROR");
    expect(replayed.body.toString()).toBe("abc");
    expect(run.session.tally().hits).toBe(1);
  });

  test("a reset before any answer", async () => {
    upstream.push({ ending: "reset" });
    expect((await ask(PATH, BODY)).failure).toBe("ERR_HTTP2_STREAM_ERROR");
    await restart("replay");
    expect((await ask(PATH, BODY)).failure).toBe("ERR_HTTP2_STREAM_ERROR");
  });

  test("a miss in AWS's shape", async () => {
    await restart("replay");
    const answer = await ask(PATH, BODY);
    expect(answer.status).toBe(406);
    expect(answer.headers["x-amzn-errortype"]).toBe("ReplayMissException");
    expect(JSON.parse(answer.body.toString()).message).toMatch(
      /^replay miss: POST \/model\/\{model\}\/converse-stream key /,
    );
  });

  test("many streams of one connection", async () => {
    const bodies = Array.from({ length: 60 }, (_, index) => JSON.stringify({ index }));
    await Promise.all(bodies.map((body) => ask(PATH, body)));
    await restart("replay");
    const answers = await Promise.all(bodies.map((body) => ask(PATH, body)));
    expect(answers.map(({ status }) => status)).toEqual(Array(60).fill(200));
    expect(run.session.tally()).toMatchObject({ hits: 60, misses: [] });
  });

  test("a foreign authority is refused", async () => {
    const answer = await ask(PATH, BODY, { ":authority": "evil.example" });
    expect(answer.status).toBe(403);
    expect(upstream.requests.length).toBe(0);
  });

  test("gRPC is told that it is not implemented", async () => {
    const answer = await ask("/xai/xai_api.Chat/GetCompletion", BODY, {
      "content-type": "application/grpc",
    });
    expect(answer.headers["grpc-status"]).toBe("12");
    expect(decodeURIComponent(String(answer.headers["grpc-message"]))).toContain(
      "gRPC is not recorded",
    );
  });

  test("a client that leaves in the middle is marked", async () => {
    upstream.push({
      headers: { "content-type": "application/vnd.amazon.eventstream" },
      chunks: [Buffer.from("abc")],
      ending: "hang",
    });
    const stream = session.request({ ":method": "POST", ":path": PATH });
    stream.on("error", () => undefined);
    stream.end(BODY);
    await new Promise((resolve) => stream.once("data", resolve));
    stream.close(8);
    const deadline = performance.now() + 3000;
    while (run.events.length === 0 && performance.now() < deadline)
      await new Promise((resolve) => setTimeout(resolve, 5));
    await run.close();
    expect(store.read("default")?.document).toContain('"client left"');
  });
});

async function restart(mode: "replay"): Promise<void> {
  session.destroy();
  await run.close();
  run = await startRun(mode, store);
  session = connect(run.gateway.url);
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly failure: string | undefined;
}

function ask(path: string, body: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve) => {
    const stream = session.request({
      ":method": "POST",
      ":path": path,
      "content-type": "application/json",
      ...headers,
    });
    const chunks: Buffer[] = [];
    let head: IncomingHttpHeaders = {};
    let failure: string | undefined;
    stream.on("response", (received) => {
      head = received;
    });
    stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    stream.on("error", (error: Error & { code?: string }) => {
      failure = error.code ?? error.message;
    });
    stream.on("close", () => {
      resolve({
        status: Number(head[":status"] ?? 0),
        headers: head,
        body: Buffer.concat(chunks),
        failure,
      });
    });
    stream.end(body);
  });
}
