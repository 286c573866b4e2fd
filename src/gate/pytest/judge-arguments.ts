import type { FileReader } from "../context.ts";
import type { Policy } from "../policy/policy.ts";
import { absolutePath, isWithin, relativePath } from "../posix-path.ts";
import type { EffectiveArguments } from "./effective-arguments.ts";
import type { OperandScene, Refusal } from "./judge-operand.ts";
import { judgeOperand, locateOperand, showWord } from "./judge-operand.ts";
import { parseMarkerExpression } from "./marker-expression.ts";
import { isSanctionedByTier } from "./marker-tiers.ts";
import type { GivenOperand, GivenOption, ParsedArguments } from "./parse-arguments.ts";
import { BENCHMARKS_ONLY, NOTHING_RUNS } from "./pytest-options.ts";
import type { PytestRun } from "./pytest-run.ts";
import { locateTests } from "./test-location.ts";

export interface ArgumentsScene {
  readonly run: PytestRun;
  readonly effective: EffectiveArguments;
  readonly files: FileReader;
  readonly policy: Policy;
}

/**
 * Why a run with these arguments is refused; `undefined` where it is sanctioned. What the
 * repository's configuration gives (`addopts`) may refuse a run and never sanctions one: the choice
 * to leave e2e tests out has to stand in the command, where the one who reads it can see it.
 */
export function judgeArguments(
  parsed: ParsedArguments,
  scene: ArgumentsScene,
): Refusal | undefined {
  const given = parsed.options.filter(({ isConfigured }) => !isConfigured);
  if (given.some(({ name }) => NOTHING_RUNS.has(name)) || isVersionAsked(given, scene.run)) {
    return undefined;
  }
  const marker = judgeMarker(given, parsed, scene.policy);
  if (marker === "sanctioned") return undefined;
  const operandScene = toOperandScene(parsed, scene);
  const operands = parsed.operands.filter((operand) => isOperand(operand, operandScene));
  if (given.some(({ name }) => BENCHMARKS_ONLY.has(name)) && parsed.lastOpaquePlace < 0) {
    if (!hasForbiddenOperand(operands, operandScene)) return undefined;
  }
  if (parsed.lastOpaquePlace >= 0) return opaqueWords(scene);
  const refusal = judgeOperands(operands, operandScene, scene);
  if (refusal === undefined) return marker?.isSplit === true ? marker.refusal : undefined;
  if (refusal.code === "PYTEST_E2E_OPERAND") return refusal;
  return marker?.refusal ?? refusal;
}

/**
 * Whether pytest prints its version and stops. pytest 9.0 does so for one `--version` among its own
 * words or for two in any spelling, but runs the tests of `pytest -V tests/e2e` and of
 * `PYTEST_ADDOPTS=--version`; `pytest -V` by itself is let through as what it means.
 */
function isVersionAsked(given: readonly GivenOption[], { args }: PytestRun): boolean {
  const asked = given.filter(({ name }) => name === "--version" || name === "-V");
  if (asked.length !== 1) return asked.length > 1;
  if (asked[0]!.name === "-V") return args.length === 1;
  return args.some((word) => word.kind === "known" && word.text === "--version");
}

interface MarkerRefusal {
  readonly refusal: Refusal;
  /** The expression may bring further words with it. */
  readonly isSplit: boolean;
}

/** What the last `-m` comes to; `undefined` where there is none, or an empty one, which pytest ignores. */
function judgeMarker(
  given: readonly GivenOption[],
  parsed: ParsedArguments,
  policy: Policy,
): MarkerRefusal | "sanctioned" | undefined {
  const option = given.findLast(({ name }) => name === "-m");
  const value = option?.values[0];
  if (option === undefined || value === undefined) return undefined;
  if (value.kind === "opaque") {
    const reason = `What the marker expression ${JSON.stringify(showWord(value))} will be is not certain before the command runs.`;
    return { refusal: { code: "PYTEST_OPAQUE", reason }, isSplit: value.isSplit };
  }
  if (value.text === "") return undefined;
  const expression = parseMarkerExpression(value.text);
  const isSanctioned = expression !== undefined && isSanctionedByTier(expression, policy);
  // A word behind it that may be anything may hold another -m, and the last one wins.
  const lastUnsure = Math.max(parsed.lastOpaquePlace, parsed.lastMaybeValuePlace);
  if (isSanctioned && option.place > lastUnsure) return "sanctioned";
  const tiers = policy.forbiddenMarkers.join(" or ");
  const shown = JSON.stringify(value.text);
  const reason = isSanctioned
    ? `A word behind the marker expression ${shown} is not certain before the command runs and may hold another one.`
    : expression === undefined
      ? `pytest's grammar does not accept the marker expression ${shown}, so it does not keep ${tiers} tests out.`
      : `The marker expression ${shown} can select ${tiers} tests.`;
  const code = isSanctioned ? "PYTEST_OPAQUE" : "PYTEST_MARKER";
  return { refusal: { code, reason }, isSplit: false };
}

