import type { ProviderMount } from "../exchange/dialect.ts";
import { COMPATIBLE_PROVIDERS } from "./compatible-providers.ts";
import { MAJOR_PROVIDERS } from "./major-providers.ts";
import { toMount } from "./provider-row.ts";

/** Every provider that is known without configuration. */
export const PROVIDERS: readonly ProviderMount[] = [
  ...MAJOR_PROVIDERS,
  ...COMPATIBLE_PROVIDERS,
].map(toMount);
