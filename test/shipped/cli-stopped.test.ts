import { describe, expect, test } from "vitest";
import { recorded, startCli, suiteOf } from "../helpers/run-cli.ts";

/** A suite that ends with 0 when it is told to stop, as runners do that clean up. */
const POLITE = suiteOf(`
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(0));
  await (await chat("one")).text();
  console.log("waiting");
  setInterval(() => {}, 1000);
`);

describe("a suite that is stopped and says 0", () => {
  test.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("has not passed: %s gives %i, and nothing unused is told", async (signal, status) => {
    const folder = await recorded(["one", "two"]);
    const running = startCli(["replay", "--unused", "fail", "--", ...POLITE], { cwd: folder });
    await running.until(/waiting/u);
    running.child.kill(signal);
    const ended = await running.ended;
    expect(ended.status).toBe(status);
    expect(ended.stderr).toContain("the suite was stopped before its end");
    expect(ended.stderr).not.toContain("that no request asked for");
  });
});
