import { z } from "zod";

/** One scope of the cache that the run's token reaches. */
export interface CacheScope {
  readonly scope: string;
  readonly canWrite: boolean;
}

const claim = z.array(z.object({ Scope: z.string(), Permission: z.number() }));
const WRITE = 2;

/**
 * The cache scopes in the runner's token (its `ac` claim: permission 1 reads, 2 writes, 3 both);
 * `undefined` where the token is absent or says nothing of them. Read for the log only: the service
 * decides.
 */
export function readCacheScopes(token: string | undefined): readonly CacheScope[] | undefined {
  const payload = token?.split(".")[1];
  if (payload === undefined) return undefined;
  try {
    const body: unknown = JSON.parse(Buffer.from(payload, "base64url").toString("utf8"));
    const access = z.object({ ac: z.string() }).parse(body).ac;
    return claim.parse(JSON.parse(access)).map(({ Scope, Permission }) => ({
      scope: Scope,
      // oxlint-disable-next-line no-bitwise -- it is a bit mask
      canWrite: (Permission & WRITE) !== 0,
    }));
  } catch {
    return undefined;
  }
}
