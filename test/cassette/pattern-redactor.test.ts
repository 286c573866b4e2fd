import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createPatternRedactor } from "../../src/cassette/pattern-redactor.ts";
import type { JsonValue } from "../../src/cassette/values.ts";

const redactor = createPatternRedactor();
/** Characters of an adversarial text, and how many times as long the other one is. */
const SMALL_LENGTH = 100_000;
const GROWTH = 8;

const LONG = "Ab1Cd2Ef3Gh4Ij5Kl6Mn7Op8Qr9St0Uv1Wx2";
const PEM = `-----BEGIN RSA PRIVATE KEY-----\nMIIEow${LONG}\n${LONG}==\n-----END RSA PRIVATE KEY-----`;
const JWT = `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.${LONG}`;

describe("createPatternRedactor() on secrets in text", () => {
  const secrets: readonly (readonly [text: string, secret: string])[] = [
    [`key sk-${LONG} end`, `sk-${LONG}`],
    [`sk-proj-${LONG}_-${LONG}`, LONG],
    [`sk-ant-api03-${LONG}-AA`, LONG],
    [`sk-or-v1-${LONG}`, LONG],
    [`AIzaSy${LONG}`, LONG],
    [`ya29.${LONG}`, LONG],
    ["id AKIAIOSFODNN7EXAMPLE.", "AKIAIOSFODNN7EXAMPLE"],
    [`gsk_${LONG}`, LONG],
    [`hf_${LONG}`, LONG],
    [`ghp_${LONG}`, LONG],
    [`github_pat_${LONG}`, LONG],
    [`glpat-${LONG}`, LONG],
    [`xoxb-1234567890-${LONG}`, LONG],
    [`npm_${LONG}`, LONG],
    [`SG.${LONG}.${LONG}`, LONG],
    [`sk_live_${LONG}`, LONG],
    [`token=${JWT}`, JWT],
    [JWT, LONG],
    [`Authorization: Bearer ${LONG}`, LONG],
    ["authorization: Basic dXNlcjpwYXNz", "dXNlcjpwYXNz"],
    [`bearer ${LONG}`, LONG],
    ["https://user:hunter2@example.com/x", "hunter2"],
    ["postgres://admin:p%40ss@db:5432/x", "p%40ss"],
    [`https://x/y?key=${LONG}&a=1`, LONG],
    [`https://x/y?a=1&X-Amz-Signature=${LONG}`, LONG],
    [PEM, LONG],
    [`private_key: ${PEM} tail`, LONG],
    [`-----BEGIN PRIVATE KEY-----\n${LONG}`, LONG],
    ["password: correct horse battery staple", "horse battery"],
    ["PASSWORD=hunter2-x", "hunter2-x"],
    ["password = 'correct horse'", "correct horse"],
    [String.raw`{"password": "a\"b\\ c"}`, "b\\\\ c"],
    [String.raw`{\"api_key\": \"a\\\"b c\"}`, "b c"],
    [String.raw`{\"client_secret\":\"abc def\", \"x\": 1}`, "abc def"],
    ["OPENAI_API_KEY=abc123", "abc123"],
    ["api key: abc123", "abc123"],
    ["aws_secret_access_key => wJalrXUtnFEMI", "wJalrXUtnFEMI"],
    ["pwd:abc123", "abc123"],
    [String.raw`line\nsk-${LONG}`, LONG],
    [`AccountKey=${LONG}==;x`, LONG],
    [`ABSK${LONG}/${LONG}+==`, LONG],
    [`bedrock-api-key-${LONG}`, LONG],
    ["dapi0123456789abcdef0123456789abcdef-2", "0123456789abcdef"],
    ["sk_0123456789abcdef0123456789abcdef0123456789abcdef", "0123456789abcdef"],
    [`vck_${LONG}`, LONG],
    [`pa-${LONG}_${LONG}`, LONG],
    [`HRKU-${LONG}`, LONG],
    [`aB38Q~${LONG.slice(0, 34)}`, LONG.slice(0, 34)],
    [`https://hooks.slack.com/services/T0123/B4567/${LONG}`, LONG],
    [String.raw`https:\/\/hooks.slack.com\/services\/T0123\/B4567\/${LONG}`, LONG],
    [`https://discord.com/api/webhooks/1234567890/${LONG}?wait=true`, LONG],
    [`https://discordapp.com/api/v10/webhooks/1234567890/${LONG}`, LONG],
    ['password == "abc"', "abc"],
    ["authorization: abc123def", "abc123def"],
    [`--api-key=abc123`, "abc123"],
    [`${"x".repeat(100)}_api_key=abc123`, "abc123"],
    [String.raw`first\ntoken: abc123`, "abc123"],
    [`api_keys = ["abc", 'def']`, "def"],
    [String.raw`{\"passwords\": [\"abc\", \"d\\\"ef\"], \"x\": 1}`, "ef"],
    [`{"tokens": "${LONG}"}`, LONG],
  ];
  for (const [text, secret] of secrets) {
    test(`removes it from ${JSON.stringify(text.slice(0, 50))}`, () => {
      const redacted = redactor.redactText(text);
      expect(redacted).not.toContain(secret);
      expect(redacted).toContain("[redacted]");
      expect(redactor.redactText(redacted)).toBe(redacted);
    });
  }

  const innocent: readonly string[] = [
    "What is the token limit of this model?",
    '{"max_tokens": 100, "stop_token": null, "prompt_tokens": 5}',
    "a task-management-for-everyone tool, risk-averse-and-long-enough",
    "Set the password: {policy}",
    "the secretary of state: present",
    "https://example.com:8080/path?monkey=1",
    "mail me at someone@example.com",
    "uuid 123e4567-e89b-12d3-a456-426614174000, sha 0123456789abcdef0123456789abcdef01234567",
    "The basic understanding of bearers",
    '"password": {"type": "string"}',
    "token: null",
    "skeleton-keys-are-not-secret-enough",
    "authorization: required, cookies: none, credentials: see below, jwt: yes, bearer: yes",
    'tokens: 12, total_tokens=7, token: 5, "access_tokens": 3, api keys: many',
    "stop token: <eos>, next page token: abc123, pad_token=<pad>, eosToken: x",
    'const tokens = text.split(" "); logit tokens: ["a1", "b2"]',
    "pa-this-is-a-long-name-with-many-words-in-it, dapi-version, sk_dialect, HRKU-x",
    "see hooks.slack.com/services and discord.com/api/webhooks/new",
    "at 12:30 = noon; a == b => c := d",
    "cookie: yes",
  ];
  for (const text of innocent) {
    test(`leaves ${JSON.stringify(text)}`, () => {
      expect(redactor.redactText(text)).toBe(text);
    });
  }
});

