import * as cache from "@actions/cache";
import * as core from "@actions/core";
import { readCacheScopes } from "./cache/cache-scopes.ts";
import {
  cacheKey,
  NOTHING_RESTORED,
  restoreCassettes,
  type Restored,
} from "./cache/restore-cassettes.ts";
import type { Prepared } from "./prepare.ts";
import { decideRestore } from "./run-policy.ts";
import { say } from "./say.ts";

/** Restores cassettes where the policy allows it, and says in the log what was done and why. */
export async function restoreStep(prepared: Prepared): Promise<Restored> {
  const { inputs, run, environment, place, committed } = prepared;
  const decision = decideRestore(inputs.cache, run, environment["ACTIONS_CACHE_MODE"] ?? "");
  if (!decision.value) {
    say(`Cache not read: ${decision.why}. ${committed.size} committed cassette(s) serve`);
    return NOTHING_RESTORED;
  }
  if (!cache.isFeatureAvailable()) {
    prepared.quota.annotate(
      "warning",
      `Cannot restore cassettes: this runner offers no cache service (GitHub Enterprise Server without one, or a local runner). ${committed.size} committed cassette(s) serve`,
      { title: "No cache service" },
    );
    return NOTHING_RESTORED;
  }
  return core.group("Restore cassettes", async () => {
    say(`Key: ${cacheKey(place)} (else the newest ${place.keyPrefix}…)`);
    const scopes = readCacheScopes(environment["ACTIONS_RUNTIME_TOKEN"]);
    if (scopes !== undefined) {
      const shown = scopes.map(
        ({ scope, canWrite }) => `${scope} (${canWrite ? "read, write" : "read"})`,
      );
      say(`Cache scopes of this run: ${shown.join(", ")}`);
    }
    const restored = await restoreCassettes(place, prepared.cancelled);
    tell(restored, prepared);
    return restored;
  });
}

/** Refused documents that get an annotation each; the runner has room for ten, the verdict needs one. */
const REFUSED_SHOWN_MAX = 5;

function tell(restored: Restored, { committed, inputs, quota }: Prepared): void {
  if (restored.failure !== undefined) {
    quota.annotate(
      "warning",
      `Cannot restore cassettes: ${restored.failure}. ${committed.size} committed cassette(s) serve; run the job again if others should`,
      { title: "Cache not restored" },
    );
    return;
  }
  if (restored.refused !== undefined) {
    quota.annotate("error", restored.refused, { title: "Cache entry refused" });
    return;
  }
  if (restored.matchedKey === undefined) {
    say(`No entry found. ${committed.size} committed cassette(s) serve`);
    return;
  }
  say(
    `${restored.installedCount} cassette(s) restored from ${restored.matchedKey}; ${committed.size} committed in "${inputs.cassettes}" (of these, ${restored.committedCount} win over a restored one)`,
  );
  const title = "Restored cassette refused";
  for (const { path, problem } of restored.setAside.slice(0, REFUSED_SHOWN_MAX)) {
    const message = `${problem}. The document was set aside and serves nothing; record it again`;
    quota.annotate("error", message, { title, file: path });
  }
  const rest = restored.setAside.slice(REFUSED_SHOWN_MAX);
  if (rest.length === 0) return;
  quota.annotate("error", `And ${rest.length} more; the log names each`, { title });
  for (const { path, problem } of rest) say(`${title}: ${path}: ${problem}`);
}
