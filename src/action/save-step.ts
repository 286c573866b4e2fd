import * as cache from "@actions/cache";
import type { SuiteRun } from "../suite/run-suite.ts";
import { readLibraryManifest } from "./cache/library-manifest.ts";
import { newProviderErrors, takeErrorCensus, type ErrorCensus } from "./cache/provider-errors.ts";
import type { Restored } from "./cache/restore-cassettes.ts";
import {
  SAME_AS_RESTORED,
  SAVED_BEFORE,
  saveCassettes,
  type Saved,
} from "./cache/save-cassettes.ts";
import type { PreparedSuite } from "./prepare.ts";
import { decideSave } from "./run-policy.ts";
import { say } from "./say.ts";

const PROBLEMS_SHOWN_MAX = 3;
/** Reasons that lose nothing: no warning is due. */
const HARMLESS: ReadonlySet<string> = new Set([SAVED_BEFORE, SAME_AS_RESTORED]);

/** Saves the library where that is allowed and sensible; never throws. The log says what and why. */
export async function saveStep(
  prepared: PreparedSuite,
  before: { readonly restored: Restored; readonly errors: ErrorCensus },
  suite: SuiteRun,
): Promise<Saved> {
  const saved = await decideAndSave(prepared, before, suite);
  if (saved.isSaved) say(`Cassettes saved: ${saved.key} (${saved.why})`);
  else if (isHarmless(prepared, saved)) say(`Cassettes not saved: ${saved.why}`);
  else {
    prepared.quota.annotate("warning", `Cassettes not saved: ${saved.why}`, {
      title: "Cassettes not saved",
    });
  }
  return saved;
}

/** Nothing is lost that the user wanted: no warning is due. */
function isHarmless({ mode, inputs }: PreparedSuite, { why }: Saved): boolean {
  return (
    mode.value === "replay" ||
    inputs.cache === "off" ||
    inputs.cache === "read" ||
    HARMLESS.has(why)
  );
}

async function decideAndSave(
  prepared: PreparedSuite,
  before: { readonly restored: Restored; readonly errors: ErrorCensus },
  suite: SuiteRun,
): Promise<Saved> {
  const { inputs, run, environment, mode, place, root } = prepared;
  const refuse = (why: string): Saved => ({ isSaved: false, key: "", why });
  if (mode.value === "replay") return refuse("replay records nothing");
  if (suite.suiteStatus !== 0) return refuse("the suite failed");
  if (suite.report.troubles.length > 0) return refuse("the run had trouble");
  const decision = decideSave(inputs.cache, run, environment["ACTIONS_CACHE_MODE"] ?? "");
  if (!decision.value) return refuse(decision.why);
  const errors = newProviderErrors(before.errors, takeErrorCensus(root, readLibraryManifest(root)));
  if (errors.length > 0) {
    const shown = errors
      .slice(0, PROBLEMS_SHOWN_MAX)
      .map(({ path, endpoint, status }) => `${endpoint} answered ${status} (${path})`);
    return refuse(
      `the provider failed in ways it had not before: ${shown.join("; ")}${errors.length > shown.length ? "; …" : ""}. Run the job again, or commit these cassettes if the failures are what you test`,
    );
  }
  if (!cache.isFeatureAvailable()) return refuse("this runner offers no cache service");
  return saveCassettes(place, before.restored, prepared.cancelled);
}
