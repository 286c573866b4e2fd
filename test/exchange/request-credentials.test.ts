import { describe, expect, test } from "vitest";
import { PROVIDERS } from "../../src/dialects/providers.ts";
import { requestCredentials } from "../../src/exchange/request-credentials.ts";
import type { HeaderList } from "../../src/exchange/http-message.ts";

const openai = PROVIDERS.find(({ name }) => name === "openai")!;
const KEY = "Zq7Xw2Rt9Lm4Kp8Vn3Hs6Jd1";

/** Put together here, so that no scanner takes this file for a leak. */
const basic = (text: string): string => Buffer.from(text).toString("base64");

function credentials(headers: HeaderList, path = "/v1/models"): readonly (readonly string[])[] {
  return [...requestCredentials({ path, headers }, openai)];
}

describe("requestCredentials()", () => {
  const carried: readonly (readonly [name: string, value: string])[] = [
    ["authorization", `Bearer ${KEY}`],
    ["authorization", `bearer  ${KEY} `],
    ["authorization", `Token ${KEY}`],
    ["authorization", KEY],
    ["x-api-key", KEY],
    ["api-key", KEY],
    ["x-goog-api-key", KEY],
    ["xi-api-key", KEY],
    ["ocp-apim-subscription-key", KEY],
    ["cf-aig-authorization", `Bearer ${KEY}`],
    ["x-amz-security-token", KEY],
    ["sec-websocket-protocol", `realtime, openai-insecure-api-key.${KEY}, openai-beta.realtime-v1`],
  ];
  test.each(carried)("finds the one in %s: %s", (name, value) => {
    expect(credentials([[name, value]])).toEqual([[`in the request's ${name} header`, KEY]]);
  });

  test("finds the password of basic credentials, and both together", () => {
    const text = basic(`user:${KEY}:x`);
    const found = credentials([["authorization", `Basic ${text}`]]);
    expect(found.map(([, value]) => value)).toContain(`${KEY}:x`);
    expect(found.map(([, value]) => value)).toContain(text);
  });

  test("finds both of a header that comes twice", () => {
    const found = credentials([
      ["x-api-key", KEY],
      ["x-api-key", `${KEY}2`],
    ]);
    expect(found.map(([, value]) => value)).toEqual([KEY, `${KEY}2`]);
  });

  test.each(["key", "api_key", "API-KEY", "access_token", "sig", "signature", "X-Goog-Signature"])(
    "finds the one in ?%s=",
    (name) => {
      expect(credentials([], `/v1/models?limit=20&${name}=${KEY}`)).toEqual([
        [`in the request's query parameter ${name}`, KEY],
      ]);
    },
  );

  test.each(
    "x test sk-1234 1234567 tapegate-replay not-needed sk-no-key-required EMPTY DUMMY_KEY dummyApiKey test-key-123 test1234 ollama lm-studio placeholder null undefined".split(
      " ",
    ),
  )("takes %s for none", (value) => {
    expect(credentials([["authorization", `Bearer ${value}`]])).toEqual([]);
    expect(credentials([["x-api-key", value]], `/v1/models?key=${value}`)).toEqual([]);
  });

  test.each(["hunter2hunter", "correct-horse-battery-staple", "a1b2c3d4", "LICENCE-7731-AXKQ"])(
    "takes %s for one",
    (value) => {
      expect(credentials([["x-api-key", value]])).toHaveLength(1);
    },
  );

  const other: readonly (readonly [name: string, value: string])[] = [
    ["authorization", `AWS4-HMAC-SHA256 Credential=AKIA/x, SignedHeaders=a;b, Signature=${KEY}`],
    ["authorization", `Digest username="u", nonce="${KEY}"`],
    ["cookie", `session=${KEY}`],
    ["idempotency-key", KEY],
    ["x-request-id", KEY],
    ["sec-websocket-key", KEY],
    ["sec-websocket-protocol", `realtime, openai-beta.${KEY}`],
    ["x-ratelimit-remaining-tokens", KEY],
    ["authorization", ""],
  ];
  test.each(other)("finds none in %s: %s", (name, value) => {
    expect(credentials([[name, value]])).toEqual([]);
  });

  test("finds none in other parameters", () => {
    expect(credentials([], `/v1/models?after=${KEY}&page_token=${KEY}&token=${KEY}`)).toEqual([]);
  });
});
