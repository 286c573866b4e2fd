import * as cache from "@actions/cache";
import * as core from "@actions/core";
import { readCacheScopes } from "./cache/cache-scopes.ts";
import { countingAnnotations } from "./cache/client-warnings.ts";
import { cacheKey, restoreCassettes, type Restored } from "./cache/restore-cassettes.ts";
import type { Prepared } from "./prepare.ts";
import { decideRestore } from "./run-policy.ts";
import { say } from "./say.ts";

const NOTHING: Restored = {
  matchedKey: undefined,
  installedCount: 0,
  committedCount: 0,
  setAside: [],
};

/**
 * Restores cassettes where the policy allows it, and says in the log what was done and why.
 *
 * @throws {ActionError} `ACTION_CACHE` on a hostile archive.
 */
export async function restoreStep(prepared: Prepared): Promise<Restored> {
  const { inputs, run, environment, place, committed } = prepared;
  const decision = decideRestore(inputs.cache, run, environment["ACTIONS_CACHE_MODE"] ?? "");
  if (!decision.value) {
    say(`Cache not read: ${decision.why}. ${committed.size} committed cassette(s) serve`);
    return NOTHING;
  }
  if (!cache.isFeatureAvailable()) {
    prepared.quota.annotate(
      "warning",
      `Cannot restore cassettes: this runner offers no cache service (GitHub Enterprise Server without one, or a local runner). ${committed.size} committed cassette(s) serve`,
      { title: "No cache service" },
    );
    return NOTHING;
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
    const restored = await countingAnnotations(prepared.quota, () => restoreCassettes(place));
    tell(restored, prepared);
    return restored;
  });
}

/** Refused documents that get an annotation each; the runner has room for ten, the verdict needs one. */
const REFUSED_SHOWN_MAX = 5;

function tell(restored: Restored, { committed, inputs, quota }: Prepared): void {
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