describe("createPatternRedactor() on values", () => {
  const cases: readonly (readonly [name: string, value: JsonValue, expected: JsonValue])[] = [
    [
      "secret-named members",
      { api_key: "x", "X-Api-Key": "y", clientSecret: "z", Password: 1 },
      {
        api_key: "[redacted]",
        "X-Api-Key": "[redacted]",
        clientSecret: "[redacted]",
        Password: "[redacted]",
      },
    ],
    [
      "members that only sound like it",
      { max_tokens: 5, key: "k", tokens: ["a"], author: "x" },
      { max_tokens: 5, key: "k", tokens: ["a"], author: "x" },
    ],
    [
      "what says nothing",
      { token: null, auth: true, secret: "" },
      { token: null, auth: true, secret: "" },
    ],
    [
      "what stands below a secret name",
      { credentials: { user: "u", list: ["p", 1] } },
      { credentials: { user: "[redacted]", list: ["[redacted]", "[redacted]"] } },
    ],
    [
      "a schema of a secret",
      { properties: { password: { type: "string", description: "Yours" } } },
      { properties: { password: { type: "string", description: "Yours" } } },
    ],
    [
      "headers as pairs",
      [
        ["authorization", "x"],
        ["accept", "y"],
      ],
      [
        ["authorization", "[redacted]"],
        ["accept", "y"],
      ],
    ],
    [
      "headers as objects",
      [{ name: "x-api-key", value: "v" }],
      [{ name: "x-api-key", value: "[redacted]" }],
    ],
    [
      "odd names",
      JSON.parse('{"__proto__": "a", "constructor": "b"}') as JsonValue,
      JSON.parse('{"__proto__": "a", "constructor": "b"}') as JsonValue,
    ],
  ];
  // The names are one list: of members, of headers as pairs and as objects, and of labels in JSON text.
  const names: readonly string[] = (
    "github_token hf_token HUGGINGFACE_TOKEN slack_token npm_token deployToken backend_token AWS_BEARER_TOKEN_BEDROCK " +
    "OPENAI_API_KEY_2 apiKey2 API_KEY_PROD api_keys passwords secrets access_tokens jwt user_jwt bearer account_key accountKey " +
    "storage_key auth_key Authorization X-Authorization cookie Set-Cookie credential credentials x-auth auth connectionString " +
    "password db_passwd passphrase client_secret secret token x-token csrfToken oauth2_token pwd private-key " +
    "aws_secret_access_key Ocp-Apim-Subscription-Key"
  ).split(" ");
  for (const name of names) {
    test(`redacts what stands under ${name}, wherever it does`, () => {
      const value = [
        { [name]: "a b", outer: { [name]: ["a b"] } },
        [name, "a b"],
        { name, value: "a b" },
        JSON.stringify({ [name]: "a b" }),
        JSON.stringify(JSON.stringify({ x: { [name]: "a b" } })),
        JSON.stringify({ [name]: ["a b", "a b"] }),
        `${name}="a b"`,
      ];
      const redacted = redactor.redact(value);
      expect(JSON.stringify(redacted)).not.toContain("a b");
      expect(redactor.redact(redacted)).toEqual(redacted);
    });
  }

  const otherNames: readonly string[] = (
    "max_tokens total_tokens prompt_tokens completion_tokens token_count tokenCount tokens logit_tokens input_tokens_details " +
    "stop_token stopToken next_page_token nextPageToken pad_token_id eos_token max_token author authority key keys primary_key " +
    "secretary password_policy api_key_id tokenizer cookies_allowed monkey"
  ).split(" ");
  for (const name of otherNames) {
    test(`leaves what stands under ${name}`, () => {
      const value = [
        { [name]: "a b" },
        { [name]: 12 },
        [name, "a b"],
        JSON.stringify({ [name]: "a b" }),
        `${name}: 12`,
      ];
      expect(redactor.redact(value)).toEqual(value);
    });
  }

  test("leaves numbers where they count something, and truth values everywhere", () => {
    const value = {
      tokens: 12,
      token: 7,
      access_tokens: 3,
      api_keys: 2,
      secrets: [1, true],
      password: true,
      usage: { tokens: { input: 3, output: "4" } },
    };
    expect(redactor.redact(value)).toEqual(value);
    const text = JSON.stringify(value);
    expect(redactor.redactText(text)).toBe(text);
  });

  test("of words that are called tokens, takes only what looks like a credential", () => {
    expect(redactor.redact({ tokens: ["Hello", LONG, { token: "x", text: "y" }] })).toEqual({
      tokens: ["Hello", "[redacted]", { token: "[redacted]", text: "y" }],
    });
  });

  for (const [name, value, expected] of cases) {
    test(`redacts ${name}`, () => {
      expect(redactor.redact(value)).toEqual(expected);
    });
  }

  test("answers nesting of any depth", () => {
    const deep = JSON.parse(`${"[".repeat(8000)}"sk-${LONG}"${"]".repeat(8000)}`) as JsonValue;
    expect(JSON.stringify(redactor.redact(deep))).not.toContain(LONG);
  });
});

