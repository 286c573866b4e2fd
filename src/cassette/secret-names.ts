/** Names, lower case and without separators, whose values are secret wherever they end a member's name. */
const SECRET_ENDINGS: readonly string[] = [
  "password",
  "passwd",
  "passphrase",
  "secret",
  "apikey",
  "accesskey",
  "secretkey",
  "privatekey",
  "signingkey",
  "encryptionkey",
  "subscriptionkey",
  "accesstoken",
  "authtoken",
  "refreshtoken",
  "idtoken",
  "sessiontoken",
  "securitytoken",
  "bearertoken",
  "apitoken",
  "bottoken",
  "secretaccesskey",
  "connectionstring",
  "authorization",
  "cookie",
  "credential",
  "credentials",
];

/** Names that are secret only when they are the whole name. */
const SECRET_NAMES: ReadonlySet<string> = new Set(["token", "auth", "pwd", "xauth", "xtoken"]);

/** Whether a member of this name holds a secret: `api_key`, `X-Api-Key`, `OPENAI_API_KEY`, `clientSecret`. */
export function isSecretName(name: string): boolean {
  const plain = name.replace(/[^A-Za-z0-9]/g, "").toLowerCase();
  return SECRET_NAMES.has(plain) || SECRET_ENDINGS.some((ending) => plain.endsWith(ending));
}
