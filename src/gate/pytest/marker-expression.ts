/** pytest's `-m` text as a tree. `call` is a marker with keyword arguments (`device(serial="1")`). */
export type MarkerExpression =
  | { readonly kind: "never" }
  | { readonly kind: "marker"; readonly name: string }
  | { readonly kind: "call"; readonly name: string; readonly text: string }
  | { readonly kind: "not"; readonly operand: MarkerExpression }
  | {
      readonly kind: "and" | "or";
      readonly left: MarkerExpression;
      readonly right: MarkerExpression;
    };

/** More nesting than a person writes; Python's own parser gives up not much later. */
const DEPTH_MAX = 64;
/** Far more than anybody writes; a longer expression counts as unreadable. */
const TOKENS_MAX = 512;

/**
 * Reads a marker expression by pytest's grammar (`_pytest/mark/expression.py`): `or`, `and`, `not`,
 * parentheses, identifiers, keyword arguments. `undefined` where pytest rejects it.
 */
export function parseMarkerExpression(text: string): MarkerExpression | undefined {
  const tokens = scan(text);
  if (tokens === undefined) return undefined;
  if (tokens.length === 0) return { kind: "never" };
  const parser = new MarkerParser(tokens);
  const expression = parser.parseOr(0);
  return parser.isAtEnd ? expression : undefined;
}

function scan(text: string): string[] | undefined {
  const tokens: string[] = [];
  const end = text.replace(/[ \t]+$/, "").length;
  // Every token of pytest 9's scanner; whitespace is blank and tab alone. Made here, because its classes take
  // a third of a millisecond, and few commands have an expression.
  const token = /[ \t]*(?:([()=,])|('[^']*'|"[^"]*")|((?:[\p{L}\p{N}_]|[:+\-.[\]\\/])+))/uy;
  while (token.lastIndex < end) {
    const match = token.exec(text);
    if (match === null || tokens.length === TOKENS_MAX) return undefined;
    tokens.push(match[1] ?? match[2] ?? match[3]!);
  }
  return tokens;
}

class MarkerParser {
  readonly #tokens: readonly string[];
  #at = 0;

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens;
  }

  get isAtEnd(): boolean {
    return this.#at === this.#tokens.length;
  }

  parseOr(depth: number): MarkerExpression | undefined {
    return this.#parseChain("or", () => this.#parseChain("and", () => this.#parseNot(depth)));
  }

  #parseChain(
    operator: "and" | "or",
    parseOperand: () => MarkerExpression | undefined,
  ): MarkerExpression | undefined {
    let left = parseOperand();
    while (left !== undefined && this.#accept(operator)) {
      const right = parseOperand();
      left = right && { kind: operator, left, right };
    }
    return left;
  }

  #parseNot(depth: number): MarkerExpression | undefined {
    if (depth > DEPTH_MAX) return undefined;
    if (this.#accept("not")) {
      const operand = this.#parseNot(depth + 1);
      return operand && { kind: "not", operand };
    }
    if (this.#accept("(")) {
      const inner = this.parseOr(depth + 1);
      return this.#accept(")") ? inner : undefined;
    }
    const name = this.#acceptName();
    if (name === undefined) return undefined;
    if (!this.#accept("(")) return { kind: "marker", name };
    const start = this.#at;
    do {
      if (!this.#acceptKeywordArgument()) return undefined;
    } while (this.#accept(","));
    if (!this.#accept(")")) return undefined;
    return { kind: "call", name, text: this.#tokens.slice(start, this.#at).join(" ") };
  }

  #acceptKeywordArgument(): boolean {
    const name = this.#acceptName();
    if (name === undefined || !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name)) return false;
    if (!this.#accept("=")) return false;
    if (/^['"]/.test(this.#tokens[this.#at] ?? "")) {
      this.#at += 1;
      return true;
    }
    return /^(?:-?\d+|True|False|None)$/.test(this.#acceptName() ?? "");
  }

  #accept(token: string): boolean {
    if (this.#tokens[this.#at] !== token) return false;
    this.#at += 1;
    return true;
  }

  #acceptName(): string | undefined {
    const token = this.#tokens[this.#at];
    if (token === undefined || /^(?:[()=,'"]|(?:and|or|not)$)/.test(token)) return undefined;
    this.#at += 1;
    return token;
  }
}