describe("createPatternRedactor() on literal secrets", () => {
  const values = new Map([
    ["LONG_ONE", "swordfish-and-more"],
    ["SHORT_ONE", "swordfish"],
    ["QUOTED", 'tell "no" one\nat all'],
    ["TINY", "abc"],
    ["SELF", "redacted"],
    ["URL", "s p/a+b==&x"],
    ["WINDOWS", String.raw`C:\kéy\x`],
  ]);
  const literal = createPatternRedactor({ literals: values });
  const cases: readonly (readonly [text: string, redacted: string, label: string | undefined])[] = [
    ["it is swordfish-and-more.", "it is [redacted].", "LONG_ONE"],
    ["swordfishes", "[redacted]es", "SHORT_ONE"],
    [JSON.stringify('x tell "no" one\nat all'), '"x [redacted]"', "QUOTED"],
    [`?q=${encodeURIComponent('tell "no" one\nat all')}`, "?q=[redacted]", "QUOTED"],
    ["abc redacted", "abc redacted", undefined],
    // Each writer of URLs and of JSON escapes other characters.
    ["/v1/s%20p/a+b==%26x/y", "/v1/[redacted]/y", "URL"],
    ["?a=s+p%2fa%2bb%3d%3d%26x", "?a=[redacted]", "URL"],
    [String.raw`{"a":"s p\/a+b==\u0026x"}`, '{"a":"[redacted]"}', "URL"],
    [String.raw`tell \\\u0022no\\\" one\\nat all`, "[redacted]", "QUOTED"],
    [String.raw`{"a":"C:\\\\k\u00e9y\\\\x"}`, '{"a":"[redacted]"}', "WINDOWS"],
    ["C%3A%5Ck%c3%a9y%5cx", "[redacted]", "WINDOWS"],
    [String.raw`{"a":"C:\u005Ck\u00e9y\u005cx"}`, '{"a":"[redacted]"}', "WINDOWS"],
    [String.raw`C:\kéy\y`, String.raw`C:\kéy\y`, undefined],
    // Nobody needs to escape a letter, and JSON lets everybody do so.
    [String.raw`{"a":"\u0073word\u0066i\u0073h"}`, '{"a":"[redacted]"}', "SHORT_ONE"],
    [String.raw`\\u0073\\u0020p/a\u002bb==\u0026x`, "[redacted]", "URL"],
    [String.raw`\u0073wordfis\u0069`, String.raw`\u0073wordfis\u0069`, undefined],
  ];
  for (const [text, redacted, label] of cases) {
    test(`finds ${label ?? "nothing"} in ${JSON.stringify(text)}`, () => {
      expect(literal.redactText(text)).toBe(redacted);
      expect(literal.findLiteral(text)).toBe(label);
    });
  }

  test("removes them from names of members, too", () => {
    expect(literal.redact({ "x-swordfish": 1 })).toEqual({ "x-[redacted]": 1 });
  });
});

