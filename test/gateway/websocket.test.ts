import { request } from "node:http";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { WebSocket } from "ws";
import { decodeCassette } from "../../src/cassette/cassette-format.ts";
import type { WebSocketOutcome } from "../../src/cassette/values.ts";
import { parseNormaliser } from "../../src/cassette/normaliser.ts";
import { createPatternRedactor } from "../../src/cassette/pattern-redactor.ts";
import { openSession as openCassettes } from "../../src/cassette/open-session.ts";
import { REPLAY_IDLE_MS } from "../../src/gateway/limits.ts";
import { openMemoryStore } from "../../src/stores/memory-store.ts";
import { startRun } from "../helpers/gateway-run.ts";
import type { GatewayRun } from "../helpers/gateway-run.ts";
import { rawBytes } from "../helpers/raw-http.ts";
import {
  openSession,
  RefusedHandshake,
  startScriptedSessions,
} from "../helpers/scripted-sessions.ts";
import type { ScriptedSessions, SessionClient } from "../helpers/scripted-sessions.ts";

const MIB = 1024 * 1024;
const PATH = "/openai/v1/realtime?model=gpt-realtime";
const UPDATE = { type: "session.update", session: { voice: "marin", instructions: "Be brief." } };

/** Greets, and answers each message of the client with its number and an echo. */
function talk(socket: WebSocket): void {
  let count = 0;
  socket.send('{"type":"session.created","session":{"model":"gpt-realtime"}}');
  socket.on("message", (content: Buffer, isBinary) => {
    const text = content.toString();
    if (text.includes("bye")) {
      socket.close(4001, "as you wish");
      return;
    }
    if (text.includes("break")) {
      socket.send('{"type":"half"}', () => socket.terminate());
      return;
    }
    if (text.includes("hush")) {
      socket.send('{"type":"ok"}');
      return;
    }
    socket.send(`{"type": "echo.started", "n": ${++count}}`);
    socket.send(isBinary ? Buffer.concat([content, Buffer.from([255, 0])]) : text, {
      binary: isBinary,
    });
  });
}

let upstream: ScriptedSessions;
let store: ReturnType<typeof openMemoryStore>;
let run: GatewayRun;
beforeEach(async () => {
  upstream = await startScriptedSessions(talk);
  store = openMemoryStore();
  run = await startRun("record", store, { upstream: upstream.url });
});
afterEach(async () => {
  await run.close();
  await upstream.close();
});

/** Ends the recording and serves it. */
async function replay(): Promise<void> {
  await run.close();
  run = await startRun("replay", store);
}

function connect(
  path = PATH,
  options: Parameters<typeof openSession>[1] = {},
): Promise<SessionClient> {
  return openSession(`${run.gateway.url}${path}`, options);
}

/** Two rounds, then the client leaves. */
async function converse(client: SessionClient, update: object = UPDATE): Promise<void> {
  await client.until(1);
  client.socket.send(JSON.stringify(update));
  await client.until(3);
  client.socket.send(Buffer.from([1, 2, 250]));
  await client.until(5);
  client.socket.close(1000, "done");
  await client.ended;
}

const CONVERSATION = [
  '{"type":"session.created","session":{"model":"gpt-realtime"}}',
  '{"type": "echo.started", "n": 1}',
  JSON.stringify(UPDATE),
  '{"type": "echo.started", "n": 2}',
  Buffer.from([1, 2, 250, 255, 0]),
];

function recorded(scope = "default"): WebSocketOutcome {
  const document = store.read(scope)?.document;
  const [interaction] = decodeCassette(document!, scope).interactions;
  if (interaction?.outcome.kind !== "websocket") throw new Error("no session was recorded");
  return interaction.outcome;
}

