import { secretKind } from "../cassette/secret-names.ts";

/** Names of variables that hold credentials beside those that are secret wherever they stand. */
const CREDENTIAL =
  /(?:(?:^|_)(?:PAT|SECRET_KEY_BASE|(?:API|ACCESS)_?KEY_ID)|_(?:PASS|PWD|_AUTH|AUTH_CONFIG)|SECRETS|PASSWORDS|API_?KEYS)$/iu;

/** `FAL_KEY` and `OPENAI_ADMIN_KEY` hold credentials. */
const KEY = /_KEYS?(?:_ID)?$/iu;
/** `PRIMARY_KEY` and `CACHE_KEY` hold words; `GPG_KEY` is a fingerprint in the images of Python. */
const OTHER_KEY =
  /(?:^|_)(?:PUBLIC|PUBLISHABLE|PRIMARY|FOREIGN|PARTITION|SORT|CACHE|ROUTING|IDEMPOTENCY|GPG)_KEYS?(?:_ID)?$/iu;

/** What only tells which of several it is: `OPENAI_ADMIN_KEY_2`, `DEPLOY_KEY_PROD`. */
const QUALIFIER =
  /(?:_?\d+|_(?:PROD|PRODUCTION|DEV|DEVELOPMENT|TEST|TESTING|STAGING|STAGE|LIVE|SANDBOX|LOCAL|SECONDARY|BACKUP|OLD|NEW|VALUE))$/iu;

/**
 * What a variable's name tells of its value: `credential`, `key` (a credential in most cases; the
 * value tells), or `undefined`.
 */
export function credentialKind(name: string): "credential" | "key" | undefined {
  if (isSecret(name)) return "credential";
  const plain = withoutQualifiers(name);
  if (CREDENTIAL.test(plain)) return "credential";
  return KEY.test(plain) && !OTHER_KEY.test(plain) ? "key" : undefined;
}

/** Lists and words are counts in most variables (`MAX_TOKENS`), and shells keep their folder in `PWD`. */
function isSecret(name: string): boolean {
  if (name === "PWD") return false;
  const kind = secretKind(name);
  return kind !== undefined && kind !== "list" && kind !== "words";
}

function withoutQualifiers(name: string): string {
  const shorter = name.replace(QUALIFIER, "");
  return shorter === name || shorter === "" ? name : withoutQualifiers(shorter);
}
