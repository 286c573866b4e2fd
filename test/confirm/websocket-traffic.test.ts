import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { missingTraffic, TRAFFIC } from "../helpers/node-runtimes.ts";
import { openSession } from "../helpers/scripted-sessions.ts";
import type { SessionClient } from "../helpers/scripted-sessions.ts";
import { run, send, serve, type ServedGateway } from "./served-gateway.ts";

const SESSIONS = join(TRAFFIC, "../websocket");
const skip = missingTraffic(SESSIONS);

/* oxlint-disable typescript/no-explicit-any -- recordings of others have any shape */

/** A recording as YAML has it, read by nothing of src/. */
interface Transcript {
  readonly file: string;
  readonly scope: string;
  readonly items: readonly any[];
}

const transcripts: readonly Transcript[] =
  skip === undefined
    ? readdirSync(SESSIONS, { recursive: true, encoding: "utf8" })
        .filter((file) => file.endsWith(".yaml"))
        .sort()
        .map((file) => ({
          file: join(SESSIONS, file),
          scope: file.replaceAll("\\", "/").replace(/\.yaml$/, ""),
          items: parse(readFileSync(join(SESSIONS, file), "utf8")).interactions,
        }))
    : [];
const sessions = transcripts.filter(({ items }) => items.every((item) => "direction" in item));
const calls = transcripts.filter(({ items }) => items.every((item) => "request" in item));

const folder = mkdtempSync(join(tmpdir(), "tapegate-websocket-"));
let gateway: ServedGateway | undefined;

afterAll(async () => {
  await gateway?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.skipIf(skip !== undefined)("recorded WebSocket sessions of others", () => {
  beforeAll(async () => {
    const { status, stdout } = run(["import", "--to", folder, "--json", SESSIONS]);
    expect(status).toBe(0);
    const report = JSON.parse(stdout) as { readonly files: readonly object[] };
    expect(report.files).toEqual(
      transcripts.map(({ file, scope }) => ({ file, scope, interactions: 1, skipped: [] })),
    );
    gateway = await serve(["--mode", "replay", "--cassettes", folder]);
  });

  test("are all there", () => {
    expect([sessions.length, calls.length]).toEqual([24, 2]);
    expect(sessions.flatMap(({ items }) => items).length).toBeGreaterThan(1000);
  });

  test.each(sessions.map((session) => [session.scope, session] as const))(
    "%s: its client gets exactly what it got",
    async (_scope, session) => {
      const client = await open(session);
      await play(client, session.items);
      client.socket.close(1000);
      expect(await client.ended).toEqual({ code: 1000, reason: "" });
      expect(values(client)).toEqual(receivedOf(session.items));
    },
  );

  test.each(calls.map((call) => [call.scope, call] as const))(
    "%s: the call is set up, and its sideband joined",
    async (scope, { items: [{ request, response }] }) => {
      const path = new URL(request.uri as string).pathname;
      const answer = await send(`${gateway!.url}/s/${encodeURIComponent(scope)}/openai${path}`, {
        method: request.method,
        headers: { "content-type": request.headers["content-type"][0] },
        body: Buffer.from(request.body as string),
      });
      expect([answer.status, answer.body.toString()]).toEqual([201, response.body.string]);
      const id = String(answer.headers["location"]).split("/").at(-1)!;
      expect(response.headers.location[0]).toContain(id);
    },
  );

  test("have all been used, and nothing was missed", async () => {
    const report = await gateway!.report();
    expect(report).toMatchObject({ hits: 26, misses: [], exhausted: [], unused: [] });
    expect(gateway!.stderr()).toBe("");
  });

  test("close when the client says something else, and say what", async () => {
    await gateway!.close();
    gateway = await serve(["--mode", "replay", "--cassettes", folder]);
    for (const session of sessions) {
      const client = await open(session);
      const at = session.items.findLastIndex(({ direction }) => direction === "sent");
      await play(client, session.items.slice(0, at));
      const { data } = session.items[at];
      client.socket.send(JSON.stringify({ ...data, tapegate_test: "x" }));
      const end = await client.ended;
      expect(end, session.scope).toEqual({
        code: 1008,
        reason: `replay miss: frame ${at + 1} differs at $.tapegate_test: recorded nothing, sent "x"`,
      });
      expect(values(client), session.scope).toEqual(receivedOf(session.items.slice(0, at)));
    }
    const { hits, misses } = await gateway.report();
    expect([hits, misses.length]).toEqual([0, sessions.length]);
  });
});

/** Connects as the recorded client did, by what is known of each provider and not by src/. */
function open({ scope, items }: Transcript): Promise<SessionClient> {
  const root = `${gateway!.url}/s/${encodeURIComponent(scope)}`;
  const [{ data }] = items;
  if (data.setup !== undefined) {
    return /gateway/.test(scope)
      ? openSession(
          `${root}/vertex/ws/google.cloud.aiplatform.v1beta1.LlmBidiService/BidiGenerateContent`,
        )
      : openSession(
          `${root}/gemini/ws/google.ai.generativelanguage.v1beta.GenerativeService.BidiGenerateContent?key=AIza-any`,
        );
  }
  if (/sideband/.test(scope)) return openSession(`${root}/openai/v1/realtime?call_id=rtc_any`);
  const mount = scope.includes("[xai") ? "xai" : "openai";
  return openSession(`${root}/${mount}/v1/realtime?model=${data.session.model}`, {
    protocols: ["realtime", "openai-insecure-api-key.any"],
  });
}

/** Sends each frame of the client when all that it had received before has come. */
async function play(client: SessionClient, items: readonly any[]): Promise<void> {
  let received = 0;
  for (const { direction, data } of items) {
    if (direction === "received") received += 1;
    else {
      await client.until(received);
      client.socket.send(JSON.stringify(data));
    }
  }
  await client.until(received);
}

function values(client: SessionClient): readonly unknown[] {
  return client.received.map((message) => JSON.parse(message as string) as unknown);
}

function receivedOf(items: readonly any[]): readonly unknown[] {
  return items.flatMap(({ direction, data }) => (direction === "received" ? [data] : []));
}
