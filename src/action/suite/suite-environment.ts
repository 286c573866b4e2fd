import { credentialKind } from "../../suite/credential-names.ts";

/** Variables of the runner that would let the suite act in the action's name. `pass-env` cannot bring them back. */
const RUNNER_PRIVATE =
  /^(?:ACTIONS_.*|INPUT_.*|STATE_.*|GITHUB_(?:OUTPUT|STATE|ENV|PATH|STEP_SUMMARY|TOKEN|ARTIFACTS|ARTIFACTS_LIST))$/i;

/** Whether a variable is the runner's own, which the suite never gets. */
export function isRunnerPrivate(name: string): boolean {
  return RUNNER_PRIVATE.test(name);
}

/** What the suite's environment is made of. */
export interface EnvironmentRules {
  /** Names that look like credentials and are kept all the same. */
  readonly passed: readonly string[];
  /**
   * Names of provider keys, kept while recording and dropped in replay (where dummies replace them).
   * What has a provider's prefix goes with them: SDKs take `AWS_SESSION_TOKEN` beside the keys, and
   * others in their place.
   */
  readonly providerKeys: ReadonlySet<string>;
  readonly isLive: boolean;
  /** File that stands in for the runner's step summary. */
  readonly summaryPath: string;
}

/** The suite's environment, and the credentials that were taken out of it (the runner's own are not worth a word), sorted. */
export interface SuiteEnvironment {
  readonly environment: Readonly<Record<string, string>>;
  readonly dropped: readonly string[];
}

/**
 * Takes the runner's tokens, files and everything that looks like a credential out of the
 * environment. A defence in depth: code of the same user can still read `/proc/<pid>/environ` of
 * its ancestors, which no action can prevent.
 */
export function toSuiteEnvironment(
  environment: NodeJS.ProcessEnv,
  rules: EnvironmentRules,
): SuiteEnvironment {
  const kept: Record<string, string> = {};
  const dropped: string[] = [];
  for (const [name, value] of Object.entries(environment)) {
    if (value === undefined) continue;
    if (isKept(name, rules)) kept[name] = value;
    else if (!isRunnerPrivate(name)) dropped.push(name);
  }
  kept["GITHUB_STEP_SUMMARY"] = rules.summaryPath;
  return { environment: kept, dropped: dropped.toSorted() };
}

function isKept(name: string, rules: EnvironmentRules): boolean {
  if (isRunnerPrivate(name)) return false;
  if (rules.passed.includes(name)) return true;
  const isProviderKey = rules.providerKeys.has(name);
  if (!isProviderKey && credentialKind(name) === undefined) return true;
  return rules.isLive && (isProviderKey || hasProviderPrefix(name, rules.providerKeys));
}

function hasProviderPrefix(name: string, providerKeys: ReadonlySet<string>): boolean {
  const prefix = prefixOf(name);
  return prefix !== "" && [...providerKeys].some((key) => prefixOf(key) === prefix);
}

/** `AWS_` of `AWS_SESSION_TOKEN`. */
function prefixOf(name: string): string {
  return /^[^_]+_/.exec(name)?.[0] ?? "";
}
