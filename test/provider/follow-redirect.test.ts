// Redirects of providers: each hop is a recording of its own, followed as `fetch` follows, in process as
// over the gateway, live as in replay.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Cassette } from "../../src/cassette/values.ts";
import { decodeCassette } from "../../src/cassette/cassette-format.ts";
import { type Cassettes, openCassettes } from "../../src/library/open-cassettes.ts";
import { openMemoryStore } from "../../src/stores/memory-store.ts";
import { startRun } from "../helpers/gateway-run.ts";
import { openKeptLog } from "../helpers/kept-log.ts";
import {
  type ReceivedRequest,
  type ScriptedAnswer,
  type ScriptedUpstream,
  startScriptedUpstream,
} from "../helpers/scripted-upstream.ts";

const POST = { method: "POST", body: '{"model":"m"}', headers: { authorization: "Bearer key" } };

/** Of no provider. */
const ELSEWHERE = "http://elsewhere.test/x";

interface Case {
  readonly name: string;
  readonly path: string;
  readonly init?: RequestInit;
  /** Requests that the provider gets. */
  readonly asked: readonly string[];
  /** What the client gets. */
  readonly got: readonly [status: number, path: string, isRedirected: boolean, text: string];
}

const CASES: readonly Case[] = [
  {
    name: "307 keeps method and body",
    path: "/v1/307",
    init: POST,
    asked: ['POST /v1/307 {"model":"m"}', 'POST /v1/end?x=1 {"model":"m"}'],
    got: [200, "/v1/end?x=1", true, "the end"],
  },
  {
    name: "303 becomes a GET",
    path: "/v1/303",
    init: POST,
    asked: ['POST /v1/303 {"model":"m"}', "GET /v1/end?x=1 "],
    got: [200, "/v1/end?x=1", true, "the end"],
  },
  {
    name: "302 of a POST becomes a GET, by way of another",
    path: "/v1/302?to=/v1/301",
    init: POST,
    asked: ['POST /v1/302?to=/v1/301 {"model":"m"}', "GET /v1/301 ", "GET /v1/end?x=1 "],
    got: [200, "/v1/end?x=1", true, "the end"],
  },
  {
    name: "manual gives the redirect",
    path: "/v1/302",
    init: { redirect: "manual" },
    asked: ["GET /v1/302 "],
    got: [302, "/v1/302", false, "go on"],
  },
  {
    name: "a redirect without a place is the answer",
    path: "/v1/302?to=",
    asked: ["GET /v1/302?to= "],
    got: [302, "/v1/302?to=", false, "go on"],
  },
];

let upstream: ScriptedUpstream;
let foreign: ScriptedUpstream;
beforeAll(async () => {
  foreign = await startScriptedUpstream({ body: '"of somebody else"' });
  upstream = await startScriptedUpstream(redirect);
});
afterAll(() => Promise.all([upstream.close(), foreign.close()]));

describe.each(CASES)("A redirect: $name", ({ path, init, asked, got }) => {
  test("in process, live and in replay", async () => {
    const store = openMemoryStore();
    const before = upstream.requests.length;
    const recording = open("record", store);
    expect(await ask(recording, path, init)).toEqual(got);
    recording.close();
    expect(since(before)).toEqual(asked);
    expect(requestsOf(store).length).toBe(asked.length);
    const replay = open("replay", store);
    expect(await ask(replay, path, init)).toEqual(got);
    expect(replay.tally()).toMatchObject({ hits: asked.length, misses: [] });
    expect(since(before)).toEqual(asked);
  });

  test("over the gateway, from the same cassette", async () => {
    const store = openMemoryStore();
    const recording = open("record", store);
    await ask(recording, path, init);
    recording.close();
    const run = await startRun("replay", store, { upstream: upstream.url });
    const response = await fetch(`${run.gateway.url}/openai${path}`, init);
    const { pathname, search } = new URL(response.url);
    expect([
      response.status,
      (pathname + search).replace("/openai", ""),
      response.redirected,
      await response.text(),
    ]).toEqual(got);
    await run.close();
    expect(run.session.tally()).toMatchObject({ hits: asked.length, misses: [] });
  });
});

