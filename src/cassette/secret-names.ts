/**
 * What stands under a secret name, and how it is written where nothing quotes it.
 *
 * * `phrase`: anything; unquoted it may be several words.
 * * `word`: anything; unquoted it is one word.
 * * `token`: the same, but a number counts something (`token: 12`).
 * * `header`: anything; unquoted only what looks like a credential, since prose has such labels too.
 * * `cookie`: anything; unquoted it is left to the form of the whole header.
 * * `list`: any text, a number counts; unquoted only what looks like a credential.
 * * `words`: only what looks like a credential: language models call their words tokens.
 */
export type SecretKind = "phrase" | "word" | "token" | "header" | "cookie" | "list" | "words";

const KEYS: readonly string[] =
  "api access secret private signing encryption subscription account storage auth".split(" ");

/** How secret names end, lower case and without separators; the first that fits counts. */
const ENDINGS: readonly (readonly [ending: string, kind: SecretKind])[] = [
  ["password", "phrase"],
  ["passwd", "phrase"],
  ["passphrase", "phrase"],
  ["clientsecret", "word"],
  ["sharedsecret", "word"],
  ["secret", "phrase"],
  ...KEYS.map((whose) => [`${whose}key`, "word"] as const),
  ["connectionstring", "word"],
  ["authorization", "header"],
  ["credential", "header"],
  ["credentials", "header"],
  ["bearer", "header"],
  ["jwt", "header"],
  ["cookie", "cookie"],
];

/** Names that are secret only when they are the whole name. */
const WHOLE_NAMES: ReadonlyMap<string, SecretKind> = new Map([
  ["auth", "header"],
  ["xauth", "header"],
  ["pwd", "word"],
]);

/** Whose tokens are secret also where there are several of them. */
const TOKEN_OWNERS: ReadonlySet<string> = new Set(
  "access auth refresh id security bearer api bot".split(" "),
);

/** Tokens that are no credentials: of texts, of pages, of attempts. */
const OTHER_TOKENS: ReadonlySet<string> = new Set(
  (
    "stop start begin end bos eos pad sep cls mask unk special added image audio video text word first last per each every " +
    "max min total prompt completion input output cached reasoning thinking new next prev previous page cursor continuation sync idempotency"
  ).split(" "),
);

/** Words behind a secret name that only tell which of several it is: `OPENAI_API_KEY_2`, `API_KEY_PROD`. */
const QUALIFIERS: ReadonlySet<string> = new Set(
  (
    "prod production dev development test testing staging stage live sandbox local " +
    "primary secondary backup old new value bedrock"
  ).split(" "),
);

/** Names that hold no such syllable are not looked at any closer. */
const HINT = /pass|secret|key|token|auth|cookie|credential|connection|bearer|jwt|pwd/i;

/** A longer name is known by its end. */
const NAME_LENGTH_MAX = 128;

/**
 * What a member or label of this name holds: `api_key`, `X-Api-Key`, `OPENAI_API_KEY_2`, `clientSecret`,
 * `github_token`, `passwords`; `undefined` where that is no secret.
 */
export function secretKind(name: string): SecretKind | undefined {
  if (!HINT.test(name)) return undefined;
  const words = wordsOf(name.slice(-NAME_LENGTH_MAX));
  const plain = words.join("");
  return WHOLE_NAMES.get(plain) ?? kindOfTokens(words) ?? kindOfEnding(plain);
}

/** `githubToken` in words, without what only tells which one it is. */
function wordsOf(name: string): readonly string[] {
  const words = (name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? []).map((word) =>
    word.toLowerCase(),
  );
  while (words.length > 1 && isQualifier(words.at(-1)!)) words.pop();
  return words;
}

function isQualifier(word: string): boolean {
  return QUALIFIERS.has(word) || /^\d/.test(word);
}

function kindOfTokens(words: readonly string[]): SecretKind | undefined {
  const match = /^(.*?)token(s?)$/.exec(words.at(-1) ?? "");
  if (match === null) return undefined;
  // `stoptoken`, `stop_token`.
  const whose = match[1] === "" ? words.at(-2) : match[1];
  const isOwned = whose !== undefined && TOKEN_OWNERS.has(whose);
  if (match[2] === "s") return isOwned ? "list" : "words";
  return whose !== undefined && OTHER_TOKENS.has(whose) ? undefined : "token";
}

function kindOfEnding(plain: string): SecretKind | undefined {
  const kind = ENDINGS.find(([ending]) => plain.endsWith(ending))?.[1];
  if (kind !== undefined || !plain.endsWith("s")) return kind;
  const one = ENDINGS.find(([ending]) => plain.slice(0, -1).endsWith(ending))?.[1];
  return one === "phrase" || one === "word" ? "list" : undefined;
}

/** Letters and digits mixed, and long enough to be no word of prose. */
export function isCredential(text: string, lengthMin: number): boolean {
  return text.length >= lengthMin && /^(?=.*\d)(?=.*[A-Za-z])[\w+/=.:~-]+$/.test(text);
}

/** What is shorter under the name of `words` is one of a text's. */
export const CREDENTIAL_AMONG_WORDS_MIN = 16;
