import type { JsonObject } from "../payload.ts";
import { CLAUDE_SHAPED_HOSTS } from "./claude-shaped.ts";
import { CURSOR } from "./cursor.ts";
import type { Host, HostCall } from "./host.ts";
import { COPILOT, GEMINI, OPENCODE, UNKNOWN_HOST, WINDSURF } from "./other-hosts.ts";

/** Every host, the ones with the most telling envelopes first. */
const HOSTS: readonly Host[] = [
  WINDSURF,
  OPENCODE,
  CURSOR,
  GEMINI,
  COPILOT,
  ...CLAUDE_SHAPED_HOSTS,
];

/** Which host sent the payload, and what it is about to do. */
export function recogniseHost(payload: JsonObject): {
  readonly host: Host;
  readonly call: HostCall;
} {
  for (const host of HOSTS) {
    const call = host.readCall(payload);
    if (call !== undefined) return { host, call };
  }
  const call = UNKNOWN_HOST.readCall(payload) ?? { kind: "other" };
  return { host: UNKNOWN_HOST, call };
}
