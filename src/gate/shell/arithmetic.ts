import { exhausted } from "../exhausted.ts";
import type { ArithmeticExpression, ArithmeticWord } from "./parse-script.ts";
import type { ShellState } from "./shell-state.ts";
import { knownValue, textOf, unknownFrom, UNKNOWN } from "./text-value.ts";

/** How arithmetic gets at words with expansions in them: their text, or `undefined` where unknown. */
export interface ArithmeticScene {
  readonly state: ShellState;
  /** The text of a word after its expansions ran. */
  textOfWord(word: ArithmeticWord): string | undefined;
  /** Runs what stands in a subscript of a text that is read as a number. */
  runHidden(text: string): void;
  /** What is evaluated may not be, because of `&&`, `||` or `?:`: it assigns what cannot be known. */
  readonly isPerhaps?: boolean;
  /** The evaluation may fail here. */
  mayFail(): void;
  /** Runs the substitution and gives its output. */
  outputOf(
    expression: ArithmeticExpression & { readonly type: "ArithmeticCommandExpansion" },
  ): string | undefined;
}

/** The value of an arithmetic expression, or `undefined` where it is not certain. Runs everything in it. */
export function evaluateArithmetic(
  expression: ArithmeticExpression,
  scene: ArithmeticScene,
): number | undefined {
  switch (expression.type) {
    case "ArithmeticGroup":
      return evaluateArithmetic(expression.expression, scene);
    case "ArithmeticWord":
      return hiddenNumber(expression, scene);
    case "ArithmeticCommandExpansion":
      return numberOf(scene.outputOf(expression), scene.state);
    case "ArithmeticTernary": {
      const test = evaluateArithmetic(expression.test, scene);
      const perhaps = { ...scene, isPerhaps: true };
      const yes = evaluateArithmetic(expression.consequent, perhaps);
      const no = evaluateArithmetic(expression.alternate, perhaps);
      return test === undefined ? undefined : test === 0 ? no : yes;
    }
    case "ArithmeticUnary":
      return evaluateUnary(expression, scene);
    case "ArithmeticBinary":
      return evaluateBinary(expression, scene);
    default:
      return exhausted(expression);
  }
}

function hiddenNumber(word: ArithmeticWord, scene: ArithmeticScene): number | undefined {
  const text = scene.textOfWord(word);
  if (text !== undefined) scene.runHidden(text);
  return numberOf(text, scene.state);
}

function numberOf(text: string | undefined, state: ShellState, depth = 0): number | undefined {
  const trimmed = text?.trim();
  if (trimmed === undefined || depth > 8) return undefined;
  if (trimmed === "") return 0;
  if (/^[1-9]\d{0,14}$|^0$/.test(trimmed)) return Number(trimmed);
  if (/^0[xX][0-9a-fA-F]{1,12}$/.test(trimmed)) return Number.parseInt(trimmed, 16);
  if (/^0[0-7]{1,15}$/.test(trimmed)) return Number.parseInt(trimmed, 8);
  if (!/^[A-Za-z_]\w*$/.test(trimmed)) return undefined;
  const variable = state.variable(trimmed);
  if (variable?.kind !== "scalar") return variable?.kind === "unset" ? 0 : undefined;
  const value = knownValue(variable.text);
  if (value !== undefined && /^-\d{1,15}$/.test(value)) return Number(value);
  return numberOf(value, state, depth + 1);
}

function evaluateUnary(
  expression: ArithmeticExpression & { readonly type: "ArithmeticUnary" },
  scene: ArithmeticScene,
): number | undefined {
  const value = evaluateArithmetic(expression.operand, scene);
  switch (expression.operator) {
    case "-":
      return value === undefined ? undefined : -value;
    case "+":
      return value;
    case "!":
      return value === undefined ? undefined : Number(value === 0);
    case "~":
      return value === undefined ? undefined : ~value;
    case "++":
    case "--": {
      const changed =
        value === undefined ? undefined : value + (expression.operator === "++" ? 1 : -1);
      assign(expression.operand, changed, scene);
      return expression.prefix ? changed : value;
    }
    default:
      return undefined;
  }
}

const COMPUTE: ReadonlyMap<string, (left: number, right: number) => number | undefined> = new Map([
  ["+", (a, b) => a + b],
  ["-", (a, b) => a - b],
  ["*", (a, b) => a * b],
  ["/", (a, b) => (b === 0 ? undefined : Math.trunc(a / b))],
  ["%", (a, b) => (b === 0 ? undefined : a % b)],
  ["**", (a, b) => (b < 0 ? undefined : a ** b)],
  ["==", (a, b) => Number(a === b)],
  ["!=", (a, b) => Number(a !== b)],
  ["<", (a, b) => Number(a < b)],
  [">", (a, b) => Number(a > b)],
  ["<=", (a, b) => Number(a <= b)],
  [">=", (a, b) => Number(a >= b)],
  ["&&", (a, b) => Number(a !== 0 && b !== 0)],
  ["||", (a, b) => Number(a !== 0 || b !== 0)],
  ["&", (a, b) => a & b],
  ["|", (a, b) => a | b],
  ["^", (a, b) => a ^ b],
  ["<<", (a, b) => (b >= 0 && b < 31 ? a << b : undefined)],
  [">>", (a, b) => (b >= 0 && b < 31 ? a >> b : undefined)],
  [",", (_a, b) => b],
] as readonly (readonly [string, (left: number, right: number) => number | undefined])[]);

function evaluateBinary(
  expression: ArithmeticExpression & { readonly type: "ArithmeticBinary" },
  scene: ArithmeticScene,
): number | undefined {
  const { operator } = expression;
  if (operator === "=") {
    // The name is expanded first, and may be no name at all.
    evaluateArithmetic(expression.left, { ...scene, isPerhaps: true });
    const value = evaluateArithmetic(expression.right, scene);
    assign(expression.left, value, scene);
    return scene.isPerhaps === true ? undefined : value;
  }
  const left = evaluateArithmetic(expression.left, scene);
  const isShort = operator === "&&" || operator === "||";
  const right = evaluateArithmetic(
    expression.right,
    isShort ? { ...scene, isPerhaps: true } : scene,
  );
  if (/^[/%]=?$/.test(operator) && (right ?? 0) === 0) scene.mayFail();
  const isAssignment = /^(?:\*\*|<<|>>|[-+*/%&|^])=$/.test(operator);
  const compute = COMPUTE.get(isAssignment ? operator.slice(0, -1) : operator);
  const value = left === undefined || right === undefined ? undefined : compute?.(left, right);
  const safe = value !== undefined && Number.isSafeInteger(value) ? value : undefined;
  if (isAssignment) assign(expression.left, safe, scene);
  return safe;
}

function assign(
  target: ArithmeticExpression,
  known: number | undefined,
  { state, isPerhaps }: ArithmeticScene,
): void {
  const value = isPerhaps === true ? undefined : known;
  if (target.type !== "ArithmeticWord") return;
  const name = /^[A-Za-z_]\w*/.exec(target.value)?.[0];
  if (name === undefined) return;
  const isElement = name !== target.value;
  const existing = state.variable(name);
  if (isElement && existing?.kind === "array")
    state.setVariable(name, { ...existing, isOpen: true });
  else if (isElement || value === undefined) state.assign(name, unknownFrom([UNKNOWN]));
  else state.assign(name, textOf(String(value)));
}