test("nothing of another host is stored as the provider's, nor asked in replay", async () => {
  const store = openMemoryStore();
  const path = `/v1/302?to=${encodeURIComponent(ELSEWHERE)}`;
  for (const mode of ["record", "replay"] as const) {
    const cassettes = open(mode, store);
    const [status, , , text] = await ask(cassettes, path, POST);
    expect(status).toBe(406);
    expect(text).toContain("no provider has the host");
    cassettes.close();
  }
  expect(foreign.requests).toEqual([]);
  expect(requestsOf(store)).toEqual([`POST ${path.split("?")[0]}`]);
});

test("where hosts of nobody may pass, the other host gets no key and nothing of it is recorded", async () => {
  const store = openMemoryStore();
  const cassettes = open("record", store, { unknownHosts: "pass" });
  const got = await ask(cassettes, `/v1/307?to=${encodeURIComponent(ELSEWHERE)}`, POST);
  cassettes.close();
  expect(got).toEqual([200, "/x", true, '"of somebody else"']);
  expect(foreign.requests[0]?.headers.authorization).toBeUndefined();
  expect(foreign.requests[0]?.body.toString()).toBe(POST.body);
  expect(requestsOf(store).length).toBe(1);
});

test.each([
  ["the caller wants none", "/v1/302", { redirect: "error" }, "unexpected redirect"],
  ["they never end", "/v1/302?to=/v1/302%3Fto=", {}, "redirect count exceeded"],
  ["the body was a stream", "/v1/307", streamed, "streamed body"],
  ["it leads into a file", "/v1/302?to=file:///etc/hosts", {}, "HTTP(S) scheme"],
] as const)("fetch fails where %s, live and in replay", async (_why, path, init, cause) => {
  const store = openMemoryStore();
  const loop = path.endsWith("%3Fto=") ? `/v1/loop` : path;
  for (const mode of ["record", "replay"] as const) {
    const cassettes = open(mode, store);
    const failed = ask(cassettes, loop, typeof init === "function" ? init() : init);
    await expect(failed).rejects.toMatchObject({
      message: "fetch failed",
      cause: { message: expect.stringContaining(cause) as string },
    });
    cassettes.close();
  }
});

function streamed(): RequestInit {
  const body = new Blob(["{}"]).stream();
  return { method: "POST", body, duplex: "half" };
}

function redirect({ target }: ReceivedRequest): ScriptedAnswer {
  const { pathname, searchParams } = new URL(target, "http://provider");
  if (pathname === "/v1/loop") return { status: 302, headers: { location: "/v1/loop" }, body: "" };
  if (pathname === "/v1/end") {
    return { body: "the end", headers: { "content-type": "text/plain" } };
  }
  const location = searchParams.get("to") ?? "end?x=1";
  return {
    status: Number(pathname.slice("/v1/".length)),
    headers: { "content-type": "text/plain", ...(location === "" ? {} : { location }) },
    body: "go on",
  };
}

function open(
  mode: "record" | "replay",
  store: ReturnType<typeof openMemoryStore>,
  more: { readonly unknownHosts?: "pass" } = {},
): Cassettes {
  const providers = { openai: { upstream: upstream.url } };
  const live: typeof fetch = (input, init) =>
    fetch(typeof input === "string" ? input.replace(ELSEWHERE, `${foreign.url}/x`) : input, init);
  return openCassettes({ mode, store, providers, fetch: live, log: openKeptLog(), ...more });
}

async function ask(
  cassettes: Cassettes,
  path: string,
  init?: RequestInit,
): Promise<readonly [number, string, boolean, string]> {
  const response = await cassettes.fetch(upstream.url + path, init);
  const { pathname, search } = new URL(response.url === "" ? "http://refused/" : response.url);
  return [response.status, pathname + search, response.redirected, await response.text()];
}

function since(count: number): readonly string[] {
  return upstream.requests
    .slice(count)
    .map(({ method, target, body }) => `${method} ${target} ${body.toString()}`);
}

function requestsOf(store: ReturnType<typeof openMemoryStore>): readonly string[] {
  return [...store.scopes()].flatMap((scope) => {
    const document = store.read(scope)?.document;
    const cassette: Cassette | undefined =
      document === undefined ? undefined : decodeCassette(document, scope);
    return (cassette?.interactions ?? []).map(({ endpoint }) => endpoint);
  });
}
