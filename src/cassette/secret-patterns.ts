/** What stands where a secret stood. No pattern matches it, so that redacting twice changes nothing. */
export const REDACTED = "[redacted]";

/**
 * Where a token may begin: not inside another word, so that each word is read once and the search stays
 * linear; an escaped line feed, carriage return or tabulator of JSON text counts as a border.
 */
const START = String.raw`(?:(?<![A-Za-z0-9_-])|(?<=\\[nrt]))`;

/**
 * Credentials that tell themselves by their form. Sources: the issuers' own documentation of their prefixes.
 * Every repetition has an upper bound: the engine keeps a state for each and runs out of stack at
 * megabytes.
 */
const TOKENS: readonly string[] = [
  // OpenAI (sk-, sk-proj-, sk-svcacct-), Anthropic (sk-ant-), OpenRouter (sk-or-), DeepSeek and others.
  String.raw`sk-[A-Za-z0-9_-]{16,512}`,
  // Stripe.
  String.raw`[spr]k_(?:live|test)_[A-Za-z0-9]{10,512}`,
  // Google: API key, OAuth access token, OAuth client secret.
  String.raw`AIza[A-Za-z0-9_-]{30,512}`,
  String.raw`ya29\.[A-Za-z0-9_-]{20,512}`,
  String.raw`GOCSPX-[A-Za-z0-9_-]{20,512}`,
  // AWS access key ids.
  String.raw`(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Za-z0-9])`,
  // Groq, Hugging Face, Replicate, xAI, Perplexity, Fireworks, NVIDIA, Together, Cerebras, LangSmith, Tavily.
  String.raw`gsk_[A-Za-z0-9]{20,512}`,
  String.raw`hf_[A-Za-z0-9]{20,512}`,
  String.raw`r8_[A-Za-z0-9]{20,512}`,
  String.raw`xai-[A-Za-z0-9]{20,512}`,
  String.raw`pplx-[A-Za-z0-9]{20,512}`,
  String.raw`fw_[A-Za-z0-9]{20,512}`,
  String.raw`nvapi-[A-Za-z0-9_-]{20,512}`,
  String.raw`tgp_v1_[A-Za-z0-9_-]{20,512}`,
  String.raw`csk-[A-Za-z0-9]{20,512}`,
  String.raw`lsv2_[a-z]{2}_[A-Za-z0-9_]{20,512}`,
  String.raw`tvly-[A-Za-z0-9-]{16,512}`,
  // GitHub, GitLab, Slack, npm, PyPI, SendGrid, DigitalOcean.
  String.raw`gh[oprsu]_[A-Za-z0-9]{20,512}`,
  String.raw`github_pat_[A-Za-z0-9_]{20,512}`,
  String.raw`gl(?:pat|dt|rt|cbt|ptt)-[A-Za-z0-9_-]{16,512}`,
  String.raw`xox[abeprs]-[A-Za-z0-9-]{10,512}`,
  String.raw`npm_[A-Za-z0-9]{30,512}`,
  String.raw`pypi-[A-Za-z0-9_-]{30,512}`,
  String.raw`SG\.[A-Za-z0-9_-]{16,512}\.[A-Za-z0-9_-]{16,512}`,
  String.raw`do[opr]_v1_[a-f0-9]{32,512}`,
  // Bedrock (long-lived, and short-lived: a signed URL in base64), Databricks, ElevenLabs, Vercel's gateway.
  String.raw`ABSK[A-Za-z0-9+/]{20,1024}={0,2}`,
  String.raw`bedrock-api-key-[A-Za-z0-9+/_-]{16,8192}={0,2}`,
  String.raw`dapi[A-Za-z0-9]{30,64}(?:-[0-9]{1,2})?`,
  String.raw`sk_[a-f0-9]{32,128}`,
  String.raw`vck_[A-Za-z0-9_-]{20,512}`,
  // Voyage (its prefix begins words, too), Heroku, Azure AD's client secrets.
  String.raw`pa-(?=[A-Za-z0-9_-]{0,64}[0-9])(?=[A-Za-z0-9_-]{0,64}[A-Z])[A-Za-z0-9_-]{30,512}`,
  String.raw`HRKU-[A-Za-z0-9_-]{30,512}`,
  String.raw`[A-Za-z0-9_~.-]{3}[0-9]Q~[A-Za-z0-9_~.-]{31,64}`,
  // JSON web tokens.
  String.raw`eyJ[A-Za-z0-9_-]{8,8192}\.[A-Za-z0-9_-]{8,8192}(?:\.[A-Za-z0-9_-]{0,8192})?`,
];

const TOKEN = new RegExp(`${START}(?:${TOKENS.join("|")})`, "g");

