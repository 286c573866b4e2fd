import type { SessionMode } from "../cassette/values.ts";
import type { ProviderMount } from "../exchange/dialect.ts";
import { nodePluginVariables, type NodePlugin } from "./plugins/node-plugin.ts";
import { pytestPluginVariables } from "./plugins/pytest-plugin.ts";

/** What a suite's environment is made from. */
export interface ChildEnvironmentOptions {
  /** What the suite would inherit without us. */
  readonly inherited: Readonly<Record<string, string | undefined>>;
  readonly mode: SessionMode;
  /** The gateway's URL, with its token's path where it has one. */
  readonly url: string;
  readonly mounts: readonly ProviderMount[];
  /** Scope of everything the suite asks. @default {none: the gateway's default scope} */
  readonly scope?: string;
  /** Folder with the plug-in that tells pytest's tests apart. @default {none is loaded} */
  readonly pytestPlugin?: string;
  /** The plug-in that tells tests of vitest, jest and node:test apart. @default {none is loaded} */
  readonly nodePlugin?: NodePlugin;
  /** Set last; a value given here wins over everything else. */
  readonly additions?: Readonly<Record<string, string>>;
  /** Names that the suite must not see. */
  readonly removals?: readonly string[];
}

/** A suite's environment, and what a person should know about how it was made. */
export interface ChildEnvironment {
  readonly variables: Readonly<Record<string, string>>;
  readonly findings: readonly string[];
}

/**
 * Leads the suite's SDKs to the gateway. In replay the credentials become dummies (a replaying
 * suite needs none, and what it does not have it cannot leak) and side channels are switched off;
 * in record and auto the real credentials stay as they are, also where there are none: a dummy
 * would earn a recorded 401.
 */
export function makeChildEnvironment(options: ChildEnvironmentOptions): ChildEnvironment {
  const variables: Record<string, string> = {};
  for (const [name, value] of Object.entries(options.inherited)) {
    if (value !== undefined) variables[name] = value;
  }
  for (const name of removedVariables(options)) delete variables[name];
  const findings: string[] = [];
  if (options.mode === "replay") {
    Object.assign(variables, SIDE_CHANNELS_OFF);
    for (const mount of options.mounts) {
      Object.assign(variables, mount.credentials);
      for (const [name, value] of Object.entries(mount.settings)) variables[name] ||= value;
    }
  }
  for (const mount of options.mounts) {
    const urls = baseUrls(options.url, mount, options.scope);
    for (const [name, value] of Object.entries(urls)) {
      const earlier = variables[name]?.trim();
      if (options.mode !== "replay" && earlier !== undefined && earlier !== "") {
        findings.push(
          `${name} was set and is replaced by the gateway's address; requests go to the upstream of "${mount.name}". To record from elsewhere, set providers.${mount.name}.upstream in tapegate.json`,
        );
      }
      variables[name] = value;
    }
    variables[mountVariable(mount)] = mountUrl(options.url, mount, options.scope);
  }
  variables["TAPEGATE_URL"] = options.url;
  variables["TAPEGATE_MODE"] = options.mode;
  // httpx and requests ask a proxy even for loopback unless told otherwise.
  variables["NO_PROXY"] = mergeNoProxy(variables["NO_PROXY"] ?? variables["no_proxy"]);
  variables["no_proxy"] = variables["NO_PROXY"];
  // One scope for everything leaves a plug-in nothing to say.
  if (options.scope === undefined) Object.assign(variables, pluginVariables(variables, options));
  for (const name of options.removals ?? []) delete variables[name];
  return { variables: { ...variables, ...options.additions }, findings };
}

/** Variables that must not stand beside ours. */
export function removedVariables({
  mode,
  mounts,
}: Pick<ChildEnvironmentOptions, "mode" | "mounts">): readonly string[] {
  const replaced = mounts.flatMap(({ replacedVariables }) => replacedVariables);
  if (mode !== "replay") return replaced;
  return [
    ...REPLAY_REMOVALS,
    ...mounts.flatMap(({ keysWithoutDummy }) => keysWithoutDummy),
    ...replaced,
  ];
}

function pluginVariables(
  inherited: Readonly<Record<string, string>>,
  { pytestPlugin, nodePlugin }: ChildEnvironmentOptions,
): Readonly<Record<string, string>> {
  return {
    ...(pytestPlugin === undefined ? {} : pytestPluginVariables(inherited, pytestPlugin)),
    ...(nodePlugin === undefined ? {} : nodePluginVariables(inherited, nodePlugin)),
  };
}

/** Variables that lead SDKs to a mount, each with the whole URL that its SDK wants. */
export function baseUrls(
  url: string,
  mount: ProviderMount,
  scope?: string,
): Readonly<Record<string, string>> {
  const root = mountUrl(url, mount, scope);
  return Object.fromEntries(Object.entries(mount.env).map(([name, path]) => [name, root + path]));
}

/** `TAPEGATE_MISTRAL_URL`: the mount's address, for SDKs that take it as an option only. */
function mountVariable(mount: ProviderMount): string {
  return `TAPEGATE_${mount.name.toUpperCase().replace(/[^A-Z0-9]+/gu, "_")}_URL`;
}

function mountUrl(url: string, mount: ProviderMount, scope: string | undefined): string {
  return `${url}${scope === undefined ? "" : `/s/${encodeURIComponent(scope)}`}${mount.mount}`;
}

/** Channels to fixed hosts that no base URL redirects; sources in docs/discoveries/side-channels.md. */
const SIDE_CHANNELS_OFF: Readonly<Record<string, string>> = {
  LANGCHAIN_TRACING_V2: "false",
  LANGSMITH_TRACING: "false",
  AWS_EC2_METADATA_DISABLED: "true",
};

/** Names that open a side channel where they stand, or that belong to a real credential beside the dummies. */
const REPLAY_REMOVALS: readonly string[] = [
  "MISTRAL_SDK_TELEMETRY",
  "MISTRAL_OTLP_TRACES_ENDPOINT",
  "AWS_SESSION_TOKEN",
  "AWS_PROFILE",
  "AWS_WEB_IDENTITY_TOKEN_FILE",
  "AWS_ROLE_ARN",
  "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
  "AWS_CONTAINER_CREDENTIALS_FULL_URI",
];

const LOOPBACK: readonly string[] = ["127.0.0.1", "localhost", "::1"];

function mergeNoProxy(earlier: string | undefined): string {
  const hosts = (earlier ?? "").split(",").map((host) => host.trim());
  const named = hosts.filter((host) => host !== "");
  if (named.includes("*")) return "*";
  return [...named, ...LOOPBACK.filter((host) => !named.includes(host))].join(",");
}
