import type { Session } from "../cassette/session.ts";
import type { CompletionProvider } from "./completion-provider.ts";
/** One provider's configuration: which driver builds it, and whatever that driver reads. */
export interface ProviderConfig {
    readonly driver: string;
    readonly [option: string]: unknown;
}
/** Builds a driver. May import its SDK when called: in replay it is not called. */
export type ProviderFactory = (label: string, config: ProviderConfig) => CompletionProvider | Promise<CompletionProvider>;
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
/** Providers by label. */
export declare class ProviderRegistry {
    #private;
    private constructor();
    /**
     * The only place that puts a cassette in front of a provider. In replay no factory is called; in
     * mode `off` the factories' own providers are registered.
     *
     * @throws {ProviderRegistryError} `PROVIDER_CONFIG`, `PROVIDER_FACTORY_MISSING`
     * @throws {TypeError} where `cassette` is no opened cassettes.
     */
    static fromConfig(configs: Readonly<Record<string, ProviderConfig>>, options: RegistryOptions): Promise<ProviderRegistry>;
    /** In the order of the configuration. */
    get labels(): readonly string[];
    has(label: string): boolean;
    /** @throws {ProviderRegistryError} `PROVIDER_NOT_REGISTERED` */
    get(label: string): CompletionProvider;
}
