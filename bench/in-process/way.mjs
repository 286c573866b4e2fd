// One way of answering, in a process of its own, since most of them patch what all others use:
// `way.mjs <name>`. Each message "round" makes every call once.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadPeer } from "../peers.mjs";
import { obey } from "../servers/obey.mjs";
import { median } from "../statistics.mjs";
import { answer, callCount, headers, stub, toCall, url } from "./call.mjs";

/** Each gives a function that makes a round's `fetch`. @type {Record<string, () => Promise<() => unknown>>} */
const ways = { stub: async () => () => stub, tapegate, nock, msw, polly };

const fetchOfRound = await ways[process.argv[2]]();
obey({}, { round });

async function round() {
  const fetch = await fetchOfRound();
  const spent = [];
  for (let call = 0; call < callCount; call++) {
    const init = toCall(call);
    const start = performance.now();
    const text = await (await fetch(url, init)).text();
    spent.push((performance.now() - start) * 1000);
    if (text !== answer) throw new Error("Cannot measure: the answer is another one");
  }
  return { p50Us: median(spent) };
}

/** As it ships, recorded onto disk once; every round opens the recording anew. */
async function tapegate() {
  const { openCassettes } = await import("../../dist/index.mjs");
  const path = mkdtempSync(join(tmpdir(), "tapegate-bench-"));
  process.on("exit", () => rmSync(path, { recursive: true, force: true }));
  const tapes = openCassettes({ mode: "record", path, fetch: stub });
  for (let call = 0; call < callCount; call++) await (await tapes.fetch(url, toCall(call))).text();
  tapes.close();
  return () => openCassettes({ mode: "replay", path }).fetch;
}

/** One interceptor for all calls: nock tells calls apart by a scan of its interceptors. */
async function nock() {
  const { default: intercept } = await loadPeer("nock");
  const { origin, pathname } = new URL(url);
  intercept.disableNetConnect();
  intercept(origin).persist().post(pathname).reply(200, answer, headers);
  return () => globalThis.fetch;
}

/** One handler for all calls; msw records nothing. */
async function msw() {
  const { setupServer } = await loadPeer("msw/node");
  const { http, HttpResponse } = await loadPeer("msw");
  setupServer(http.post(url, () => new HttpResponse(answer, { headers }))).listen({
    onUnhandledRequest: "error",
  });
  return () => globalThis.fetch;
}

/** Recorded into memory once; every round opens the recording anew. */
async function polly() {
  const { Polly } = (await loadPeer("@pollyjs/core")).default;
  const { default: FetchAdapter } = await loadPeer("@pollyjs/adapter-fetch");
  const { default: Persister } = await loadPeer("@pollyjs/persister");
  const recordings = new Map();
  class MemoryPersister extends Persister {
    static get id() {
      return "memory";
    }
    onFindRecording(id) {
      return recordings.get(id) ?? null;
    }
    onSaveRecording(id, recording) {
      recordings.set(id, recording);
    }
    onDeleteRecording(id) {
      recordings.delete(id);
    }
  }
  Polly.register(FetchAdapter);
  Polly.register(MemoryPersister);
  const open = (mode) =>
    new Polly("bench", {
      mode,
      adapters: ["fetch"],
      persister: "memory",
      recordIfMissing: false,
      recordFailedRequests: false,
      logLevel: "silent",
    });
  const live = globalThis.fetch;
  globalThis.fetch = stub;
  const recording = open("record");
  for (let call = 0; call < callCount; call++)
    await (await globalThis.fetch(url, toCall(call))).text();
  await recording.stop();
  globalThis.fetch = live;
  let replaying;
  return async () => {
    await replaying?.stop();
    replaying = open("replay");
    return globalThis.fetch;
  };
}
