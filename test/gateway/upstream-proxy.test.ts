import { createServer } from "node:http";
import { connect } from "node:net";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { proxyFor } from "../../src/gateway/upstream-proxy.ts";
import type { UpstreamProxy } from "../../src/gateway/upstream-proxy.ts";
import { openMemoryStore } from "../../src/stores/memory-store.ts";
import { startRun } from "../helpers/gateway-run.ts";
import { rawRequest } from "../helpers/raw-http.ts";
import { openSession, startScriptedSessions } from "../helpers/scripted-sessions.ts";
import { startScriptedUpstream } from "../helpers/scripted-upstream.ts";
import type { ScriptedUpstream } from "../helpers/scripted-upstream.ts";

const PATH = "/openai/v1/chat/completions";
const BODY = '{"model":"m","messages":[]}';

/** A proxy that leads every tunnel to one server of this machine. */
interface ScriptedProxy {
  readonly url: string;
  /** `host:port` and credentials of each tunnel that was asked for. */
  readonly asked: readonly { readonly target: string; readonly credentials: string | undefined }[];
  answer: "tunnel" | "refuse" | "drop";
  leadsTo: string;
  close(): Promise<void>;
}

async function startScriptedProxy(leadsTo: string): Promise<ScriptedProxy> {
  const asked: { target: string; credentials: string | undefined }[] = [];
  const server = createServer();
  const proxy: ScriptedProxy = {
    url: "",
    asked,
    answer: "tunnel",
    leadsTo,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  server.on("connect", (request, client) => {
    asked.push({
      target: request.url ?? "",
      credentials: request.headers["proxy-authorization"],
    });
    client.on("error", () => undefined);
    if (proxy.answer === "drop") {
      client.destroy();
      return;
    }
    if (proxy.answer === "refuse") {
      client.end("HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n");
      return;
    }
    const provider = connect(Number(new URL(proxy.leadsTo).port), "127.0.0.1", () => {
      client.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      client.pipe(provider).pipe(client);
    });
    provider.on("error", () => client.destroy());
    provider.on("close", () => client.destroy());
    client.on("close", () => provider.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return Object.assign(proxy, { url: `127.0.0.1:${(server.address() as AddressInfo).port}` });
}

let upstream: ScriptedUpstream;
let proxy: ScriptedProxy;
beforeEach(async () => {
  upstream = await startScriptedUpstream();
  proxy = await startScriptedProxy(upstream.url);
});
afterEach(async () => {
  await proxy.close();
  await upstream.close();
});

function through(userinfo = ""): UpstreamProxy {
  return { http: `http://${userinfo}${proxy.url}`, https: undefined, bypass: "" };
}

describe("recording through a proxy", () => {
  test("asks it for a tunnel to the provider, with its credentials, and records the answer", async () => {
    const store = openMemoryStore();
    const run = await startRun("record", store, {
      upstream: "http://llm.example",
      proxy: through("me:p%40ss@"),
    });
    const answer = await rawRequest(run.gateway.url + PATH, { body: BODY });
    await run.close();
    expect(answer.status).toBe(200);
    expect(proxy.asked).toEqual([
      { target: "llm.example:80", credentials: `Basic ${btoa("me:p@ss")}` },
    ]);
    expect(upstream.requests.map(({ headers }) => headers.host)).toEqual(["llm.example"]);
    expect(upstream.requests[0]?.headers["proxy-authorization"]).toBeUndefined();
    expect(store.read("default")?.document).toContain("/v1/chat/completions");
  });

  for (const [how, reason] of [
    ["refuse", /the proxy at 127\.0\.0\.1:\d+ gave no way to it: it answered 407/],
    ["drop", /the proxy at 127\.0\.0\.1:\d+ gave no way to it: /],
  ] as const) {
    test(`one that does "${how}" is asked once, said, and nothing is recorded`, async () => {
      const store = openMemoryStore();
      const run = await startRun("record", store, {
        upstream: "http://llm.example",
        proxy: through("me:secret-word@"),
      });
      proxy.answer = how;
      const answer = await rawRequest(run.gateway.url + PATH, { body: BODY });
      await run.close();
      expect(answer.status).toBe(502);
      expect(answer.body.toString()).toMatch(reason);
      expect(run.said.join()).not.toContain("secret-word");
      expect(proxy.asked).toHaveLength(1);
      expect(store.read("default")?.document).toBeUndefined();
    });
  }

  test("a provider that resets behind it is recorded as a reset", async () => {
    const store = openMemoryStore();
    const run = await startRun("record", store, {
      upstream: "http://llm.example",
      proxy: through(),
    });
    upstream.push({ chunks: ['{"half":'], ending: "reset" });
    const { failure } = await rawRequest(run.gateway.url + PATH, { body: BODY });
    expect(failure).toBe("ECONNRESET");
    await run.close();
    expect(run.events.map(({ kind }) => kind)).toEqual(["recorded"]);
  });

  test("WebSocket sessions go the same way", async () => {
    const sessions = await startScriptedSessions((socket) => {
      socket.on("message", (content: Buffer) => socket.send(`heard ${content.toString()}`));
    });
    proxy.leadsTo = sessions.url;
    const run = await startRun("record", openMemoryStore(), {
      upstream: "http://llm.example",
      proxy: through(),
    });
    const client = await openSession(`${run.gateway.url}/openai/v1/realtime?model=m`);
    client.socket.send("hello");
    await client.until(1);
    expect(client.received).toEqual(["heard hello"]);
    client.socket.close(1000);
    await client.ended;
    proxy.answer = "refuse";
    await expect(openSession(`${run.gateway.url}/openai/v1/realtime?model=m`)).rejects.toThrow();
    expect(run.said.join()).toMatch(/gave no way to it: it answered 407/);
    await run.close();
    await sessions.close();
    expect(proxy.asked.map(({ target }) => target)).toEqual(["llm.example:80", "llm.example:80"]);
  });

  test("a provider on this machine is asked directly", async () => {
    const run = await startRun("record", openMemoryStore(), {
      upstream: upstream.url,
      proxy: through(),
    });
    expect((await rawRequest(run.gateway.url + PATH, { body: BODY })).status).toBe(200);
    await run.close();
    expect(proxy.asked).toEqual([]);
  });
});

const cases: readonly (readonly [bypass: string, host: string, isProxied: boolean])[] = [
  ["", "api.openai.com", true],
  ["*", "api.openai.com", false],
  ["api.openai.com", "api.openai.com", false],
  ["OpenAI.com", "api.openai.com", false],
  [".openai.com, other", "api.openai.com", false],
  ["*.openai.com", "api.openai.com", false],
  ["penai.com", "api.openai.com", true],
  ["api.openai.com:443", "api.openai.com", false],
  ["api.openai.com:8443", "api.openai.com", true],
];
for (const [bypass, host, isProxied] of cases) {
  test(`NO_PROXY "${bypass}" ${isProxied ? "leaves" : "takes"} ${host} ${isProxied ? "to" : "from"} the proxy`, () => {
    const settings = { https: "http://proxy:3128", http: undefined, bypass };
    expect(proxyFor(settings, { isSecure: true, host, port: 443 })).toBe(
      isProxied ? "http://proxy:3128" : undefined,
    );
  });
}

test.each(["localhost", "127.0.0.1", "[::1]"])("%s is behind no proxy", (host) => {
  const settings = { https: "http://proxy:3128", http: "http://proxy:3128", bypass: "" };
  expect(proxyFor(settings, { isSecure: false, host, port: 80 })).toBeUndefined();
});

test("an http provider does not take the https proxy", () => {
  const settings = { https: "http://proxy:3128", http: undefined, bypass: "" };
  expect(proxyFor(settings, { isSecure: false, host: "llm.example", port: 80 })).toBeUndefined();
});