/** The word before a credential in an `Authorization` header, RFC 6750 and 7617. */
const BEARER = /(?<![A-Za-z0-9_-])(bearer[ \t+]{1,4})[A-Za-z0-9._~+/=-]{8,8192}/gi;
const BASIC =
  /(?<![A-Za-z0-9_-])(authorization["'\\]{0,4}[ \t]{0,4}[:=][ \t]{0,4}["'\\]{0,4}[A-Za-z-]{1,20}[ \t]{1,4})[A-Za-z0-9._~+/=:-]{4,8192}/gi;

/** What stands behind a `Cookie` or `Set-Cookie` header's name, RFC 6265. */
const COOKIE =
  /(?<![A-Za-z0-9_-])((?:set-)?cookie["'\\]{0,4}[ \t]{0,4}:[ \t]{0,4}["'\\]{0,4})[^\s=;"'\\[\]]{1,128}=[^\r\n"'\\[\]]{1,8192}/gi;

/** `scheme://user:password@host`, RFC 3986 section 3.2.1. */
const URL_CREDENTIALS = /:\/\/([^\s/:@"'\\[\]]{0,128}):([^\s/@"'\\[\]]{1,256})@/g;

/** Parameters of a query that carry a credential or a signature. */
const QUERY_SECRET =
  /([?&](?:key|sig|signature|token|access_token|x-goog-signature|x-goog-credential|x-amz-signature|x-amz-credential|x-amz-security-token)=)[^&\s"'#<>\\[\]]{1,8192}/gi;

/** Addresses to which whoever knows them may post: Slack's and Discord's webhooks, slashes as JSON may write them. */
const WEBHOOK =
  /(?<![A-Za-z0-9-])((?:hooks\.slack(?:-gov)?\.com\\{0,3}\/(?:services|workflows|triggers)|discord(?:app)?\.com\\{0,3}\/api(?:\\{0,3}\/v[0-9]{1,2})?\\{0,3}\/webhooks)\\{0,3}\/)(?:[A-Za-z0-9_-]|\\{0,3}\/){8,512}/gi;

/** A text with every token, header and URL credential replaced that tells itself by its form. Linear in the text's length. */
export function redactForms(text: string): string {
  return text
    .replace(BASIC, `$1${REDACTED}`)
    .replace(BEARER, `$1${REDACTED}`)
    .replace(COOKIE, `$1${REDACTED}`)
    .replace(TOKEN, REDACTED)
    .replace(WEBHOOK, `$1${REDACTED}`)
    .replace(URL_CREDENTIALS, `://$1:${REDACTED}@`)
    .replace(QUERY_SECRET, `$1${REDACTED}`);
}

/** Kinds of secrets that tell themselves by their form, in the order in which they are looked for. */
const FORMS: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ["authorization header", BASIC],
  ["bearer token", BEARER],
  ["cookie", COOKIE],
  ["password in a URL", URL_CREDENTIALS],
  ["credential in a query", QUERY_SECRET],
  ["webhook address", WEBHOOK],
  ["PEM block", /-----BEGIN [A-Z0-9 ]{1,40}-----/g],
];

/** Beginnings of tokens that say whose they are and nothing else. */
const TOKEN_PREFIX =
  /^(?:sk-(?:ant|proj|or|svcacct)-|[spr]k_(?:live|test)_|gl[a-z]{2,4}-|xox[a-z]-|github_pat_|tgp_v1_|lsv2_|GOCSPX-|AIza|ya29\.|eyJ|ABSK|bedrock-api-key-|dapi|[A-Z]{4}(?=[A-Z0-9]{16})|[A-Za-z0-9]{1,5}[-_.])/;

/** These begin with their secret. */
const AZURE_SECRET = /^[A-Za-z0-9_~.-]{3}[0-9]Q~/;

/** What kinds of secrets a text holds; never the secrets. */
export function secretForms(text: string): readonly string[] {
  const kinds = new Set<string>();
  for (const [kind, pattern] of FORMS) if (text.search(pattern) >= 0) kinds.add(kind);
  for (const [token] of text.matchAll(TOKEN)) {
    const prefix = TOKEN_PREFIX.exec(token)?.[0];
    if (prefix === "eyJ") kinds.add("JSON web token");
    else if (AZURE_SECRET.test(token)) kinds.add("client secret of Azure");
    else kinds.add(prefix === undefined ? "token" : `token that begins with ${prefix}`);
  }
  return [...kinds];
}

const PEM_BEGIN = /-----BEGIN [A-Z0-9 ]{1,40}-----/g;
const PEM_END = /-----END [A-Z0-9 ]{1,40}-----/g;
const PEM_BODY = /[A-Za-z0-9+/=\s\\:,-]*/y;

/** Replaces PEM blocks (RFC 7468); one without an end loses what looks like its body. */
export function redactPem(text: string): string {
  if (!text.includes("-----BEGIN ")) return text;
  let redacted = "";
  let position = 0;
  let lastEndSearched = -1;
  let nextEnd: RegExpExecArray | null = null;
  PEM_BEGIN.lastIndex = 0;
  for (let begin = PEM_BEGIN.exec(text); begin !== null; begin = PEM_BEGIN.exec(text)) {
    const bodyAt = begin.index + begin[0].length;
    // The next end is looked for once, however many beginnings stand before it.
    if (lastEndSearched < 0 || (nextEnd !== null && nextEnd.index < bodyAt)) {
      PEM_END.lastIndex = bodyAt;
      nextEnd = PEM_END.exec(text);
      lastEndSearched = bodyAt;
    }
    redacted += text.slice(position, begin.index) + REDACTED;
    position = nextEnd === null ? bodyEnd(text, bodyAt) : nextEnd.index + nextEnd[0].length;
    PEM_BEGIN.lastIndex = position;
  }
  return redacted + text.slice(position);
}

function bodyEnd(text: string, from: number): number {
  PEM_BODY.lastIndex = from;
  PEM_BODY.test(text);
  return PEM_BODY.lastIndex;
}
