import { describe, expect, test } from "vitest";
import { readProxySettings } from "../../src/suite/proxy-settings.ts";

const P = "http://proxy:3128";
const cases: readonly (readonly [
  what: string,
  environment: Record<string, string>,
  expected: ReturnType<typeof readProxySettings>,
])[] = [
  ["no variable", { NO_PROXY: "a" }, undefined],
  ["a blank variable", { HTTPS_PROXY: " " }, undefined],
  ["HTTPS_PROXY", { HTTPS_PROXY: P }, { https: P, http: undefined, bypass: "" }],
  ["HTTP_PROXY alone", { HTTP_PROXY: P }, { https: undefined, http: P, bypass: "" }],
  ["ALL_PROXY for both", { ALL_PROXY: P, no_proxy: "a,b" }, { https: P, http: P, bypass: "a,b" }],
  [
    "the special before ALL_PROXY, lower case before upper",
    { ALL_PROXY: "http://all", HTTPS_PROXY: "http://upper", https_proxy: "https://lower" },
    { https: "https://lower", http: "http://all", bypass: "" },
  ],
  [
    "a SOCKS proxy that nothing goes through",
    { ALL_PROXY: "socks5://proxy:1080", HTTPS_PROXY: P, HTTP_PROXY: P },
    { https: P, http: P, bypass: "" },
  ],
  [
    "an address without scheme",
    { HTTPS_PROXY: "proxy:3128" },
    { https: P, http: undefined, bypass: "" },
  ],
];

describe("readProxySettings()", () => {
  test.each(cases)("%s", (_what, environment, expected) => {
    expect(readProxySettings(environment)).toEqual(expected);
  });

  test.each(["socks5://me:secret-word@proxy", "http://", "ftp://x"])(
    "refuses %s by its name, without its value",
    (value) => {
      const read = (): unknown => readProxySettings({ HTTPS_PROXY: value });
      expect(read).toThrow(/^Cannot reach providers through the proxy of HTTPS_PROXY: /);
      expect(read).not.toThrow(/secret-word/);
    },
  );
});
