import { describe, expect, test } from "vitest";
import { toSuiteEnvironment } from "../../../src/action/suite/suite-environment.ts";

const RULES = {
  passed: ["DEPLOY_TOKEN", "ACTIONS_RUNTIME_TOKEN"],
  providerKeys: new Set(["OPENAI_API_KEY"]),
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
    "AWS_SECRET_ACCESS_KEY",
    "GH_PAT",
    "APIKEY",
    "signing_key",
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
  ])("keeps %s", (name) => {
    expect([isKept(name), isKept(name, true)]).toEqual([true, true]);
  });

  test("keeps provider keys while recording alone", () => {
    expect([isKept("OPENAI_API_KEY"), isKept("OPENAI_API_KEY", true)]).toEqual([false, true]);
  });

  test("gives the suite a step summary of its own", () => {
    const { environment } = toSuiteEnvironment({ GITHUB_STEP_SUMMARY: "/the/runner's" }, RULES);
    expect(environment["GITHUB_STEP_SUMMARY"]).toBe("/private/summary");
  });
});