describe("A recorded session", () => {
  test("passes both ways as it is, and its handshake without what is ours", async () => {
    const client = await connect(`/s/t${PATH}&key=k-123`, {
      headers: {
        authorization: "Bearer sk-live-1",
        "openai-beta": "realtime=v1",
        "x-tapegate-scope": "s",
      },
      protocols: ["realtime"],
    });
    await converse(client);
    expect(client.received).toEqual(CONVERSATION);
    expect(client.socket.protocol).toBe("realtime");
    const [handshake] = upstream.handshakes;
    expect(handshake?.target).toBe("/v1/realtime?model=gpt-realtime&key=k-123");
    expect(handshake?.headers).toMatchObject({
      authorization: "Bearer sk-live-1",
      "openai-beta": "realtime=v1",
      host: new URL(upstream.url).host,
    });
    expect(Object.keys(handshake!.headers).filter((name) => name.startsWith("x-"))).toEqual([]);
    // Stored before the client's close was answered.
    expect(run.events).toEqual([{ kind: "recorded", provider: "openai", scope: "s", status: 101 }]);
    run.session.flush();
    const { document } = store.read("s")!;
    expect(document).not.toMatch(/sk-live|k-123/);
    const outcome = recorded("s");
    expect(outcome.frames.map(({ direction, type }) => `${direction} ${type}`)).toEqual([
      "received text",
      "sent text",
      "received text",
      "received text",
      "sent binary",
      "received text",
      "received binary",
    ]);
    expect(outcome).toMatchObject({
      protocol: "realtime",
      close: { code: 1000, reason: "done" },
      ending: "client left",
    });
  });

  test("comes back to the byte, frame by frame, as often as it was recorded", async () => {
    await converse(await connect());
    await replay();
    const client = await connect();
    await converse(client);
    expect(client.received).toEqual(CONVERSATION);
    expect(run.events).toEqual([
      { kind: "hit", provider: "openai", scope: "default", status: 101 },
    ]);
    await expect(connect()).rejects.toMatchObject({
      status: 406,
      headers: { "x-tapegate": "exhausted", "x-should-retry": "false" },
    });
    expect(run.session.tally()).toMatchObject({ hits: 1, misses: [], unused: [] });
  });

  test("is the same with members in another order, and nothing is said before it was", async () => {
    await converse(await connect());
    await replay();
    const client = await connect();
    await client.until(1);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(client.received.length).toBe(1);
    const { type, session } = UPDATE;
    await converse(client, {
      session: { instructions: session.instructions, voice: "marin" },
      type,
    });
    expect(client.received).toEqual(CONVERSATION);
  });

  test("that the server closed is closed with its words", async () => {
    const end = async (): Promise<unknown> => {
      const client = await connect();
      await client.until(1);
      client.socket.send("bye");
      return client.ended;
    };
    expect(await end()).toEqual({ code: 4001, reason: "as you wish" });
    await replay();
    expect(await end()).toEqual({ code: 4001, reason: "as you wish" });
    expect(recorded()).toMatchObject({ ending: "end", close: { code: 4001 } });
    expect(run.session.tally()).toMatchObject({ hits: 1, misses: [] });
  });

  test("that broke breaks, after the same frames", async () => {
    const end = async (): Promise<unknown> => {
      const client = await connect();
      await client.until(1);
      client.socket.send("break");
      const { code } = await client.ended;
      return { code, received: client.received };
    };
    const broken = { code: 1006, received: [CONVERSATION[0], '{"type":"half"}'] };
    expect(await end()).toEqual(broken);
    await replay();
    expect(recorded()).toMatchObject({ ending: "abort", close: null });
    expect(await end()).toEqual(broken);
  });

  test("whose client vanished is kept as one that its client left", async () => {
    const client = await connect();
    await client.until(1);
    client.socket.terminate();
    await client.ended;
    while (run.events.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await replay();
    expect(recorded()).toMatchObject({ ending: "client left", close: null });
  });

  test("is asked for by provider, path and query, and one after the other", async () => {
    for (const greeting of ["one", "two"]) {
      await converse(await connect(`${PATH}&call_id=rtc_${greeting}&api_key=a`), { greeting });
    }
    await replay();
    const clients = [await connect(), await connect(`${PATH}&call_id=rtc_3`)];
    await Promise.all([
      converse(clients[0]!, { greeting: "one" }),
      converse(clients[1]!, { greeting: "two" }),
    ]);
    expect(clients.map(({ received }) => received[2])).toEqual([
      '{"greeting":"one"}',
      '{"greeting":"two"}',
    ]);
    await expect(connect("/openai/v1/realtime?model=other")).rejects.toMatchObject({
      status: 406,
      headers: { "x-tapegate": "miss" },
    });
    await expect(connect("/openai/v1/realtime?model=other")).rejects.toThrow(
      /WEBSOCKET \/v1\/realtime/,
    );
  });

  test("fans out by lanes, whatever order its frames come in", async () => {
    const all = (): Promise<readonly (readonly (string | Buffer)[])[]> =>
      Promise.all(
        Array.from({ length: 12 }, async (_, lane) => {
          const client = await connect(PATH, { headers: { "x-tapegate-lane": String(lane) } });
          await new Promise((resolve) => setTimeout(resolve, Math.random() * 20));
          await converse(client, { lane });
          return client.received;
        }),
      );
    const before = await all();
    await replay();
    expect(await all()).toEqual(before);
    expect(run.session.tally()).toMatchObject({ hits: 12, misses: [], unused: [] });
  });
});

describe("A frame that is not the recorded one", () => {
  beforeEach(async () => {
    await converse(await connect());
    await replay();
  });

  const changed: readonly (readonly [string, object | string | Buffer, RegExp])[] = [
    [
      "another value",
      { ...UPDATE, session: { ...UPDATE.session, voice: "cedar" } },
      /^replay miss: frame 2 differs at \$\.session\.voice: recorded "marin", sent "cedar"$/,
    ],
    [
      "another long value",
      { ...UPDATE, session: { ...UPDATE.session, instructions: `Be ${"ü".repeat(400)}` } },
      /^replay miss: frame 2 differs at \$\.session\.instructions: .*…$/,
    ],
    ["a text that is no JSON", "hello", /^replay miss: frame 2 differs/],
    ["a binary frame", Buffer.from(JSON.stringify(UPDATE)), /^replay miss: frame 2 differs/],
  ];
  for (const [what, frame, reason] of changed) {
    test(`closes the session with a reason: ${what}`, async () => {
      const client = await connect();
      await client.until(1);
      client.socket.send(
        typeof frame === "string" || Buffer.isBuffer(frame) ? frame : JSON.stringify(frame),
      );
      const end = await client.ended;
      expect(end.code).toBe(1008);
      expect(end.reason).toMatch(reason);
      expect(Buffer.byteLength(end.reason)).toBeLessThanOrEqual(123);
      expect(client.received).toEqual([CONVERSATION[0]]);
      const tally = run.session.tally();
      expect(tally).toMatchObject({ hits: 0, exhausted: [], scopes: [{ misses: 1 }] });
      expect(tally.misses[0]).toMatchObject({
        endpoint: "WEBSOCKET /v1/realtime",
        model: "gpt-realtime",
        explanation: { nearest: [{ position: 1, changedSegments: ["frames[1]"] }] },
      });
      expect(tally.misses[0]?.message).toContain("frame 2 of WEBSOCKET /v1/realtime differs");
      expect(run.events.map(({ kind }) => kind)).toEqual(["miss"]);
    });
  }

  test("closes it also where the recording has no further one", async () => {
    const client = await connect();
    await client.until(1);
    client.socket.send(JSON.stringify(UPDATE));
    client.socket.send(Buffer.from([1, 2, 250]));
    client.socket.send("more");
    const end = await client.ended;
    expect(end).toEqual({
      code: 1008,
      reason: "replay miss: frame 8 of the session is not recorded; the recording ends before",
    });
    expect(client.received).toEqual(CONVERSATION);
    expect(run.session.tally()).toMatchObject({ hits: 0, misses: [{ id: "miss-1" }] });
  });

  test("gives a client that broke off the same recording again, one that closed has had it", async () => {
    const lost = await connect();
    await lost.until(1);
    lost.socket.terminate();
    await lost.ended;
    await expect
      .poll(() =>
        connect().then(
          async (client) => {
            await client.until(1);
            client.socket.close();
            await client.ended;
            return client.received;
          },
          () => [],
        ),
      )
      .toEqual([CONVERSATION[0]]);
    expect(run.session.tally()).toMatchObject({ hits: 1, misses: [] });
  });
});

test("Normalisers count in frames", async () => {
  const normalisers = [parseNormaliser("$.event_id"), parseNormaliser("uuid")];
  const clock = { now: () => 1_700_000_000_000 };
  const start = async (mode: "record" | "replay"): Promise<void> => {
    await run.close();
    const log = { warn: () => undefined, error: () => undefined };
    const session = openCassettes({ mode, store, clock, log, normalisers });
    const started = await startRun(mode, openMemoryStore(), { upstream: upstream.url, session });
    run = { ...started, session, close: () => started.close().then(() => session.close()) };
  };
  const update = (id: string): object => ({
    ...UPDATE,
    event_id: `event_${id}`,
    metadata: `7b3e0f6a-9c1d-4e5f-8a2b-${id.repeat(12)}`,
  });
  await start("record");
  await converse(await connect(), update("1"));
  await start("replay");
  const client = await connect();
  await converse(client, update("2"));
  expect(client.received[2]).toBe(JSON.stringify(update("1")));
  expect(run.session.tally()).toMatchObject({ hits: 1, misses: [] });
});

describe("A handshake", () => {
  test("that the provider refuses is recorded and refused again", async () => {
    upstream.refuseWith(401, '{"error":{"message":"no such key"}}');
    const refused = { status: 401, body: '{"error":{"message":"no such key"}}' };
    await expect(connect()).rejects.toMatchObject(refused);
    await replay();
    const error: unknown = await connect().catch((error: unknown) => error);
    expect(error).toBeInstanceOf(RefusedHandshake);
    expect(error).toMatchObject(refused);
    expect((error as RefusedHandshake).headers).not.toHaveProperty("set-cookie");
    expect(run.session.tally()).toMatchObject({ hits: 1, misses: [] });
  });

  test("with nobody behind it is 502, and nothing is recorded", async () => {
    await upstream.close();
    await expect(connect()).rejects.toMatchObject({
      status: 502,
      headers: { "x-tapegate": "failed" },
    });
    run.session.flush();
    expect(store.read("default")?.document).toBeUndefined();
  });

  test("offers subprotocols with keys in them, and none is chosen or kept in replay", async () => {
    await run.close();
    await upstream.close();
    upstream = await startScriptedSessions(talk);
    run = await startRun("record", store, { upstream: upstream.url });
    const protocols = ["realtime", "openai-insecure-api-key.sk-live-77", "openai-beta.realtime-v1"];
    await converse(await connect(PATH, { protocols }));
    await replay();
    expect(store.read("default")?.document).not.toContain("sk-live-77");
    const client = await connect(PATH, { protocols: protocols.toReversed() });
    expect(client.socket.protocol).toBe("realtime");
    await converse(client);
  });

  const refused: readonly (readonly [string, string, Readonly<Record<string, string>>, number])[] =
    [
      ["from another site", PATH, { origin: "https://evil.example" }, 403],
      ["for another host", PATH, { host: "evil.example" }, 403],
      ["to nobody's mount", "/nobody/v1/realtime", {}, 404],
      ["to the report", "/_tapegate/report", {}, 406],
      ["with a lane that is none", PATH, { "x-tapegate-lane": "x" }, 406],
    ];
  for (const [what, path, headers, status] of refused) {
    test(`${what} is refused`, async () => {
      await expect(connect(path, { headers })).rejects.toMatchObject({
        status,
        headers: { "x-tapegate": "refused" },
      });
      expect(upstream.handshakes).toEqual([]);
      expect(run.events).toMatchObject([{ kind: "refused", status }]);
    });
  }

  test("that is none is refused", async () => {
    const answer = await rawBytes(
      run.gateway.port,
      "GET /openai/v1/realtime HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: Upgrade\r\nupgrade: websocket\r\nsec-websocket-key: x\r\nsec-websocket-version: 13\r\n\r\n",
    );
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  });

  test("needs the run's token, where there is one", async () => {
    await run.close();
    run = await startRun("record", store, { upstream: upstream.url, token: "token-12345" });
    const bare = run.gateway.url.replace("/t/token-12345", "");
    await expect(openSession(`${bare}${PATH}`)).rejects.toMatchObject({ status: 403 });
    await converse(await connect());
    expect(run.events.map(({ kind }) => kind)).toEqual(["refused", "recorded"]);
  });
});

test("Auto replays what is recorded, records what is not, and never mixes the two", async () => {
  await converse(await connect(), { n: 1 });
  await run.close();
  run = await startRun("auto", store, { upstream: upstream.url });
  const known = await connect();
  await converse(known, { n: 1 });
  await converse(await connect("/openai/v1/realtime?model=other"), { n: 2 });
  expect(upstream.handshakes.length).toBe(2);
  expect(run.session.tally()).toMatchObject({ hits: 1, recorded: 1, misses: [] });
  await run.close();
  run = await startRun("auto", store, { upstream: upstream.url });
  const changed = await connect();
  await changed.until(1);
  changed.socket.send('{"n":3}');
  expect((await changed.ended).reason).toContain("differs at $.n: recorded 1, sent 3");
  expect(upstream.handshakes.length).toBe(2);
});

test("A frame that holds something of this very run is pointed out after recording", async () => {
  const file = "/tmp/pytest-of-root/pytest-12/test_a0/in.wav";
  await converse(await connect(), { type: "session.update", file });
  run.session.flush();
  expect(run.session.tally().findings).toEqual([
    expect.stringMatching(/a temporary path at \$.*\.file, .*normaliser temp-path/),
  ]);
});

test("A known secret is kept out of the copies of frames, and a session that answers with one is not stored", async () => {
  await run.close();
  const secret = "open-sesame-4711";
  const redactor = createPatternRedactor({ literals: new Map([["DOOR", secret]]) });
  const log = { warn: () => undefined, error: () => undefined };
  const clock = { now: () => 1_700_000_000_000 };
  const session = openCassettes({ mode: "record", store, clock, log, redactor });
  const started = await startRun("record", openMemoryStore(), { upstream: upstream.url, session });
  run = { ...started, session, close: () => started.close().then(() => session.close()) };
  const client = await connect();
  await client.until(1);
  client.socket.send(JSON.stringify({ secret }));
  await client.until(3);
  client.socket.close(1000);
  await client.ended;
  expect(started.events.map(({ kind }) => kind)).toEqual(["failed"]);
  session.flush();
  expect(store.read("default")?.document ?? "").not.toContain(secret);
  expect(session.tally().recorded).toBe(0);
});

test("A secret that only the client says is kept out of the cassette and still compared", async () => {
  const say = async (secret: string): Promise<unknown> => {
    const client = await connect();
    await client.until(1);
    client.socket.send(JSON.stringify({ hush: `Bearer ${secret}` }));
    await client.until(2);
    client.socket.close(1000);
    await client.ended;
    return client.received[1];
  };
  const secret = "sk-proj-A1b2C3d4E5f6G7h8I9j0K1l2M3n4";
  expect(await say(secret)).toBe('{"type":"ok"}');
  await replay();
  expect(store.read("default")?.document).not.toContain(secret);
  const other = secret.replace("A1b2", "Z9y8");
  const client = await connect();
  await client.until(1);
  client.socket.send(JSON.stringify({ hush: `Bearer ${other}` }));
  expect(await client.ended).toEqual({
    code: 1008,
    reason: "replay miss: frame 2 differs from the recording",
  });
  expect(JSON.stringify(run.session.tally())).not.toMatch(/sk-proj-[AZ]/);
  await replay();
  expect(await say(secret)).toBe('{"type":"ok"}');
});

describe("Bounds", () => {
  test("a client that leaves the recording waiting is told what for, and it is a miss", async () => {
    await converse(await connect());
    await replay();
    const waits = vi.spyOn(globalThis, "setTimeout");
    const client = await connect();
    await client.until(1);
    const idle = waits.mock.calls.find(([, ms]) => ms === REPLAY_IDLE_MS);
    waits.mockRestore();
    idle![0]();
    expect(await client.ended).toMatchObject({
      code: 1008,
      reason: "replay miss: frame 2 was waited for, and the client did not send it",
    });
    expect(run.session.tally()).toMatchObject({ hits: 0, misses: [{ id: "miss-1" }] });
  });

  test("a session that is too long to keep is closed with 1009 and not recorded", async () => {
    const client = await connect();
    const chunk = Buffer.alloc(15 * MIB, 7);
    for (let sent = 0; sent < 5; sent++) client.socket.send(chunk);
    expect(await client.ended).toEqual({
      code: 1009,
      reason: "it is longer than a recording may be",
    });
    expect(run.events).toMatchObject([{ kind: "failed" }]);
    run.session.flush();
    expect(store.read("default")?.document).toBeUndefined();
  });

  test("a frame that is too large ends the session", async () => {
    const client = await connect();
    await client.until(1);
    client.socket.send(Buffer.alloc(17 * MIB));
    expect((await client.ended).code).toBe(1009);
  });

  test("a slow reader gets every frame, and its provider waits for it", async () => {
    await upstream.close();
    await run.close();
    upstream = await startScriptedSessions((socket) => {
      for (let count = 0; count < 200; count++) {
        const frame = Buffer.alloc(200_000, count);
        socket.send(frame);
      }
      socket.close(1000);
    });
    run = await startRun("record", store, { upstream: upstream.url });
    const client = await connect();
    client.socket.pause();
    await new Promise((resolve) => setTimeout(resolve, 100));
    client.socket.resume();
    expect((await client.ended).code).toBe(1000);
    expect(client.received.map((frame) => (frame as Buffer)[199_999])).toEqual(
      Array.from({ length: 200 }, (_, count) => count),
    );
    expect(run.events.map(({ kind }) => kind)).toEqual(["recorded"]);
  });
});

describe("A session under way is not stored", () => {
  const ends: readonly (readonly [string, (client: SessionClient) => Promise<unknown> | void])[] = [
    ["when the gateway closes", () => run.close()],
    ["when its client vanishes while the run is being ended", ({ socket }) => socket.terminate()],
    ["when its client leaves while the run is being ended", ({ socket }) => socket.close(1000)],
    ["when its provider goes while the run is being ended", () => upstream.close()],
  ];
  for (const [when, end] of ends) {
    test(when, async () => {
      const client = await connect();
      await client.until(1);
      client.socket.send(JSON.stringify(UPDATE));
      await client.until(3);
      if (!when.includes("closes")) run.gateway.announceEnd();
      await end(client);
      await client.ended;
      await run.close();
      expect(run.events).toEqual([
        { kind: "failed", provider: "openai", scope: "default", status: 0 },
      ]);
      expect(run.said).toEqual([
        "Not recorded: the run was ended while openai answered WEBSOCKET /v1/realtime. What was recorded of it before stays",
      ]);
      expect(store.read("default")?.document).toBeUndefined();
    });
  }

  test("but one that its provider closes then is", async () => {
    const client = await connect();
    await client.until(1);
    run.gateway.announceEnd();
    client.socket.send("bye");
    await client.ended;
    await run.close();
    expect(recorded()).toMatchObject({ ending: "end", close: { code: 4001 } });
  });
});

test("A request that offers another protocol is answered as if it did not", async () => {
  const answer = await new Promise<{ status: number; body: string }>((resolve, reject) => {
    const call = request(
      `${run.gateway.url}/_tapegate/close-scope`,
      {
        method: "POST",
        // As Java's HTTP client begins every connection.
        headers: {
          connection: "Upgrade, HTTP2-Settings",
          upgrade: "h2c",
          "http2-settings": "AAEAAEAAAAIAAAABAAMAAABkAAQBAAAAAAUAAEAA",
          "content-type": "application/json",
        },
      },
      (message) => {
        let body = "";
        message.setEncoding("utf8").on("data", (text: string) => (body += text));
        message.on("end", () => resolve({ status: message.statusCode ?? 0, body }));
      },
    );
    call.on("error", reject);
    call.end(JSON.stringify({ scope: "x".repeat(3000), keep: true }));
  });
  expect(answer).toEqual({ status: 200, body: "{}" });
});
