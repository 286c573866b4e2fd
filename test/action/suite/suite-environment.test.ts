import { describe, expect, test } from "vitest";
import { toSuiteEnvironment } from "../../../src/action/suite/suite-environment.ts";

const RULES = {
  passed: ["DEPLOY_TOKEN", "ACTIONS_RUNTIME_TOKEN"],
  providerKeys: new Set([
    "OPENAI_API_KEY",
    "ANTHROPIC_API_KEY",
    "GOOGLE_GENERATIVE_AI_API_KEY",
    "AWS_ACCESS_KEY_ID",
  ]),
  isLive: false,
  summaryPath: "/private/summary",
};

function isKept(name: string, isLive = false): boolean {
  const { environment } = toSuiteEnvironment({ [name]: "v" }, { ...RULES, isLive });
  return environment[name] === "v";
}

describe("toSuiteEnvironment()", () => {
  test.each([
    "ACTIONS_RUNTIME_TOKEN",
    "ACTIONS_RESULTS_URL",
    "ACTIONS_CACHE_URL",
    "ACTIONS_CACHE_MODE",
    "ACTIONS_ID_TOKEN_REQUEST_URL",
    "INPUT_TOKEN",
    "INPUT_ON-DRIFT",
    "STATE_run-id",
    "GITHUB_OUTPUT",
    "GITHUB_STATE",
    "GITHUB_ENV",
    "GITHUB_PATH",
    "GITHUB_TOKEN",
    "actions_runtime_token",
    "Input_Token",
    "GITHUB_ARTIFACTS",
  ])("takes %s away, whatever pass-env says", (name) => {
    expect([isKept(name), isKept(name, true)]).toEqual([false, false]);
  });

  test.each([
    "NPM_TOKEN",
    "DB_PASSWORD",
    "GH_PAT",
    "APIKEY",
    "signing_key",
    "PGPASSWORD",
    "MYSQL_PWD",
    "SMTP_PASS",
    "SECRET_KEY_BASE",
    "NPM_CONFIG__AUTH",
    "npm_config__auth",
    "DOCKER_AUTH_CONFIG",
    "AZURE_STORAGE_CONNECTION_STRING",
    "TWILIO_AUTHTOKEN",
    "STRIPE_KEY",
    "MISTRAL_KEY",
    "AZURE_OPENAI_KEY",
    "COHERE_API_KEYS",
    "SSH_PRIVATE_KEY",
    "DEPLOY_KEY_PROD",
    "SENTRY_TOKEN_2",
    "KMS_KEY_ID",
  ])("takes %s away: it looks like a credential", (name) => {
    expect([isKept(name), isKept(name, true)]).toEqual([false, false]);
    expect(toSuiteEnvironment({ [name]: "v" }, RULES).dropped).toEqual([name]);
  });

  test.each([
    "CI",
    "GITHUB_ACTIONS",
    "RUNNER_TRACKING_ID",
    "PATH",
    "Path",
    "HOME",
    "GITHUB_SHA",
    "DEPLOY_TOKEN",
    "TOKENIZERS_PARALLELISM",
    "KEYBOARD",
    "MONKEY",
    "NODE_OPTIONS",
    "PWD",
    "OLDPWD",
    "SSH_AUTH_SOCK",
    "BYPASS",
    "SECRETARY",
    "PUBLIC_KEY",
    "GPG_KEY",
    "CACHE_KEY",
    "PRIMARY_KEY",
    "MAX_TOKENS",
    "STOP_TOKEN",
  ])("keeps %s", (name) => {
    expect([isKept(name), isKept(name, true)]).toEqual([true, true]);
  });

  test.each([
    "OPENAI_API_KEY",
    "OPENAI_API_KEY_2",
    "OPENAI_KEY",
    "OPENAI_ADMIN_KEY",
    "ANTHROPIC_AUTH_TOKEN",
    "GOOGLE_API_KEY",
    "AWS_SECRET_ACCESS_KEY",
    "AWS_SESSION_TOKEN",
  ])("keeps %s while recording alone: a provider's own", (name) => {
    expect([isKept(name), isKept(name, true)]).toEqual([false, true]);
  });

  test("gives the suite a step summary of its own", () => {
    const { environment } = toSuiteEnvironment({ GITHUB_STEP_SUMMARY: "/the/runner's" }, RULES);
    expect(environment["GITHUB_STEP_SUMMARY"]).toBe("/private/summary");
  });
});
