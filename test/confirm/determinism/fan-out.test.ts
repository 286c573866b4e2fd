// A suite that fans out: 50 tasks at once, half of them with identical requests, answered in a
// shuffled order while they are recorded; then replayed 100 times, shuffled otherwise each time.
import { setImmediate as nextTurn } from "node:timers/promises";
import { afterAll, describe, expect, test } from "vitest";
import type { SessionTally } from "../../../src/cassette/session.ts";
import { configureProviders } from "../../../src/dialects/configuration.ts";
import { openCassettes } from "../../../src/library/open-cassettes.ts";
import { openMemoryStore } from "../../../src/stores/memory-store.ts";
import { startRun } from "../../helpers/gateway-run.ts";
import { openKeptLog } from "../../helpers/kept-log.ts";
import { type ScriptedUpstream, startScriptedUpstream } from "../../helpers/scripted-upstream.ts";
import { SeededRandom } from "../../helpers/seeded-random.ts";

const TASK_COUNT = 50;
/** Each task asks again once it has been answered. */
const REQUEST_COUNT: number = 2 * TASK_COUNT;
const REPLAY_COUNT = 100;

type Store = ReturnType<typeof openMemoryStore>;

/** What each of the 50 tasks was answered, by its place. */
type Answers = readonly string[];

interface Run {
  readonly fanOut: (random: SeededRandom) => Promise<Answers>;
  readonly tally: () => SessionTally;
  readonly close: () => Promise<void>;
}

/** Every second one is the same request; the others are each their own. */
function bodyOf(place: number): string {
  const content = place % 2 === 0 ? "the same" : `question ${place}`;
  return JSON.stringify({ model: "m", messages: [{ role: "user", content }] });
}

const upstreams: ScriptedUpstream[] = [];
afterAll(async () => {
  for (const upstream of upstreams) await upstream.close();
});

describe.each([
  ["over the gateway", openGateway],
  ["in process", openInProcess],
] as const)("A fan-out of %s", (_way, open) => {
  test(
    `${TASK_COUNT} tasks replays to one result, ${REPLAY_COUNT} times`,
    { timeout: 120_000 },
    async () => {
      const random = new SeededRandom(20_261_122);
      let count = 0;
      const upstream = await startScriptedUpstream(() => ({
        body: `{"answer":${++count}}`,
        delayMs: random.below(40),
      }));
      upstreams.push(upstream);
      const store = openMemoryStore();
      const recording = await open("record", store, upstream.url);
      const recorded = await recording.fanOut(random);
      await recording.close();
      expect(new Set(recorded).size).toBe(TASK_COUNT);
      expect(upstream.requests.length).toBe(REQUEST_COUNT);
      const document = store.read("default")?.document;
      const results = new Set<string>();
      for (let round = 0; round < REPLAY_COUNT; round++) {
        const run = await open("replay", store, upstream.url);
        results.add(JSON.stringify(await run.fanOut(random)));
        await run.close();
        expect(run.tally()).toMatchObject({ misses: [], exhausted: [], unused: [] });
      }
      expect([...results]).toEqual([JSON.stringify(recorded)]);
      expect(upstream.requests.length).toBe(REQUEST_COUNT);
      expect(store.read("default")?.document).toBe(document);
    },
  );
});

function request(body: string, headers: Readonly<Record<string, string>> = {}): RequestInit {
  return { method: "POST", headers: { "content-type": "application/json", ...headers }, body };
}

/** Asks, lets others go first for a while, and asks the same again. */
async function askTwice(ask: () => Promise<Response>, random: SeededRandom): Promise<string> {
  const first = await (await ask()).text();
  for (let turn = random.below(4); turn > 0; turn--) await nextTurn();
  return `${first} ${await (await ask()).text()}`;
}

/** The tasks start in any order: their lanes are told. */
async function openGateway(mode: "record" | "replay", store: Store, url: string): Promise<Run> {
  const configured = configureProviders({ openai: { upstream: url } });
  if (configured.kind === "problems") throw new Error(configured.problems.join("\n"));
  const run = await startRun(mode, store, { mounts: configured.mounts });
  const endpoint = `${run.gateway.url}/openai/v1/chat/completions`;
  return {
    fanOut: async (random) => {
      const answers: string[] = [];
      await Promise.all(
        shuffled(random).map(async (place) => {
          const lane = { "x-tapegate-lane": String(place + 1) };
          answers[place] = await askTwice(
            () => fetch(endpoint, request(bodyOf(place), lane)),
            random,
          );
        }),
      );
      return answers;
    },
    tally: () => run.session.tally(),
    close: () => run.close(),
  };
}

/** The tasks start in one order, as a program's do; everything after that comes as it likes. */
async function openInProcess(mode: "record" | "replay", store: Store, url: string): Promise<Run> {
  const providers = { openai: { upstream: url } };
  const tapes = openCassettes({ mode, store, providers, log: openKeptLog() });
  const endpoint = `${url}/v1/chat/completions`;
  return {
    fanOut: (random) =>
      Promise.all(
        Array.from({ length: TASK_COUNT }, (_, place) =>
          tapes.task(() => askTwice(() => tapes.fetch(endpoint, request(bodyOf(place))), random)),
        ),
      ),
    tally: () => tapes.tally()!,
    close: async () => tapes.close(),
  };
}

function shuffled(random: SeededRandom): readonly number[] {
  const places = Array.from({ length: TASK_COUNT }, (_, place) => place);
  for (let last = places.length - 1; last > 0; last--) {
    const other = random.below(last + 1);
    [places[last], places[other]] = [places[other]!, places[last]!];
  }
  return places;
}
