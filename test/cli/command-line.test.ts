import { describe, expect, test } from "vitest";
import { helpText, parseCommandLine, type CommandSpec } from "../../src/cli/command-line.ts";
import { nearestName } from "../../src/cli/nearest-name.ts";
import { toAssignment, toDurationMs, toPort } from "../../src/cli/option-values.ts";

const SPEC: CommandSpec = {
  name: "replay",
  operands: "-- COMMAND",
  summary: "Runs a suite.",
  options: {
    cassettes: { value: "DIR", help: "The library." },
    env: { value: "NAME=VALUE", isMultiple: true, help: "A variable." },
    unused: { value: "WHAT", choices: ["fail", "warn"], help: "What to do." },
    pace: { help: "Real time.\nAs recorded." },
  },
};

describe("parseCommandLine()", () => {
  test("keeps the suite's words apart, options and second -- included", () => {
    const line = parseCommandLine(SPEC, ["--cassettes", "a", "--", "pytest", "--pace", "--", "x"]);
    expect(line.value("cassettes")).toBe("a");
    expect(line.has("pace")).toBe(false);
    expect(line.rest).toEqual(["pytest", "--pace", "--", "x"]);
  });

  test("takes --name=value, the last of many, and all of many", () => {
    const line = parseCommandLine(SPEC, [
      "--cassettes=a",
      "--cassettes=b",
      "--env",
      "A=1",
      "--env=B=2",
    ]);
    expect(line.value("cassettes")).toBe("b");
    expect(line.values("env")).toEqual(["A=1", "B=2"]);
    expect(line.rest).toBeUndefined();
  });

  test("sees --help among other words", () => {
    expect(parseCommandLine(SPEC, ["--pace", "-h"]).asksHelp).toBe(true);
    expect(parseCommandLine(SPEC, ["--", "--help"]).asksHelp).toBe(false);
  });

  refuses(["--casettes", "a"], 'Unknown option "--casettes". Did you mean "--cassettes"?');
  refuses(["--zzzzzzzz"], 'Unknown option "--zzzzzzzz"');
  refuses(["-x"], 'Unknown option "-x"');
  refuses(["--constructor"], 'Unknown option "--constructor"');
  refuses(["--cassettes"], 'Option "--cassettes" needs a value: DIR');
  refuses(["--cassettes="], 'Option "--cassettes" needs a value: DIR');
  refuses(["--pace=yes"], 'Option "--pace" takes no value: "yes" was given');
  refuses(["--unused", "maybe"], 'Option "--unused" is one of fail, warn: "maybe" was given');
});

describe("helpText()", () => {
  test("lists every option, continuation lines under their text", () => {
    expect(helpText(SPEC)).toBe(
      [
        "Usage: tapegate replay [options] -- COMMAND",
        "",
        "Runs a suite.",
        "",
        "Options:",
        "  --cassettes DIR   The library.",
        "  --env NAME=VALUE  A variable.",
        "  --unused WHAT     What to do.",
        "  --pace            Real time.",
        "                    As recorded.",
        "  -h, --help        This text.",
        "",
      ].join("\n"),
    );
  });
});

describe("nearestName()", () => {
  test.each([
    ["repaly", "replay"],
    ["rec", "record"],
    ["serv", "serve"],
    ["frobnicate", undefined],
    ["", undefined],
  ])("%j → %j", (asked, expected) => {
    expect(nearestName(asked, ["replay", "record", "serve"])).toBe(expected);
  });
});

describe("option values", () => {
  const option = (text: string) => ({ command: "replay", name: "timeout", text });

  test.each([
    ["90", 90_000],
    ["90s", 90_000],
    ["1.5m", 90_000],
    ["250ms", 250],
    ["1h", 3_600_000],
  ])("toDurationMs(%j) is %d", (text, expected) => {
    expect(toDurationMs(option(text))).toBe(expected);
  });

  test.each(["", "0", "-1", "1d", "ten", "999h"])("toDurationMs(%j) is refused", (text) => {
    expect(() => toDurationMs(option(text))).toThrow(/is a time such as/u);
  });

  test.each(["-1", "65536", "http", "8080x"])("toPort(%j) is refused", (text) => {
    expect(() => toPort(option(text))).toThrow(/from 0 to 65535/u);
  });

  test("toAssignment() keeps everything behind the first =", () => {
    expect(toAssignment(option("A=b=c"))).toEqual(["A", "b=c"]);
    expect(() => toAssignment(option("=b"))).toThrow(/NAME=VALUE/u);
  });
});

function refuses(argv: readonly string[], message: string): void {
  test(`parseCommandLine() refuses ${argv.join(" ")}`, () => {
    expect(() => parseCommandLine(SPEC, argv)).toThrow(message);
  });
}