describe("createPatternRedactor() in general", () => {
  const piece = fc.oneof(
    fc.constantFrom(
      `sk-${LONG}`,
      PEM,
      JWT,
      "password: a b",
      '"api_key": "x y"',
      "Bearer abcdefghij",
      "://u:p@h",
      "?key=abc",
      "[redacted]",
      '\\"',
      "\\",
      '"',
      "'",
      "token=",
      "-----BEGIN X-----",
      "-----END X-----",
      " ",
      "\n",
      "{",
      "[",
      "]",
      ",",
      "null",
      "tokens: ",
      "authorization: ",
      '"cookie": "a=b"',
      "github_token",
      "api_keys=[",
      '"passwords": ["a", ',
      "jwt=",
      "=",
      "a1b2c3d4e5f6a7b8",
      "hooks.slack.com/services/T0123/B4567/x",
      "aB38Q~",
    ),
    fc.string({ unit: "binary", maxLength: 6 }),
  );
  const noisy = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));

  test("is idempotent", { timeout: 30_000 }, () => {
    const value = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        noisy,
        fc.integer(),
        fc.array(tie("value"), { maxLength: 3 }),
        fc.dictionary(
          fc.constantFrom(
            "password",
            "a",
            "value",
            "name",
            "x-api-key",
            "type",
            "tokens",
            "github_token",
            "cookie",
          ),
          tie("value"),
        ),
      ),
    })).value as fc.Arbitrary<JsonValue>;
    fc.assert(
      fc.property(value, (value) => {
        const once = redactor.redact(value);
        expect(redactor.redact(once)).toEqual(once);
      }),
      { numRuns: 500 },
    );
  });

  test("lets no seeded secret survive, wherever it stands", { timeout: 30_000 }, () => {
    const secret = fc
      .string({ unit: "grapheme-ascii", minLength: 8, maxLength: 40 })
      .filter((text) => !"[redacted]".includes(text) && text.trim().length >= 8);
    fc.assert(
      fc.property(secret, noisy, noisy, (secret, before, after) => {
        const literal = createPatternRedactor({ literals: new Map([["S", secret]]) });
        const value = {
          [`n${secret}`]: [before + secret + after],
          text: JSON.stringify({ a: secret }),
        };
        const text = JSON.stringify(literal.redact(value));
        expect(text).not.toContain(secret);
        expect(text).not.toContain(JSON.stringify(secret).slice(1, -1));
      }),
      { numRuns: 300 },
    );
  });

  const adversarial: readonly (readonly [name: string, unit: string])[] = [
    ["beginnings of PEM", "-----BEGIN RSA PRIVATE KEY-----"],
    ["half a PEM header", "-----BEGIN "],
    ["beginnings of JWT", "eyJaaaaaaaaaa"],
    ["parts of JWT", "eyJaaaaaaaaaa."],
    ["dashes", "sk-"],
    ["labels", "password="],
    ["labels and quotes", 'password="\\"'],
    ["open quotes", "password='a \\\\"],
    ["bearers", "Bearer "],
    ["URLs", "://a:"],
    ["white space", " \t"],
    ["backslashes", "\\"],
    ["escaped borders", "\\nsk-"],
    ["one word", "a"],
    ["hexadecimal", "0123456789abcdef"],
    ["queries", "?key=&key="],
    ["authorizations", "authorization:"],
    ["labels of words", "tokens="],
    ["labels of prose", "authorization=a1="],
    ["lists", 'api_keys=["'],
    ["lists of lists", 'api_keys=[\'","passwords=[\'",'],
    ["lists of words", 'tokens=["a1","'],
    ["open quotes of words", 'tokens=\\\\"'],
    ["delimiters", "="],
    ["colons", ": "],
    ["spaced names", "api key "],
    ["numbers", "token=1"],
    ["digits", "1"],
    ["webhooks", "hooks.slack.com/services/"],
    ["escaped webhooks", String.raw`discord.com\/api\/`],
    ["Voyage's beginnings", "pa-"],
    ["Voyage's borders", ".pa-a"],
    ["Azure's dots", "a.b."],
    ["Azure's middles", "aB38Q~"],
    ["Bedrock's beginnings", "ABSK"],
    ["Bedrock's beginnings with borders", "ABSK+"],
  ];
  for (const [name, unit] of adversarial) {
    test(`takes no more than linear time on ${name}`, { timeout: 30_000 }, () => {
      const small = unit.repeat(Math.ceil(SMALL_LENGTH / unit.length));
      const large = small.repeat(GROWTH);
      // The same amount of text, in pieces and at once: 1 where time is linear, 8 where it is quadratic.
      const rounds = Array.from({ length: 5 }, () => {
        const pieces = cpuMsOf(() => {
          for (let n = 0; n < GROWTH; n++) redactor.redactText(small);
        });
        return { pieces, whole: cpuMsOf(() => redactor.redactText(large)) };
      });
      const pieces = Math.min(...rounds.map((round) => round.pieces));
      const whole = Math.min(...rounds.map((round) => round.whole));
      expect(whole / Math.max(pieces, 0.1)).toBeLessThan(GROWTH / 2);
    });
  }

  test("answers megabytes without a border", { timeout: 30_000 }, () => {
    for (const start of [
      "sk-",
      "eyJ",
      "password=",
      "Bearer ",
      "?key=",
      "-----BEGIN X-----",
      "://u:",
    ]) {
      const redacted = redactor.redactText(`${start}${"a".repeat(9_000_000)}`);
      expect(redacted.startsWith(`${start}aaaaaaaaaaaaaaaa`)).toBe(
        start === "eyJ" || start === "://u:",
      );
    }
  });
});

/** Processor time, which other processes on the machine do not lengthen. */
function cpuMsOf(act: () => void): number {
  const start = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
