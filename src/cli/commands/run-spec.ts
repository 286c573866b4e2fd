import type { SessionMode } from "../../cassette/values.ts";
import type { CommandSpec } from "../command-line.ts";
import { LIBRARY_OPTIONS } from "../run-options.ts";

const SUMMARIES: Readonly<Record<SessionMode, string>> = {
  replay: `Runs COMMAND with every provider SDK led to a loopback gateway that answers from the
cassettes, byte for byte. Nothing live is ever asked: a request without a recording is
a miss, the SDK raises it at once, and the run fails even where the suite hides it.`,
  record: `Runs COMMAND with every provider SDK led to a loopback gateway that asks the real
providers and records what they answer. Each scope that is used is recorded afresh; with
--only or --from-report just what they name, and everything else replays.`,
  auto: `Runs COMMAND with every provider SDK led to a loopback gateway that answers from the
cassettes where they hold the request, and asks and records where they do not. In a scope
of its own (a test's), a lane that changed is recorded from its first changed request on.`,
};

/** What `record` alone takes. */
const ONLY_OPTIONS: CommandSpec["options"] = {
  only: {
    value: "NAME",
    isMultiple: true,
    help: "Record a scope afresh, or a lane from a miss on (miss-3, cause-1 of the report);\neverything else replays, and nothing else on disk changes. Repeatable.",
  },
  "from-report": {
    value: "FILE",
    help: "Record what this JSON report misses, each lane from its first miss on. With --only,\nthe report that numbers the misses. Default for that: tapegate-report.json.",
  },
};

const KEEP_OPTIONS: CommandSpec["options"] = {
  "keep-failed": { help: "Write the cassettes of failed tests too." },
};

/** What `replay` alone takes. */
const WHOLE_OPTIONS: CommandSpec["options"] = {
  "whole-suite": {
    help: "The command runs the whole suite: cassettes that none of its tests opened are unused\ntoo, also where the command looks like a selection (-k, test.py::name).",
  },
};

/** `replay`, `record` and `auto` as help text and parser know them. */
export function runSpec(mode: SessionMode): CommandSpec {
  return {
    name: mode,
    operands: "-- COMMAND [ARGUMENT…]",
    summary: SUMMARIES[mode],
    options: {
      ...LIBRARY_OPTIONS,
      ...(mode === "record" ? ONLY_OPTIONS : {}),
      ...(mode === "replay" ? {} : KEEP_OPTIONS),
      "max-age": {
        value: "AGE",
        help: "Say which replayed recordings are older: 30d, 12h, 8w. A finding, never a live call.",
      },
      report: {
        value: "FORMAT[=FILE]",
        isMultiple: true,
        help: "Write a report: json (tapegate-report.json), junit (tapegate-report.xml) or html\n(tapegate-report.html, one page that plays every conversation); FILE - is standard\noutput. Repeatable.",
      },
      "on-drift": {
        value: "WHAT",
        choices: ["fail", "warn", "ignore"],
        help: "What requests without a recording do to the run: fail, warn, ignore. Default: fail.",
      },
      unused: {
        value: "WHAT",
        choices: ["fail", "warn", "ignore"],
        help: "What recordings do that a passing run never used: fail, warn, ignore. Default: warn.",
      },
      ...(mode === "replay" ? WHOLE_OPTIONS : {}),
      timeout: {
        value: "TIME",
        help: "End a suite that takes longer: 90, 90s, 10m. Default: no limit.",
      },
      scope: {
        value: "NAME",
        help: "Scope of everything the suite asks. Default: a scope for each test of pytest, vitest,\njest and node:test, default elsewhere, or what requests say.",
      },
      "no-plugins": {
        help: "Load no plug-in into the suite: everything is asked in one scope.",
      },
      env: {
        value: "NAME=VALUE",
        isMultiple: true,
        help: "Set a variable for the suite, over everything Tapegate sets. Repeatable.",
      },
      unset: {
        value: "NAME",
        isMultiple: true,
        help: "Keep a variable from the suite. Repeatable.",
      },
    },
    epilogue: `Exit status: the suite's own where it failed; else 3 for drift, 2 for a wrong command line
or configuration, 4 where Tapegate could not do its part, 0 otherwise.

Example: tapegate ${mode} -- pytest tests/unit`,
  };
}
