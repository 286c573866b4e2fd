import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { performance } from "node:perf_hooks";
import { pathToFileURL } from "node:url";
import { buildSync } from "esbuild";
import { inTurn, median as middle, ratioOf } from "./statistics.mjs";

/** Interactions of the one large scope: 10,000 of about 4 kB. */
const LARGE_COUNT = 10_000;

/** The large library: 100,000 interactions in 10,000 scopes. */
const LIBRARY_SCOPES = 10_000;
const LIBRARY_SCOPE_COUNT = 10;

const ROUNDS = 9;

/**
 * Costs of the cassette core, as ratios measured in this run.
 *
 * @param {(line: string) => void} print
 * @returns {Promise<{ isMet: boolean }>}
 */
export async function run(print) {
  const folder = mkdtempSync(join(tmpdir(), "tapegate-bench-"));
  let isMet = true;
  const report = (name, value, target, note) => {
    const isHere = target === undefined || value <= target;
    isMet &&= isHere;
    const verdict =
      target === undefined ? "" : `, target ≤ ${target}: ${isHere ? "met" : "MISSED"}`;
    print(`  ${name}: ${value.toFixed(2)}${verdict} (${note})`);
  };
  try {
    const core = await loadCore(folder);
    loadOneScope(core, report);
    recordOneScope(core, join(folder, "recorded"), report);
    startLibrary(core, folder, report);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return { isMet };
}

/** The core as it ships: bundled, since Node 20 runs no TypeScript. */
async function loadCore(folder) {
  const root = join(import.meta.dirname, "..");
  const path = join(folder, "core.mjs");
  buildSync({
    stdin: {
      contents: `
        export { indexDocument } from "./src/cassette/cassette-index.ts";
        export { decodeCassette, encodeCassette } from "./src/cassette/cassette-format.ts";
        export { openSession } from "./src/cassette/open-session.ts";
        export { openDirectoryStore } from "./src/stores/directory-store.ts";
        export { scopePath } from "./src/cassette/scope-path.ts";`,
      resolveDir: root,
    },
    outfile: path,
    bundle: true,
    platform: "node",
    format: "esm",
  });
  return import(pathToFileURL(path).href);
}

function loadOneScope(core, report) {
  const interactions = Array.from({ length: LARGE_COUNT }, (_, n) => interactionOf(n));
  const cassette = { scope: "large", normalisers: [], interactions };
  const text = core.encodeCassette(cassette);
  const [parses, loads] = turns(ROUNDS, [
    () => JSON.parse(text),
    () => core.indexDocument(text, "large"),
  ]);
  const [parse, load] = [middle(parses), middle(loads)];
  const whole = median(3, () => core.decodeCassette(text, "large"));
  const encode = median(3, () => core.encodeCassette(cassette));
  const size = `${LARGE_COUNT} interactions, ${(text.length / 1e6).toFixed(1)} MB, JSON.parse ${ms(parse)}`;
  report(
    "load one scope, digests verified ÷ JSON.parse",
    ratioOf(loads, parses),
    1.3,
    `${size}, load ${ms(load)}`,
  );
  report("load and parse every interaction ÷ JSON.parse", whole / parse, undefined, ms(whole));
  report("write the document ÷ JSON.parse", encode / parse, undefined, ms(encode));
}

function recordOneScope(core, root, report) {
  const session = open(core, "record", root);
  const costs = [];
  for (let n = 0; n < LARGE_COUNT; n++) {
    const request = requestOf(n);
    const outcome = outcomeOf(n);
    const start = performance.now();
    session.issue(request).record(outcome);
    costs.push(performance.now() - start);
  }
  const early = middle(costs.slice(25, 275));
  const late = middle(costs.slice(-250));
  const start = performance.now();
  session.close();
  const close = performance.now() - start;
  report(
    "record the 10,000th ÷ the 50th interaction",
    late / early,
    1.2,
    `${ms(early)} and ${ms(late)}, then close ${ms(close)}`,
  );
}

function startLibrary(core, folder, report) {
  const small = join(folder, "small");
  const large = join(folder, "large");
  writeLibrary(core, small, 1);
  writeLibrary(core, large, LIBRARY_SCOPES);
  const start = (root) => () => {
    const session = open(core, "replay", root);
    const { lookup } = session.issue(requestOf(0), { scope: "suite/test_0" });
    if (lookup.kind !== "hit") throw new Error(`expected a hit, got ${lookup.kind}`);
    session.close();
  };
  start(small)();
  const [ones, manies] = turns(200, [start(small), start(large)]);
  const [one, many] = [middle(ones), middle(manies)];
  const count = LIBRARY_SCOPES * LIBRARY_SCOPE_COUNT;
  report(
    "start with 100,000 interactions ÷ with 10",
    ratioOf(manies, ones),
    1.2,
    `${count} in ${LIBRARY_SCOPES} scopes, ${ms(many)} and ${ms(one)}`,
  );
  const miss = median(1, () => {
    const session = open(core, "replay", large);
    session.issue(requestOf(999), { scope: "suite/test_new" });
  });
  report(
    "first miss of an unknown scope, library searched, in seconds",
    miss / 1000,
    undefined,
    ms(miss),
  );
}

function writeLibrary(core, root, scopes) {
  for (let n = 0; n < scopes; n++) {
    const scope = `suite/test_${n}`;
    const path = join(root, core.scopePath(scope));
    mkdirSync(dirname(path), { recursive: true });
    const session = n === 0 ? open(core, "record", root) : undefined;
    if (session !== undefined) {
      for (let at = 0; at < LIBRARY_SCOPE_COUNT; at++) {
        session.issue(requestOf(at), { scope }).record(outcomeOf(at));
      }
      session.close();
      continue;
    }
    const interactions = Array.from({ length: LIBRARY_SCOPE_COUNT }, (_, at) =>
      interactionOf(n * LIBRARY_SCOPE_COUNT + at, 200),
    );
    writeFileSync(path, core.encodeCassette({ scope, normalisers: [], interactions }));
  }
}

function open(core, mode, root) {
  return core.openSession({
    mode,
    store: core.openDirectoryStore(root),
    clock: { now: () => 1_700_000_000_000 },
    log: { warn: () => {}, error: () => {} },
  });
}

function requestOf(n) {
  const messages = [
    {
      role: "system",
      content: `You are a careful assistant. ${"Answer in full sentences. ".repeat(20)}`,
    },
    { role: "user", content: `Question ${n}: ${"what is the weight of it? ".repeat(20)}` },
  ];
  const body = { model: "gpt-4o", messages, temperature: 0.5 };
  return {
    identity: {
      provider: "openai",
      method: "POST",
      target: { path: "/v1/chat/completions" },
      body,
    },
    endpoint: "POST /v1/chat/completions",
    model: "gpt-4o",
    segments: messages.map((value, index) => ({ name: `messages[${index}]`, value })),
    copy: { path: "/v1/chat/completions", body },
  };
}

function outcomeOf(n, repeats = 60) {
  const content = `Answer ${n}: ${"it weighs as much as it must. ".repeat(repeats)}`;
  const json = {
    id: `chatcmpl-${n}`,
    object: "chat.completion",
    choices: [{ index: 0, message: { role: "assistant", content }, finish_reason: "stop" }],
    usage: { prompt_tokens: 100, completion_tokens: 200, total_tokens: 300 },
  };
  return {
    kind: "http",
    status: 200,
    headers: [["content-type", "application/json"]],
    body: { json, layout: "compact" },
    ending: "end",
  };
}

function interactionOf(n, repeats = 60) {
  const { endpoint, model, copy } = requestOf(n);
  return {
    key: n.toString(16).padStart(64, "0"),
    lane: 0,
    provider: "openai",
    method: "POST",
    endpoint,
    model,
    request: copy,
    segments: { "messages[0]": "0123456789ab", "messages[1]": "ba9876543210" },
    outcome: outcomeOf(n, Math.min(repeats, 60)),
    recordedAt: "2026-01-01T00:00:00Z",
  };
}

/** Milliseconds of each act in each round, by act. */
function turns(rounds, acts) {
  const spent = acts.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const index of inTurn([...acts.keys()], round)) {
      const start = performance.now();
      acts[index]();
      spent[index].push(performance.now() - start);
    }
  }
  return spent;
}

function median(rounds, act) {
  return middle(turns(rounds, [act])[0]);
}

function ms(value) {
  return `${value.toFixed(value < 1 ? 3 : 0)} ms`;
}
