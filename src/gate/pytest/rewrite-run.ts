import quote from "shell-quote/quote.js";
import type { Policy } from "../policy/policy.ts";
import { absolutePath, relativePath } from "../posix-path.ts";
import type { WordValue } from "../word-value.ts";
import { knownWord } from "../word-value.ts";
import { parseMarkerExpression } from "./marker-expression.ts";
import type { GivenOption } from "./parse-arguments.ts";
import { parseArguments } from "./parse-arguments.ts";
import type { PytestRun } from "./pytest-run.ts";

export interface RewriteScene {
  readonly root: string;
  /** Where the rewritten command will be run: the directory of the judged one, wherever that went from there. */
  readonly cwd: string;
  readonly policy: Policy;
  readonly isSanctioned: (run: PytestRun) => boolean;
}

/** Options that choose tests or change what the other words mean: the unit run makes its own choice. */
const DROPPED = new Set([
  "-m",
  "-o",
  "--override-ini",
  "-c",
  "--config-file",
  "--rootdir",
  "--pyargs",
  "--ignore",
  "--ignore-glob",
  "--deselect",
  "--codspeed",
  "--benchmark-only",
]);

/**
 * The same run over unit tests only, ready to paste: with the marker expression narrowed to the
 * sanctioned tier, else on the first sanctioned directory. `undefined` where neither is sanctioned.
 */
export function rewriteRun(run: PytestRun, scene: RewriteScene): string | undefined {
  for (const args of candidates(run, scene)) {
    const bound = new Map(run.bound);
    bound.delete("PYTEST_ADDOPTS");
    const rewritten: PytestRun = { ...run, cwd: scene.cwd, args: args.map(knownWord), bound };
    if (scene.isSanctioned(rewritten)) return quote(["pytest", ...args]);
  }
  return undefined;
}

function candidates(run: PytestRun, { root, cwd, policy }: RewriteScene): string[][] {
  const args = run.args.map((word) => ({ word, isConfigured: false }));
  const parsed = parseArguments(args, { suiteOptions: new Map(), isDashDashHeeded: true });
  const kept = parsed.options.filter(({ name }) => !DROPPED.has(name)).flatMap(spell);
  const tier = policy.tierMarkers.find((marker) => !policy.forbiddenMarkers.includes(marker));
  const found: string[][] = [];
  const marker = parsed.options.findLast(({ name }) => name === "-m")?.values[0];
  const given = parsed.operands.flatMap(({ word }) =>
    word.kind === "known" ? [seenFrom(cwd, run.cwd, word.text)] : [],
  );
  // Without operands a run is about the directory that it stands in.
  const operands = given.length === 0 && run.cwd !== cwd ? [seenFrom(cwd, run.cwd, ".")] : given;
  const isAllKnown =
    given.length === parsed.operands.length && parsed.lastOpaquePlace < 0 && run.cwd !== undefined;
  if (tier !== undefined && isAllKnown && isExpression(marker)) {
    found.push([...kept, "-m", `${tier} and (${marker.text})`, ...operands]);
  }
  const [directory] = policy.sanctionedDirectories;
  if (directory !== undefined) {
    const path = absolutePath(root, directory);
    found.push([...kept, relativePath(cwd, path)]);
  }
  if (tier !== undefined) found.push([...kept, "-m", tier]);
  return found;
}

/** A path of one directory, with the test ids behind it, as it is written in another. */
function seenFrom(cwd: string, from: string | undefined, operand: string): string {
  if (from === undefined || from === cwd || operand.startsWith("/")) return operand;
  const border = operand.indexOf("::");
  const path = border < 0 ? operand : operand.slice(0, border);
  return relativePath(cwd, absolutePath(from, path)) + operand.slice(path.length);
}

function isExpression(word: WordValue | undefined): word is WordValue & { readonly kind: "known" } {
  return word?.kind === "known" && parseMarkerExpression(word.text) !== undefined;
}

/** An option as one would write it; nothing where a value of it is not certain. */
function spell({ name, values }: GivenOption): string[] {
  const texts = values.flatMap((value) => (value.kind === "known" ? [value.text] : []));
  if (texts.length < values.length) return [];
  if (texts.length === 1 && name.startsWith("--")) return [`${name}=${texts[0]!}`];
  return [name, ...texts];
}