/**
 * Whether a word behind an option that nobody knows is an operand: where it looks like a path or
 * names one. Any other word is the option's value, since as an operand pytest would stop at it.
 */
function isOperand({ word, isMaybeValue }: GivenOperand, scene: OperandScene): boolean {
  if (!isMaybeValue || word.kind !== "known" || scene.cwd === undefined) return true;
  const path = absolutePath(scene.cwd, word.text.split("::", 1)[0]!);
  return /\/|::|\.py$/.test(word.text) || scene.files.kind(path) !== "missing";
}

function hasForbiddenOperand(operands: readonly GivenOperand[], scene: OperandScene): boolean {
  const locations = operands.map(({ word }) => {
    const location = locateOperand(word, scene);
    // A known path is "opaque" where only the working directory is unknown: it names no forbidden one.
    return location === "opaque" && word.kind === "known" ? "elsewhere" : location;
  });
  if (operands.length === 0 && scene.cwd !== undefined) {
    locations.push(locateTests(scene.cwd, scene.files, scene.policy));
  }
  return locations.some((location) => location === "forbidden" || location === "opaque");
}

function opaqueWords(scene: ArgumentsScene): Refusal {
  const word = scene.run.args.find(({ kind }) => kind === "opaque");
  const shown =
    word === undefined ? "PYTEST_ADDOPTS, addopts or an @file" : JSON.stringify(showWord(word));
  return {
    code: "PYTEST_OPAQUE",
    reason: `What ${shown} will add to the arguments is not certain before the command runs.`,
  };
}

function judgeOperands(
  operands: readonly GivenOperand[],
  operandScene: OperandScene,
  { run, effective, files, policy }: ArgumentsScene,
): Refusal | undefined {
  for (const { word, isConfigured } of operands) {
    const refusal = judgeOperand(word, operandScene);
    if (refusal === undefined) continue;
    return isConfigured
      ? { ...refusal, reason: `pytest's configuration adds an operand: ${refusal.reason}` }
      : refusal;
  }
  if (operands.some(({ isConfigured }) => !isConfigured)) return undefined;
  if (run.cwd !== undefined) {
    for (const testpath of effective.testpaths) {
      const refusal = judgeOperand(testpath, operandScene);
      if (refusal !== undefined)
        return { ...refusal, reason: `pytest takes testpaths: ${refusal.reason}` };
    }
    if (locateTests(run.cwd, files, policy) === "sanctioned") return undefined;
    if (operandScene.isFreedOfForbidden(run.cwd)) return undefined;
  }
  const where =
    run.cwd === undefined
      ? "a directory that is not certain"
      : `${relativePath(files.root, run.cwd)}/`;
  return {
    code: "PYTEST_NO_OPERAND",
    reason: `Without a path pytest runs everything below ${where}, which may take in tests that need the user's approval (${policy.forbiddenDirectories.join(", ")}).`,
  };
}

function toOperandScene(parsed: ParsedArguments, scene: ArgumentsScene): OperandScene {
  const { run, files, policy } = scene;
  const { cwd } = run;
  const names = new Set(parsed.options.map(({ name }) => name));
  const left = leftOut(parsed, scene);
  return {
    cwd,
    files,
    policy,
    isPyargs: names.has("--pyargs"),
    isFreedOfForbidden: (path) => {
      // pytest compares paths as they are written: behind a link --ignore takes nothing away.
      if (
        files.resolve(path) !==
        absolutePath(files.resolve(files.root), relativePath(files.root, path))
      )
        return false;
      return policy.forbiddenDirectories.every((directory) => {
        const forbidden = absolutePath(files.root, directory);
        // pytest collects an operand itself whatever --ignore says of it.
        const isLeftOut = left.some(
          (ignored) => ignored !== path && isWithin(ignored, path) && isWithin(forbidden, ignored),
        );
        return isLeftOut;
      });
    },
  };
}

/** Absolute paths that `--ignore` and `--deselect` leave out, as far as that is certain. */
function leftOut(parsed: ParsedArguments, { run, effective, files }: ArgumentsScene): string[] {
  const { cwd } = run;
  if (cwd === undefined) return [];
  const isMoved = parsed.options.some(
    ({ name }) => name === "--rootdir" || name === "-c" || name === "--config-file",
  );
  const isRootKnown =
    !isMoved && cwd === files.root && (effective.config?.directory ?? cwd) === cwd;
  const paths: string[] = [];
  for (const { name, values } of parsed.options) {
    const [value] = values;
    if (value?.kind !== "known" || value.text === "") continue;
    if (name === "--ignore") paths.push(absolutePath(cwd, value.text));
    // A node id's beginning, compared letter by letter and counted from pytest's root directory.
    if (name === "--deselect" && isRootKnown && /^[\w-][\w/-]*$/.test(value.text)) {
      paths.push(absolutePath(cwd, value.text));
    }
  }
  return paths;
}
