import type { Session } from "../cassette/session.ts";
import type { Log } from "../cassette/ports.ts";
import type { ProviderMount } from "../exchange/dialect.ts";
import type { AwsCredentials } from "./aws-signature.ts";
import type { UpstreamProxy } from "./upstream-proxy.ts";

/** What a gateway is made of. */
export interface GatewayOptions {
  readonly session: Session;
  readonly mounts: readonly ProviderMount[];
  readonly log: Log;
  /** @default {"127.0.0.1"} */
  readonly host?: "127.0.0.1" | "::1";
  /** `0` takes a free one. @default {0} */
  readonly port?: number;
  /** `coalesced` writes a stream as fast as it goes, `frames` at recorded chunks, `real-time` with recorded delays. @default {"coalesced"} */
  readonly stream?: "coalesced" | "frames" | "real-time";
  /** Replays `retry-after` as recorded instead of as 0. @default {false} */
  readonly keepsRetryAfter?: boolean;
  /** Token that must stand in the mount (`/t/<token>/…`); for record and auto. @default {none} */
  readonly token?: string;
  /** Stands between the gateway and the providers. @default {nothing} */
  readonly proxy?: UpstreamProxy;
  /** What requests that AWS's SDKs signed are signed with again. @default {they go as they came} */
  readonly awsCredentials?: AwsCredentials;
  /** JSON that `GET /_tapegate/report` answers with. */
  readonly report: () => unknown;
  /** Told of every exchange that ended: for progress and usage counts. */
  readonly onExchange?: (event: ExchangeEvent) => void;
}

/** One exchange, ended. */
export interface ExchangeEvent {
  readonly kind: "hit" | "recorded" | "miss" | "exhausted" | "refused" | "failed";
  readonly provider: string;
  readonly scope: string;
  readonly status: number;
  /**
   * How a recorded answer ended that the provider did not bring to its end. `client left`: the client
   * was gone before any of it came.
   */
  readonly fault?: "error frame" | "abort" | "client left";
  /** Tokens that the replayed answer reports; what replay did not spend. */
  readonly tokens?: { readonly input: number; readonly output: number };
}

/** What every exchange of a gateway asks of its run. */
export interface GatewayLife {
  /** Whether the run is being ended. */
  readonly isEnding: boolean;
}

/** A running loopback server. */
export interface Gateway {
  /** `http://127.0.0.1:43121`, without trailing slash; with the token's path where there is one. */
  readonly url: string;
  readonly port: number;
  /**
   * Says that the run is being ended, before its suite is told: what breaks off from now on is not
   * recorded, since neither client nor provider meant it. Whole answers still are.
   */
  announceEnd(): void;
  /** Stops listening, ends open exchanges; may be called twice. Does not close the session. */
  close(): Promise<void>;
}
