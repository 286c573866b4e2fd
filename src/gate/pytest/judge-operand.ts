import type { FileReader } from "../context.ts";
import type { Policy } from "../policy/policy.ts";
import { absolutePath } from "../posix-path.ts";
import type { FindingCode } from "../verdict.ts";
import type { WordValue } from "../word-value.ts";
import type { TestLocation } from "./test-location.ts";
import { isUnknownPath, locateTests, UNKNOWN_CWD } from "./test-location.ts";

/** Why an operand is refused. */
export interface Refusal {
  readonly code: FindingCode;
  readonly reason: string;
}

export interface OperandScene {
  /** `undefined` where the working directory is unknown. */
  readonly cwd: string | undefined;
  readonly files: FileReader;
  readonly policy: Policy;
  /** `--pyargs`: an operand may be a dotted module name. */
  readonly isPyargs: boolean;
  /** Whether `--ignore` or `--deselect` takes every forbidden directory out of this absolute path. */
  readonly isFreedOfForbidden: (path: string) => boolean;
}

/** Where an operand's tests are; `opaque` where that is not certain enough to say. */
export type OperandLocation = TestLocation | "opaque";

/** Judges one operand without a sanctioning marker; `undefined` where it may run. */
export function judgeOperand(operand: WordValue, scene: OperandScene): Refusal | undefined {
  const name = JSON.stringify(showWord(operand));
  switch (locateOperand(operand, scene)) {
    case "sanctioned":
    case "bounded":
      return undefined;
    case "forbidden":
      return {
        code: "PYTEST_E2E_OPERAND",
        reason: `${name} lies in a directory whose tests need the user's approval (${scene.policy.forbiddenDirectories.join(", ")}).`,
      };
    case "whole":
      return {
        code: "PYTEST_WHOLE_TREE",
        reason: `${name} takes in tests that need the user's approval (${scene.policy.forbiddenDirectories.join(", ")}), since it stands above them.`,
      };
    case "elsewhere":
      return {
        code: "PYTEST_WHOLE_TREE",
        reason: `${name} is a directory outside the sanctioned ones (${scene.policy.sanctionedDirectories.join(", ")}), and nothing says which tests it holds.`,
      };
    case "opaque":
      break;
  }
  return {
    code: "PYTEST_OPAQUE",
    reason: `What ${name} will be is not certain before the command runs, and it may name tests that need the user's approval.`,
  };
}

/** Where the tests of an operand are, by everything that is known of it. */
export function locateOperand(operand: WordValue, scene: OperandScene): OperandLocation {
  const literal = operand.kind === "known" ? operand.text : (operand.parts[0] ?? "");
  const nodePath = nodeIdPath(literal);
  if (operand.kind === "opaque" && nodePath === undefined)
    return locateOpaque(operand.parts, scene);
  const path = nodePath ?? literal;
  const location = locateText({ path, isNodeId: nodePath !== undefined }, scene);
  if (!scene.isPyargs) return location;
  const module = locateText({ path: path.replaceAll(".", "/"), isNodeId: false }, scene);
  for (const worst of ["forbidden", "whole", "sanctioned", "bounded"] as const) {
    if (location === worst || module === worst) return worst;
  }
  return "elsewhere";
}

/** The path of `path::test[parameter]`: a `::` inside brackets is a parameter's. */
function nodeIdPath(text: string): string | undefined {
  const bracket = text.indexOf("[");
  const at = text.indexOf("::");
  return at >= 0 && (bracket < 0 || at < bracket) ? text.slice(0, at) : undefined;
}

function locateText(
  { path, isNodeId }: { readonly path: string; readonly isNodeId: boolean },
  scene: OperandScene,
): OperandLocation {
  const { files, policy } = scene;
  const absolute = toAbsolute(path, scene);
  const location = locateTests(absolute, files, policy);
  // Before pytest 8 a package's __init__.py stands for the whole package.
  if (absolute.endsWith("/__init__.py") && location !== "forbidden") {
    const parent = locateTests(absolutePath(absolute, ".."), files, policy);
    if (parent === "whole") return parent;
  }
  if (location === "whole") {
    return !isNodeId && scene.isFreedOfForbidden(absolute) ? "bounded" : "whole";
  }
  if (location !== "elsewhere") return location;
  if (isUnknownPath(absolute)) return "opaque";
  const isFile = files.kind(absolute) === "file" || absolute.endsWith(".py");
  return isFile ? "bounded" : "elsewhere";
}

/** An opaque word is as bounded as the directory that its literal beginning names. */
function locateOpaque(parts: readonly (string | null)[], scene: OperandScene): OperandLocation {
  const [start, ...rest] = parts;
  if (start === null || start === undefined || start === "") {
    const names = parts.map((part) => part ?? "\u0000").join("");
    const isForbidden = scene.policy.forbiddenDirectories.some((name) =>
      names.includes(`/${name}`),
    );
    return isForbidden ? "forbidden" : "opaque";
  }
  if (rest.some((part) => part?.includes(".."))) return "opaque";
  const directory = start.slice(0, start.lastIndexOf("/") + 1);
  const location = locateTests(toAbsolute(directory, scene), scene.files, scene.policy);
  if (location === "forbidden" || location === "sanctioned" || location === "bounded")
    return location;
  return "opaque";
}

function toAbsolute(path: string, scene: OperandScene): string {
  return absolutePath(scene.cwd ?? UNKNOWN_CWD, path);
}

/** A word as a message shows it: `…` stands for what is not known. */
export function showWord(word: WordValue): string {
  return word.kind === "known" ? word.text : word.parts.map((part) => part ?? "…").join("");
}
