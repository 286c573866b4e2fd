import { z } from "zod";
import { assertSessionMode } from "../cassette/session-mode.ts";
import type { Session } from "../cassette/session.ts";
import { CassetteCompletionProvider } from "./cassette-completion-provider.ts";
import type { CompletionProvider } from "./completion-provider.ts";
import { describeIssues } from "./frozen.ts";
import { ProviderRegistryError } from "./provider-error.ts";

/** One provider's configuration: which driver builds it, and whatever that driver reads. */
export interface ProviderConfig {
  readonly driver: string;
  readonly [option: string]: unknown;
}

/** Builds a driver. May import its SDK when called: in replay it is not called. */
export type ProviderFactory = (
  label: string,
  config: ProviderConfig,
) => CompletionProvider | Promise<CompletionProvider>;

/** Where a registry's answers are kept; what `openCassettes` returns is one. */
export interface CassetteSource {
  /** `undefined` in mode `off`: nothing is wrapped. */
  readonly session: Session | undefined;
  /** Scope of a request, asked at each one. */
  readonly currentScope?: () => string | undefined;
}

/** What a registry is built with. */
export interface RegistryOptions {
  /** By driver name. */
  readonly factories: Readonly<Record<string, ProviderFactory>>;
  /** One for all providers. Absent: as in mode `off`. */
  readonly cassette?: CassetteSource;
}

const providerConfigSchema = z.looseObject({ driver: z.string().min(1) }).readonly();

/** Providers by label. */
export class ProviderRegistry {
  readonly #providers: ReadonlyMap<string, CompletionProvider>;

  private constructor(providers: ReadonlyMap<string, CompletionProvider>) {
    this.#providers = providers;
  }

  /**
   * The only place that puts a cassette in front of a provider. In replay no factory is called; in
   * mode `off` the factories' own providers are registered.
   *
   * @throws {ProviderRegistryError} `PROVIDER_CONFIG`, `PROVIDER_FACTORY_MISSING`
   * @throws {TypeError} where `cassette` is no opened cassettes.
   */
  static async fromConfig(
    configs: Readonly<Record<string, ProviderConfig>>,
    options: RegistryOptions,
  ): Promise<ProviderRegistry> {
    assertOpened(options.cassette);
    const providers = new Map<string, CompletionProvider>();
    for (const [label, config] of Object.entries(configs)) {
      const parsed = parseConfig(label, config);
      providers.set(label, await buildProvider(label, parsed, options));
    }
    return new ProviderRegistry(providers);
  }

  /** In the order of the configuration. */
  get labels(): readonly string[] {
    return [...this.#providers.keys()];
  }

  has(label: string): boolean {
    return this.#providers.has(label);
  }

  /** @throws {ProviderRegistryError} `PROVIDER_NOT_REGISTERED` */
  get(label: string): CompletionProvider {
    const provider = this.#providers.get(label);
    if (provider !== undefined) return provider;
    throw new ProviderRegistryError(
      "PROVIDER_NOT_REGISTERED",
      `Cannot get provider "${label}": ${this.#providers.size === 0 ? "none is configured" : `configured are ${quoteAll(this.labels)}`}`,
    );
  }
}

/** Options in the place of what they open (`{ mode: "replay", path }`) would read as mode `off`. */
function assertOpened(cassette: unknown): void {
  if (cassette === undefined) return;
  const hasSession = typeof cassette === "object" && cassette !== null && "session" in cassette;
  if (!hasSession) {
    throw new TypeError(
      'Cannot use the option "cassette": it has no session. Give it what openCassettes({ mode, path }) returns',
    );
  }
  const { session } = cassette as { readonly session: { readonly mode?: unknown } | undefined };
  if (session !== undefined) assertSessionMode(session.mode);
}

async function buildProvider(
  label: string,
  config: ProviderConfig,
  options: RegistryOptions,
): Promise<CompletionProvider> {
  const session = options.cassette?.session;
  const scope = options.cassette?.currentScope;
  const shared = { label, ...(scope === undefined ? {} : { scope }) };
  if (session?.mode === "replay") return new CassetteCompletionProvider({ ...shared, session });
  const inner = await requireFactory(label, config, options.factories)(label, config);
  return session === undefined
    ? inner
    : new CassetteCompletionProvider({ ...shared, session, inner });
}

function requireFactory(
  label: string,
  config: ProviderConfig,
  factories: Readonly<Record<string, ProviderFactory>>,
): ProviderFactory {
  const factory = Object.hasOwn(factories, config.driver) ? factories[config.driver] : undefined;
  if (factory !== undefined) return factory;
  throw new ProviderRegistryError(
    "PROVIDER_FACTORY_MISSING",
    `Cannot build provider "${label}": no factory for driver "${config.driver}" is given (${quoteAll(Object.keys(factories)) || "none at all"})`,
  );
}

function parseConfig(label: string, config: unknown): ProviderConfig {
  const parsed = providerConfigSchema.safeParse(config);
  if (label === "" || !parsed.success) {
    throw new ProviderRegistryError(
      "PROVIDER_CONFIG",
      `Cannot read the configuration of provider "${label}": ${parsed.success ? "its label is empty" : describeIssues(parsed.error)}`,
    );
  }
  return parsed.data;
}

function quoteAll(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(", ");
}
