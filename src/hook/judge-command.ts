import { isAbsolute } from "node:path";
import { COMMAND_BYTES_MAX } from "../gate/limits.ts";
import { mayMention } from "../gate/may-mention.ts";
import { DEFAULT_POLICY, type Policy } from "../gate/policy/policy.ts";
import type { Verdict } from "../gate/verdict.ts";
import { findPolicySource, loadPolicy, mayNameRunners } from "./policy-file.ts";
import { openWorkingTree } from "./working-tree.ts";

/** A UTF-16 unit is at most this long in UTF-8: shorter commands need not be measured. */
const BYTES_PER_UNIT_MAX = 3;

/** Where a command would run. */
export interface CommandPlace {
  /** Absolute working directory. */
  readonly cwd: string;
  /** The environment that the command would inherit. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** A verdict, and the policy by which it was found. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly policy: Policy;
}

/**
 * Judges a command in the working tree where it would run, by the policy that holds there. The
 * hook and `tapegate gate check` both ask this, so that they cannot differ. `beforeLoading` is called
 * before the judge's own code is.
 */
export async function judgeCommand(
  command: string,
  place: CommandPlace,
  beforeLoading: () => void = () => undefined,
): Promise<Judgement> {
  const cwd = isAbsolute(place.cwd) ? place.cwd : process.cwd();
  const files = openWorkingTree(cwd);
  const source = findPolicySource(files.root);
  const isShort = command.length < COMMAND_BYTES_MAX / BYTES_PER_UNIT_MAX;
  if (isShort && !mayMention(command) && !mayNameRunners(source)) {
    return { verdict: { kind: "pass" }, policy: DEFAULT_POLICY };
  }
  const environment = new Map(
    Object.entries(place.environment).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
  const context = { cwd, environment, files };
  beforeLoading();
  if (source.kind === "absent") {
    const { passPlainCommand } = await import("../gate/plain/pass-plain-command.ts");
    if (passPlainCommand(command, context, DEFAULT_POLICY)) {
      return { verdict: { kind: "pass" }, policy: DEFAULT_POLICY };
    }
  }
  // Loaded here: most commands have nothing to do with tests, and the parser costs milliseconds.
  const { decide } = await import("../gate/decide.ts");
  const policy = await loadPolicy(source);
  return { verdict: decide(command, context, policy), policy };
}
