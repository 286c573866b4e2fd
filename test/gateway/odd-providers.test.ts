import { createServer } from "node:net";
import type { AddressInfo, Socket } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { openMemoryStore } from "../../src/stores/memory-store.ts";
import { startRun } from "../helpers/gateway-run.ts";
import { rawRequest } from "../helpers/raw-http.ts";

const PATH = "/openai/v1/chat/completions";
const BODY = '{"model":"m","messages":[]}';
const JSON_HEADER = "content-type: application/json";

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close();
});

/** A provider that writes bytes as they are for each request on a connection. */
async function startBytes(answer: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.on("data", (bytes) => {
      if (bytes.includes("\r\n\r\n")) answer(socket);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  open.push(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe("A provider", () => {
  test("that closes its connections unannounced is never recorded as broken", async () => {
    // One that waits for another request on a connection closes it instead of answering.
    const answered = new WeakSet<Socket>();
    const upstream = await startBytes((socket) => {
      if (answered.has(socket)) {
        socket.destroy();
        return;
      }
      answered.add(socket);
      socket.write(`HTTP/1.1 200 OK\r\n${JSON_HEADER}\r\ncontent-length: 2\r\n\r\n{}`);
    });
    const run = await startRun("record", openMemoryStore(), { upstream });
    open.push(() => run.close());
    for (const _ of [1, 2, 3]) {
      expect((await rawRequest(run.gateway.url + PATH, { body: BODY })).body.toString()).toBe("{}");
    }
    expect(run.events.map(({ kind, status, fault }) => [kind, status, fault])).toEqual(
      Array.from({ length: 3 }, () => ["recorded", 200, undefined]),
    );
  });

  test("that breaks a JSON answer off: its client gets the same bytes while recording and in replay", async () => {
    const upstream = await startBytes((socket) => {
      socket.end(`HTTP/1.1 200 OK\r\n${JSON_HEADER}\r\ncontent-length: 20\r\n\r\n{"half":`);
    });
    const store = openMemoryStore();
    for (const mode of ["record", "replay"] as const) {
      const run = await startRun(mode, store, mode === "record" ? { upstream } : {});
      const answer = await rawRequest(run.gateway.url + PATH, { body: BODY });
      const { events } = run;
      await run.close();
      expect([mode, answer.body.toString()]).toEqual([mode, '{"half":']);
      expect(answer.failure).toBeDefined();
      if (mode === "record") expect(events).toMatchObject([{ kind: "recorded", fault: "abort" }]);
    }
  });

  describe("whose answer states no length", () => {
    const head = "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nconnection: close\r\n\r\n";
    const event = 'data: {"a":1}\n\n';
    const cases: readonly (readonly [how: string, fault: "abort" | undefined])[] = [
      ["closes", undefined],
      ["resets", "abort"],
    ];
    for (const [how, fault] of cases) {
      test(`and that ${how} the connection behind it`, async () => {
        const upstream = await startBytes((socket) => {
          socket.write(head + event);
          // A reset throws away what the other side has not read yet.
          setTimeout(() => (fault === undefined ? socket.end() : socket.resetAndDestroy()), 20);
        });
        const store = openMemoryStore();
        for (const mode of ["record", "replay"] as const) {
          const run = await startRun(mode, store, mode === "record" ? { upstream } : {});
          const answer = await rawRequest(run.gateway.url + PATH, { body: BODY });
          const { events } = run;
          await run.close();
          expect(answer.body.toString()).toBe(event);
          expect(answer.failure === undefined).toBe(fault === undefined);
          if (mode === "record") expect(events.map((each) => each.fault)).toEqual([fault]);
        }
      });
    }
  });

  describe("that answers what is only on the way, unasked", () => {
    const final = `HTTP/1.1 200 OK\r\n${JSON_HEADER}\r\ncontent-length: 2\r\n\r\n{}`;
    const hundred = "HTTP/1.1 100 Continue\r\n\r\n";
    const hints = "HTTP/1.1 103 Early Hints\r\nlink: </x>; rel=preload\r\n\r\n";
    const cases: readonly (readonly [how: string, pieces: readonly string[]])[] = [
      ["at once with its answer", [hundred + final]],
      ["on its own", [hundred, final]],
      ["letter by letter", (hundred + final.slice(0, 40)).split("").concat(final.slice(40))],
      ["twice, and hints", [hints + hundred, hundred, final]],
    ];
    for (const [how, pieces] of cases) {
      test(how, async () => {
        const upstream = await startBytes((socket) => {
          socket.setNoDelay(true);
          const left = [...pieces];
          const next = (): void => {
            const piece = left.shift();
            if (piece === undefined) return;
            socket.write(piece);
            setTimeout(next, 1);
          };
          next();
        });
        const run = await startRun("record", openMemoryStore(), { upstream });
        open.push(() => run.close());
        const answer = await rawRequest(run.gateway.url + PATH, { body: BODY });
        expect([answer.status, answer.body.toString()]).toEqual([200, "{}"]);
        expect(run.session.tally().recorded).toBe(1);
      });
    }
  });

  const garbled: readonly (readonly [name: string, bytes: string])[] = [
    ["speaks no HTTP", "SSH-2.0-OpenSSH_9.2\r\n\r\n"],
    ["says little", "NO\r\n"],
    [
      "answers 100 unasked and nothing behind it that is HTTP",
      "HTTP/1.1 100 Continue\r\n\r\nNO\r\n",
    ],
    [
      "gives two lengths",
      `HTTP/1.1 200 OK\r\n${JSON_HEADER}\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n{}`,
    ],
    [
      "gives a length and chunks",
      `HTTP/1.1 200 OK\r\n${JSON_HEADER}\r\ncontent-length: 2\r\ntransfer-encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n`,
    ],
    [
      "switches protocols unasked",
      "HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: h2c\r\n\r\n",
    ],
    [
      "compresses as nobody knows",
      `HTTP/1.1 200 OK\r\n${JSON_HEADER}\r\ncontent-encoding: rot13\r\ncontent-length: 2\r\n\r\n{}`,
    ],
    ["gives a status below all others", `HTTP/1.1 099 Low\r\ncontent-length: 0\r\n\r\n`],
  ];
  for (const [name, bytes] of garbled) {
    test(`that ${name} is a 502 that says so, and nothing is recorded`, async () => {
      const upstream = await startBytes((socket) => socket.end(bytes));
      const run = await startRun("record", openMemoryStore(), { upstream });
      open.push(() => run.close());
      const answer = await rawRequest(run.gateway.url + PATH, { body: BODY });
      expect(answer.status).toBe(502);
      expect(answer.body.toString()).toMatch(/answers what cannot be read \([^)]*[a-z]/);
      expect(answer.body.toString()).not.toContain("undefined");
      expect(run.session.tally().recorded).toBe(0);
    });
  }
});
