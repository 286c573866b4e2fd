import { openSession } from "../../src/cassette/open-session.ts";
import type { CassetteStore } from "../../src/cassette/ports.ts";
import type { Session } from "../../src/cassette/session.ts";
import type { SessionMode } from "../../src/cassette/values.ts";
import { configureProviders } from "../../src/dialects/configuration.ts";
import type { ProviderMount } from "../../src/exchange/dialect.ts";
import type { ExchangeEvent, Gateway, GatewayOptions } from "../../src/gateway/gateway.ts";
import { startGateway } from "../../src/gateway/start-gateway.ts";

/** A gateway with its session, and what both said. */
export interface GatewayRun {
  readonly gateway: Gateway;
  readonly session: Session;
  readonly events: readonly ExchangeEvent[];
  readonly said: readonly string[];
  /** What of it was said as an error, which makes a run fail. */
  readonly errors: readonly string[];
  /** Ends gateway and session, in this order. */
  close(): Promise<void>;
}

/** Every mount, all of whose upstreams are one. */
export function mountsTo(upstream: string): readonly ProviderMount[] {
  const names = "openai azure anthropic gemini bedrock cohere ollama groq replicate".split(" ");
  const configured = configureProviders(
    Object.fromEntries(names.map((name) => [name, { upstream }])),
  );
  if (configured.kind === "problems") throw new Error(configured.problems.join("\n"));
  return configured.mounts;
}

/** Starts a gateway over a store; `upstream` stands for all providers. */
export async function startRun(
  mode: SessionMode,
  store: CassetteStore,
  options: Partial<GatewayOptions> & { readonly upstream?: string } = {},
): Promise<GatewayRun> {
  const events: ExchangeEvent[] = [];
  const said: string[] = [];
  const errors: string[] = [];
  const log = {
    warn: (message: string) => void said.push(message),
    error: (message: string) => {
      said.push(message);
      errors.push(message);
    },
  };
  const session = openSession({ mode, store, clock: { now: () => 1_700_000_000_000 }, log });
  const { upstream = "http://127.0.0.1:9", ...more } = options;
  const gateway = await startGateway({
    session,
    mounts: mountsTo(upstream),
    log,
    report: () => session.tally(),
    onExchange: (event) => void events.push(event),
    ...more,
  });
  return {
    gateway,
    session,
    events,
    said,
    errors,
    close: async () => {
      await gateway.close();
      session.close();
    },
  };
}
