/** Names that people give to credentials, whatever their values. Session ids, paths and public keys stay out. */
const CREDENTIAL =
  /(?:(?:^|_)(?:TOKEN|PAT|JWT|(?:ACCESS|SECRET|PRIVATE|SIGNING|ENCRYPTION|AUTH)_?KEYS?(?:_ID|_BASE)?|API_?KEYS?(?:_ID)?)|_(?:PASS|PWD|CONNECTION_STRING|_AUTH|AUTH_CONFIG)|SECRETS?|PASSWORDS?|PASSWD|PASSPHRASE|CREDENTIALS?|APIKEYS?|AUTHTOKEN)$/iu;

/** `FAL_KEY` and `OPENAI_ADMIN_KEY` hold credentials. */
const KEY = /_KEYS?(?:_ID)?$/iu;
/** `PRIMARY_KEY` and `CACHE_KEY` hold words; `GPG_KEY` is a fingerprint in the images of Python. */
const OTHER_KEY =
  /(?:^|_)(?:PUBLIC|PUBLISHABLE|PRIMARY|FOREIGN|PARTITION|SORT|CACHE|ROUTING|IDEMPOTENCY|GPG)_KEYS?(?:_ID)?$/iu;

/** What only tells which of several it is: `OPENAI_API_KEY_2`, `API_KEY_PROD`. */
const QUALIFIER =
  /(?:_?\d+|_(?:PROD|PRODUCTION|DEV|DEVELOPMENT|TEST|TESTING|STAGING|STAGE|LIVE|SANDBOX|LOCAL|SECONDARY|BACKUP|OLD|NEW|VALUE))$/iu;

/**
 * What a variable's name tells of its value: `credential`, `key` (a credential in most cases; the
 * value tells), or `undefined`.
 */
export function credentialKind(name: string): "credential" | "key" | undefined {
  const plain = withoutQualifiers(name);
  if (CREDENTIAL.test(plain)) return "credential";
  return KEY.test(plain) && !OTHER_KEY.test(plain) ? "key" : undefined;
}

function withoutQualifiers(name: string): string {
  const shorter = name.replace(QUALIFIER, "");
  return shorter === name || shorter === "" ? name : withoutQualifiers(shorter);
}
