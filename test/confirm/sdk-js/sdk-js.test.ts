import { beforeAll, describe, expect, test } from "vitest";
import type { CassetteStore } from "../../../src/cassette/ports.ts";
import type { SessionTally } from "../../../src/cassette/session.ts";
import { configureProviders } from "../../../src/dialects/configuration.ts";
import { openCassettes } from "../../../src/library/open-cassettes.ts";
import { openMemoryStore } from "../../../src/stores/memory-store.ts";
import { startRun } from "../../helpers/gateway-run.ts";
import { openKeptLog } from "../../helpers/kept-log.ts";
import { type ScriptedUpstream, startScriptedUpstream } from "../../helpers/scripted-upstream.ts";
import { CLIENTS, type Place, type Question, type SdkClient, type Understood } from "./clients.ts";
import { CALLED, openScript, PROMPTS, SAID } from "./wires.ts";

const plain: Question = { prompt: PROMPTS.plain, model: "model-1", temperature: 0.5 };
const withTool: Question = { ...plain, prompt: PROMPTS.tool, tool: "Tells the weather" };

/** One run of an SDK behind one of the chokepoints. */
interface Run {
  readonly place: Place;
  readonly tally: () => SessionTally;
  readonly close: () => Promise<void>;
}

type Way = (mode: "record" | "replay", store: CassetteStore, at: Upstream) => Promise<Run>;

interface Upstream {
  readonly provider: string;
  readonly url: string;
}

const ways: Readonly<Record<string, Way>> = { "in process": openInProcess, gateway: openGateway };

/** A change of the request that must be refused, each by itself. */
const changes: Readonly<Record<string, Question>> = {
  prompt: { ...withTool, prompt: `${PROMPTS.tool}!` },
  temperature: { ...withTool, temperature: 0.6 },
  tools: { ...withTool, tool: "Tells the weather." },
  model: { ...withTool, model: "model-2" },
};

for (const client of CLIENTS) {
  describe.each(Object.entries(ways))(`${client.name} %s`, (_, open) => {
    let upstream: ScriptedUpstream;
    const store = openMemoryStore();
    beforeAll(async () => {
      upstream = await startScriptedUpstream(openScript());
      const run = await open("record", store, { provider: client.provider, url: upstream.url });
      await interview(client, run.place);
      expect(run.tally().recorded).toBe(client.retries ? 6 : 5);
      await run.close();
      await upstream.close();
    });

    /** The provider is gone: whatever answers now is the cassette. */
    async function replay(): Promise<Run> {
      return open("replay", store, { provider: client.provider, url: upstream.url });
    }

    test("understands what was recorded as it understood the provider", async () => {
      const arrived = upstream.requests.length;
      const run = await replay();
      const heard = await interview(client, run.place);
      await run.close();
      expect(heard.plain).toEqual({ text: SAID.text, calls: [] });
      expect(heard.stream).toEqual({ text: SAID.text, calls: [] });
      expect(heard.tool).toEqual({ text: "", calls: [CALLED] });
      expect(heard.refused).toContain("No such thing ☃");
      if (client.retries) expect(heard.limited).toEqual({ text: SAID.text, calls: [] });
      else expect(heard.limited).toContain("Slow down");
      expect(run.tally()).toMatchObject({ misses: [], exhausted: [], unused: [] });
      expect(upstream.requests.length).toBe(arrived);
    });

    test.each(Object.entries(changes))(
      "raises a changed %s once, in our words",
      async (_, changed) => {
        const run = await replay();
        const error = await failureOf(client.connect(run.place).ask(changed));
        await run.close();
        expect(error).toMatch(/replay miss: (?:POST|GET) \//);
        expect(run.tally().misses).toHaveLength(1);
      },
    );

    test("raises a missed stream once, in our words", async () => {
      const run = await replay();
      const error = await failureOf(
        client.connect(run.place).stream({ ...plain, temperature: 0.9 }),
      );
      await run.close();
      expect(error).toContain("replay miss: ");
      expect(run.tally().misses).toHaveLength(1);
    });

    test("raises a request made too often once, in our words", async () => {
      const run = await replay();
      const { ask } = client.connect(run.place);
      await ask(withTool);
      const error = await failureOf(ask(withTool));
      await run.close();
      expect(error).toContain("replay used up: ");
      expect(run.tally().exhausted).toHaveLength(1);
    });
  });
}

test.each(CLIENTS.map((client) => [client.name, client] as const))(
  "%s understands the same without a cassette",
  async (_, client) => {
    const upstream = await startScriptedUpstream(openScript());
    const heard = await interview(client, { url: upstream.url, fetch: globalThis.fetch });
    await upstream.close();
    expect(heard.plain).toEqual({ text: SAID.text, calls: [] });
    expect(heard.stream).toEqual({ text: SAID.text, calls: [] });
    expect(heard.tool).toEqual({ text: "", calls: [CALLED] });
    expect(heard.refused).toContain("No such thing ☃");
  },
);

/** What an SDK made of every scripted prompt. */
interface Heard {
  readonly plain: Understood;
  readonly stream: Understood;
  readonly tool: Understood;
  readonly refused: string;
  /** The answer after the refusal where the SDK asks again, else the refusal. */
  readonly limited: Understood | string;
}

/** Asks everything that the script knows, one after the other. */
async function interview(client: SdkClient, place: Place): Promise<Heard> {
  const { ask, stream } = client.connect(place);
  return {
    plain: await ask(plain),
    stream: await stream(plain),
    tool: await ask(withTool),
    refused: await failureOf(ask({ ...plain, prompt: PROMPTS.refused })),
    limited: client.retries
      ? await ask({ ...plain, prompt: PROMPTS.limited })
      : await failureOf(ask({ ...plain, prompt: PROMPTS.limited })),
  };
}

/** Everything an exception says to whoever prints it. */
async function failureOf(asked: Promise<unknown>): Promise<string> {
  try {
    await asked;
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
  throw new Error("an answer came where a failure was expected");
}

async function openInProcess(
  mode: "record" | "replay",
  store: CassetteStore,
  { provider, url }: Upstream,
): Promise<Run> {
  const providers = { [provider]: { upstream: url } };
  const tapes = openCassettes({ mode, store, providers, log: openKeptLog() });
  return {
    place: { url, fetch: tapes.fetch },
    tally: () => tapes.tally()!,
    close: async () => tapes.close(),
  };
}

async function openGateway(
  mode: "record" | "replay",
  store: CassetteStore,
  { provider, url }: Upstream,
): Promise<Run> {
  const configured = configureProviders({ [provider]: { upstream: url } });
  if (configured.kind === "problems") throw new Error(configured.problems.join("\n"));
  const run = await startRun(mode, store, { mounts: configured.mounts });
  return {
    place: { url: `${run.gateway.url}/${provider}`, fetch: globalThis.fetch },
    tally: () => run.session.tally(),
    close: () => run.close(),
  };
}
