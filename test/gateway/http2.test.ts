import { connect, constants } from "node:http2";
import type { ClientHttp2Session, ClientHttp2Stream, IncomingHttpHeaders } from "node:http2";
import { connect as connectSocket } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openMemoryStore } from "../../src/stores/memory-store.ts";
import { startRun } from "../helpers/gateway-run.ts";
import type { GatewayRun } from "../helpers/gateway-run.ts";
import { rawRequest } from "../helpers/raw-http.ts";
import { startScriptedUpstream } from "../helpers/scripted-upstream.ts";
import type { ScriptedUpstream } from "../helpers/scripted-upstream.ts";
import { until } from "../helpers/signals.ts";

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

  describe("a recording is used up", () => {
    const record = async (answers: readonly (string | Buffer)[]): Promise<void> => {
      for (const body of answers) upstream.push({ body });
      for (const _ of answers) await ask(PATH, BODY);
      await restart("replay");
    };

    for (const resets of [false, true]) {
      const how = resets ? "resets the stream" : "closes the connection";
      test(`though its client ${how} right after the answer`, async () => {
        const answers = Array.from({ length: 20 }, (_, index) => `{"answer":${index + 10}}`);
        await record(answers);
        const replayed: string[] = [];
        for (const { length } of answers) {
          replayed.push(await askAndLeave(run.gateway.port, { length, resets }));
        }
        expect(replayed).toEqual(answers);
      });
    }

    // More than a client's flow control lets through at once.
    const large = Buffer.alloc(1024 * 1024, "x");
    const departures: readonly (readonly [
      how: string,
      leave: (stream: ClientHttp2Stream) => void,
    ])[] = [
      ["resets the stream", (stream) => stream.close(constants.NGHTTP2_CANCEL)],
      ["closes the connection", (stream) => stream.session?.destroy()],
    ];
    for (const [how, leave] of departures) {
      test(`not by a client that ${how} before the answer's end`, async () => {
        await record([large, "other"]);
        const stream = session.request({ ":method": "POST", ":path": PATH });
        stream.on("error", () => undefined);
        stream.end(BODY);
        await new Promise((resolve) => stream.once("data", resolve));
        leave(stream);
        await new Promise((resolve) => stream.once("close", resolve));
        session.destroy();
        session = connect(run.gateway.url);
        await new Promise((resolve) => setTimeout(resolve, 100));
        expect((await ask(PATH, BODY)).body.length).toBe(large.length);
        expect((await ask(PATH, BODY)).body.toString()).toBe("other");
      });
    }
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
    await until(() => run.events.length === 1);
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

function frame(of: { type: number; flags?: number; stream: number; payload?: Buffer }): Buffer {
  const { type, flags = 0, stream, payload = Buffer.alloc(0) } = of;
  const head = Buffer.alloc(9);
  head.writeUIntBE(payload.length, 0, 3);
  head.set([type, flags], 3);
  head.writeUInt32BE(stream, 5);
  return Buffer.concat([head, payload]);
}

/**
 * Asks as curl does, on a connection of its own: closes it, or resets the stream, when as many bytes
 * have come as the answer has, whether the stream's end has come or not. Node's client waits for it.
 */
function askAndLeave(port: number, asked: { length: number; resets: boolean }): Promise<string> {
  const literal = (name: string, value: string): Buffer =>
    Buffer.concat([
      Buffer.from([0, name.length]),
      Buffer.from(name),
      Buffer.from([value.length]),
      Buffer.from(value),
    ]);
  const headers = Buffer.concat([
    literal(":method", "POST"),
    literal(":scheme", "http"),
    literal(":authority", `127.0.0.1:${port}`),
    literal(":path", PATH),
  ]);
  return new Promise((resolve) => {
    const socket = connectSocket(port, "127.0.0.1");
    let received = Buffer.alloc(0);
    let body = "";
    socket.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
    socket.write(frame({ type: 4, stream: 0 }));
    socket.write(frame({ type: 1, flags: 4, stream: 1, payload: headers }));
    socket.write(frame({ type: 0, flags: 1, stream: 1, payload: Buffer.from(BODY) }));
    socket.on("error", () => undefined);
    socket.on("close", () => resolve(body));
    socket.on("data", (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      while (received.length >= 9 && received.length >= 9 + received.readUIntBE(0, 3)) {
        const end = 9 + received.readUIntBE(0, 3);
        if (received[3] === 0) body += received.subarray(9, end).toString();
        received = received.subarray(end);
      }
      if (body.length < asked.length || socket.writableEnded) return;
      // RST_STREAM with CANCEL.
      if (asked.resets)
        socket.write(frame({ type: 3, stream: 1, payload: Buffer.from([0, 0, 0, 8]) }));
      socket.destroySoon();
    });
  });
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
