import type { CommandSpec, OptionRow } from "../command-line.ts";

/** Options of every command that looks at a library. */
export const PLACE_OPTIONS: Readonly<Record<string, OptionRow>> = {
  cassettes: {
    value: "DIR",
    help: 'The library of cassettes. Default: "cassettes" of tapegate.json, else cassettes.',
  },
  config: {
    value: "FILE",
    help: "Configuration. Default: tapegate.json here or in a directory above.",
  },
};

/** For commands that print what was recorded. */
export const SECRET_OPTION: Readonly<Record<string, OptionRow>> = {
  secret: {
    value: "NAME",
    isMultiple: true,
    help: "A variable whose value is a secret, beside those that look like credentials. Repeatable.",
  },
};

/** What stands for a scope on these command lines. */
export const OPERAND_HELP: NonNullable<CommandSpec["epilogue"]> =
  `A SCOPE is the name of a scope, a beginning of several (tests/test_a.py), the path of a
cassette, or a folder of cassettes; SCOPE#3 is its third recording.`;
