import { describe, expect, test } from "vitest";
import { parseSuiteCommand } from "../../src/action/inputs/suite-command.ts";

describe("parseSuiteCommand() splits without a shell", () => {
  test.each([
    ["pytest", ["pytest"], {}],
    ["uv run pytest -m 'not slow'", ["uv", "run", "pytest", "-m", "not slow"], {}],
    ['FOO=1 BAR="a b" npm test', ["npm", "test"], { FOO: "1", BAR: "a b" }],
    ["npm test -- FOO=1", ["npm", "test", "--", "FOO=1"], {}],
    ["pytest -k 'a`b'", ["pytest", "-k", "a`b"], {}],
    ["printf '%s' \\$HOME '$HOME'", ["printf", "%s", "$HOME", "$HOME"], {}],
    ["  a\tb  ", ["a", "b"], {}],
    ["a ''", ["a", ""], {}],
  ])("%s", (text, argv, environment) => {
    expect(parseSuiteCommand(text)).toEqual({ argv, environment });
  });
});

describe("parseSuiteCommand() refuses what needs a shell and says so", () => {
  test.each([
    ["a && b", '"&&" is a shell operator'],
    ["a | b", '"|" is a shell operator'],
    ["a; b", '";" is a shell operator'],
    ["a > out", '">" is a shell operator'],
    ["ls *.py", '"*.py" is a glob'],
    ["echo $HOME", "it expands a variable with $"],
    ['echo "${X:-1}"', "it expands a variable with $"],
    ["echo $(id)", "it expands a variable with $"],
    ["echo `id`", "a backquote runs a command"],
    ['echo "`id`"', "a backquote runs a command"],
    ["pytest # all", 'everything after "#" is a comment'],
    ["make build\nmake test", "it has 2 lines, where one line is taken"],
    ["pytest \\\n  -m unit", "it has 2 lines, where one line is taken"],
    ["python -c 'a\nb'", "it has 2 lines, where one line is taken"],
    ["it's", "a quote (') is not closed"],
    ['say "x', 'a quote (") is not closed'],
  ])("%s", (text, problem) => {
    expect(() => parseSuiteCommand(text)).toThrowError(problem);
    expect(() => parseSuiteCommand(text)).toThrowError('Set "shell: bash"');
  });

  test("a command of assignments alone names no program", () => {
    expect(() => parseSuiteCommand("FOO=1")).toThrowError("it names no program");
  });
});
