import { describe, expect, test } from "vitest";
import { PROVIDERS } from "../../src/dialects/providers.ts";
import { findKnownSecrets } from "../../src/suite/known-secrets.ts";

const VALUE = "a-value-that-is-long-enough";

describe("findKnownSecrets()", () => {
  for (const name of "OPENAI_API_KEY AWS_SECRET_ACCESS_KEY GITHUB_TOKEN DB_PASSWORD MY_CLIENT_SECRET token NPM_PAT AWS_ACCESS_KEY_ID PGPASSWORD MYSQL_PWD SMTP_PASS AZURE_STORAGE_CONNECTION_STRING SECRET_KEY_BASE NPM_CONFIG__AUTH OPENAI_API_KEY_2 API_KEY_PROD AWS_BEARER_TOKEN_BEDROCK".split(
    " ",
  )) {
    check(name, true);
  }
  for (const name of "HOME PATH TOKENIZERS_PARALLELISM SECRETARY KEYBOARD SSH_AUTH_SOCK PUBLIC_KEY SESSION_ID PWD OLDPWD BYPASS PRIMARY_KEY FAL_KEY MAX_TOKENS GPG_KEY".split(
    " ",
  )) {
    check(name, false);
  }

  test("takes keys of any name where the value is random, and leaves line ends out", () => {
    const random = "1f0c2b9a-4d1e-4c8b:9d3e5f7a";
    const environment = { FAL_KEY: `${random}\n`, SSH_PUBLIC_KEY: random, CACHE_KEY: "linux-node" };
    expect([...find(environment, [])]).toEqual([["FAL_KEY", random]]);
  });

  test("takes names that the user gave", () => {
    expect([...find({ COMPANY: VALUE }, ["COMPANY"]).keys()]).toEqual(["COMPANY"]);
  });

  test("leaves values out that stand in ordinary text, and the dummies", () => {
    expect(find({ OPENAI_API_KEY: "short", GROQ_API_KEY: "tapegate-replay" }, []).size).toBe(0);
  });
});

function find(
  environment: Record<string, string>,
  named: readonly string[],
): ReadonlyMap<string, string> {
  return findKnownSecrets({ environment, mounts: PROVIDERS, named });
}

function check(name: string, isSecret: boolean): void {
  test(`findKnownSecrets(): ${name} ${isSecret ? "is" : "is not"} a credential`, () => {
    expect(find({ [name]: VALUE }, []).has(name)).toBe(isSecret);
  });
}
