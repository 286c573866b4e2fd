import { mkdirSync, realpathSync } from "node:fs";
import { join } from "node:path";
import type { SessionMode } from "../cassette/values.ts";
import { configureProviders } from "../dialects/configuration.ts";
import { PROVIDERS } from "../dialects/providers.ts";
import type { ProviderMount } from "../exchange/dialect.ts";
import { readConfiguration, type Configuration } from "../suite/configuration.ts";
import { ActionError } from "./action-error.ts";
import { AnnotationQuota } from "./annotation-quota.ts";
import { readLibraryManifest, type LibraryManifest } from "./cache/library-manifest.ts";
import type { LibraryPlace } from "./cache/restore-cassettes.ts";
import { readGithubRun, type GithubRun } from "./github-run.ts";
import { readActionInputs, type ActionInputs } from "./inputs/action-inputs.ts";
import { parseSuiteCommand, type SuiteCommand } from "./inputs/suite-command.ts";
import { openGithubApi, type GithubApi } from "./report/github-api.ts";
import { decideMode, type Decision } from "./run-policy.ts";
import { writeShellScript } from "./suite/shell-script.ts";

/** What every mode of the action knows before it begins. */
export interface Prepared {
  readonly environment: NodeJS.ProcessEnv;
  readonly inputs: ActionInputs;
  readonly run: GithubRun;
  readonly place: LibraryPlace;
  /** Absolute root of the library. */
  readonly root: string;
  /** Documents that the checkout holds. */
  readonly committed: LibraryManifest;
  /** Providers that are known: those of tapegate.json too where a suite runs. */
  readonly mounts: readonly ProviderMount[];
  readonly api: GithubApi | undefined;
  /** Annotations of the step so far. */
  readonly quota: AnnotationQuota;
  /** Aborted when the job is cancelled: what waits for others then stops. */
  readonly cancelled: AbortSignal;
}

/** What reading inputs and event needs. */
export interface PrepareOptions {
  readonly environment: NodeJS.ProcessEnv;
  readonly cancelled: AbortSignal;
}

/** What running a suite needs besides. */
export interface PreparedSuite extends Prepared {
  /** Absolute folder where the suite runs. */
  readonly suiteDirectory: string;
  readonly configuration: Configuration;
  /** Variables that hold provider keys. */
  readonly providerKeys: ReadonlySet<string>;
  readonly mode: Decision<SessionMode>;
  readonly command: SuiteCommand;
}

/** Version of the document format; another one is another cache. */
const FORMAT_VERSION = 1;

/**
 * Reads inputs and event.
 *
 * @throws {ActionError} `ACTION_INPUT`
 */
export function prepare({ environment, cancelled }: PrepareOptions): Prepared {
  const inputs = readActionInputs(environment);
  const run = readGithubRun(environment);
  const workspace = readFolder(environment, "GITHUB_WORKSPACE");
  const temporary = readFolder(environment, "RUNNER_TEMP");
  const root = join(workspace, inputs.cassettes);
  return {
    environment,
    inputs,
    run,
    place: {
      workspace,
      cassettes: inputs.cassettes,
      temporary,
      keyPrefix: `${inputs["cache-key-prefix"]}-v${FORMAT_VERSION}-`,
    },
    root,
    committed: readLibraryManifest(root),
    mounts: PROVIDERS,
    api: openGithubApi(inputs.token, run, cancelled),
    quota: new AnnotationQuota({ isOff: inputs.annotations === "off" }),
    cancelled,
  };
}

/**
 * Reads the configuration, decides the mode and reads the command.
 *
 * @throws {ActionError} `ACTION_INPUT`
 * @throws {SuiteError} `CONFIGURATION`
 */
export async function prepareSuite(
  prepared: Prepared,
  mode: Exclude<ActionInputs["mode"], "merge">,
): Promise<PreparedSuite> {
  const { environment, inputs, run, place } = prepared;
  const suiteDirectory = join(place.workspace, inputs["working-directory"]);
  const configuration = await readConfiguration(suiteDirectory, undefined, place.workspace);
  const configured = configureProviders(configuration.providers);
  // What is wrong with them is told when the run opens.
  const mounts = configured.kind === "mounts" ? configured.mounts : prepared.mounts;
  const providerKeys = new Set(mounts.flatMap(({ credentials }) => Object.keys(credentials)));
  const hasKey = [...providerKeys].some((name) => (environment[name] ?? "").trim() !== "");
  return {
    ...prepared,
    suiteDirectory,
    configuration,
    mounts,
    providerKeys,
    mode: decideMode(mode, run, hasKey),
    command:
      inputs.shell === ""
        ? parseSuiteCommand(inputs.command)
        : {
            argv: writeShellScript(inputs.shell, inputs.command, place.temporary),
            environment: {},
          },
  };
}

function readFolder(environment: NodeJS.ProcessEnv, name: string): string {
  const path = environment[name];
  if (path === undefined || path === "") {
    throw new ActionError(
      "ACTION_INPUT",
      `Cannot run outside a workflow: the runner's variable ${name} is not set`,
    );
  }
  mkdirSync(path, { recursive: true });
  return realpathSync(path);
}
