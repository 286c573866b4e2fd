import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openMemoryStore } from "../../src/stores/memory-store.ts";
import { startRun } from "../helpers/gateway-run.ts";
import type { GatewayRun } from "../helpers/gateway-run.ts";
import { rawRequest } from "../helpers/raw-http.ts";
import { startScriptedUpstream } from "../helpers/scripted-upstream.ts";
import type { ScriptedUpstream } from "../helpers/scripted-upstream.ts";

let upstream: ScriptedUpstream;
let store: ReturnType<typeof openMemoryStore>;
let run: GatewayRun;
beforeEach(async () => {
  let count = 0;
  upstream = await startScriptedUpstream(() => ({ body: `{"n":${++count}}` }));
  store = openMemoryStore();
  run = await startRun("record", store, { upstream: upstream.url });
});
afterEach(async () => {
  await run.close();
  await upstream.close();
});

describe("POST /_tapegate/close-scope", () => {
  test("writes what a passed test recorded, at once", async () => {
    await ask();
    expect(store.read("t")?.document).toBeUndefined();
    expect(await close({ scope: "t", keep: true })).toBe(200);
    expect(store.read("t")?.document).toContain('"n": 1');
  });

  test("drops what a failed test recorded", async () => {
    await ask();
    expect(await close({ scope: "t", keep: false })).toBe(200);
    expect(store.read("t")).toBeUndefined();
  });

  test("stores a stream first that its reader left on the way", async () => {
    upstream.push({
      headers: { "content-type": "text/event-stream" },
      chunks: ["data: 1\n\n"],
      ending: "hang",
    });
    const url = `${run.gateway.url}/s/t/openai/v1/chat/completions`;
    await rawRequest(url, { body: "{}", leavesAfterChunks: 1 });
    await close({ scope: "t", keep: true });
    expect(run.errors).toEqual([]);
    expect(store.read("t")?.document).toContain('"client left"');
  });

  test("lets a rerun begin at the first recording", async () => {
    await ask();
    await close({ scope: "t", keep: true });
    await replay();
    expect([await ask(), await ask()]).toEqual(['{"n":1}', 406]);
    await close({ scope: "t", keep: true });
    expect(await ask()).toBe('{"n":1}');
  });

  test("keeps of several attempts what only earlier ones asked, beside the last", async () => {
    await ask(undefined, "x");
    await ask(undefined, "first");
    await close({ scope: "t", keep: false, again: true });
    expect(store.read("t")).toBeUndefined();
    await ask(undefined, "x");
    await close({ scope: "t", keep: true });
    await replay();
    expect([await ask(undefined, "x"), await ask(undefined, "first")]).toEqual([
      '{"n":3}',
      '{"n":2}',
    ]);
  });

  test("leaves the earlier cassette where what was begun is never judged", async () => {
    await ask();
    await run.close();
    run = await startRun("record", store, { upstream: upstream.url });
    expect(await ask(undefined, "x", { "x-tapegate-verdict": "awaited" })).toBe('{"n":2}');
    await run.close();
    expect(run.session.tally().scopes).toMatchObject([{ verdict: "not kept" }]);
    expect(store.read("t")?.document).toContain('"n": 1');
    expect(store.read("t")?.document).not.toContain('"n": 2');
  });

  test("answers each worker from the first recording on, and records one", async () => {
    expect([await ask("gw0"), await ask("gw1")]).toEqual(['{"n":1}', '{"n":2}']);
    await close({ scope: "t", keep: true, worker: "gw1" });
    await close({ scope: "t", keep: true, worker: "gw0" });
    expect(store.read("t")?.document).not.toContain('"n": 2');
    await replay();
    expect([await ask("gw1"), await ask("gw2"), await ask("gw0"), await ask("gw0")]).toEqual([
      '{"n":1}',
      '{"n":1}',
      '{"n":1}',
      406,
    ]);
    // One worker's end is not the others'.
    await close({ scope: "t", keep: true, worker: "gw1" });
    expect([await ask("gw1"), await ask("gw0")]).toEqual(['{"n":1}', 406]);
  });

  test.each([
    ["GET", undefined],
    ["POST", "no JSON"],
    ["POST", "[]"],
    ["POST", '{"scope":"","keep":true}'],
    ["POST", '{"scope":"t"}'],
    ["POST", '{"scope":"t","keep":1}'],
    ["POST", '{"scope":"t","keep":true,"worker":"a b"}'],
    ["POST", '{"scope":"t","keep":true,"again":"yes"}'],
    ["POST", JSON.stringify({ scope: "x".repeat(5000), keep: true })],
  ])("refuses %s %j", async (method, body) => {
    const url = `${run.gateway.url}/_tapegate/close-scope`;
    const answer = await rawRequest(url, { method, ...(body === undefined ? {} : { body }) });
    expect(answer.status).toBe(400);
    expect(answer.body.toString()).toContain("send POST with");
  });

  test("refuses a worker's name that is none", async () => {
    expect(await ask("a b")).toBe(406);
    expect(await ask(undefined, "x", { "x-tapegate-verdict": "maybe" })).toBe(406);
  });
});

async function replay(): Promise<void> {
  await run.close();
  run = await startRun("replay", store);
}

/** The answer's text; its status where that is not 200. */
async function ask(
  worker?: string,
  input = "x",
  more: Readonly<Record<string, string>> = {},
): Promise<string | number> {
  const answer = await rawRequest(`${run.gateway.url}/s/t/openai/v1/embeddings`, {
    body: JSON.stringify({ model: "m", input }),
    headers: worker === undefined ? more : { ...more, "x-tapegate-worker": worker },
  });
  return answer.status === 200 ? answer.body.toString() : answer.status;
}

async function close(body: object): Promise<number> {
  const url = `${run.gateway.url}/_tapegate/close-scope`;
  return (await rawRequest(url, { method: "POST", body: JSON.stringify(body) })).status;
}
