import type { Socket } from "node:net";
import type { GatewayAddress } from "./gateway-address.ts";
import { nodeModule } from "./node-module.ts";

/** A gateway that does not answer within this time is left alone. */
const CONTROL_TIMEOUT_MS = 10_000;

/** What becomes of a scope. */
export interface ScopeEnd {
  readonly scope: string;
  readonly keep: boolean;
  readonly worker?: string;
  /** Whether only an attempt has ended, and another follows. @default {false} */
  readonly again?: boolean;
}

/** A host that the suite looks for itself. */
export interface PassedBy {
  readonly host: string;
}

/** Tells the gateway, of a scope that its work is done; never fails, for the tests go on without. */
export type TellGateway = (message: ScopeEnd | PassedBy) => Promise<void>;

/**
 * Makes the way to the gateway. By a bare socket: suites replace and forbid `fetch` and `http`. What it
 * is made of is taken at once, before a test can replace it.
 */
export function openTellGateway(address: GatewayAddress): TellGateway {
  const { connect } = nodeModule("net");
  let isReachable = true;
  return (message) => {
    if (!isReachable) return Promise.resolve();
    const body = JSON.stringify(message);
    const name = "host" in message ? "passed-by" : "close-scope";
    const head = [
      `POST ${address.prefix}/_tapegate/${name} HTTP/1.1`,
      `host: ${address.host}`,
      "content-type: application/json",
      `content-length: ${Buffer.byteLength(body)}`,
      "connection: close",
    ].join("\r\n");
    return new Promise((resolve) => {
      const socket: Socket = connect(address.port, address.hostname);
      const leave = (): void => {
        // The run is over: nobody to tell.
        isReachable = false;
        socket.destroy();
      };
      socket.setTimeout(CONTROL_TIMEOUT_MS, leave);
      socket.once("error", leave);
      socket.once("close", () => resolve());
      socket.resume();
      socket.write(`${head}\r\n\r\n${body}`);
    });
  };
}
