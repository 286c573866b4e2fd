import { UNKNOWN, joinTexts, textOf, unknownFrom } from "../shell/text-value.ts";
import type { Field, Text } from "../shell/text-value.ts";
import type { PythonToken } from "./python-tokens.ts";
import {
  addValues,
  callMethod,
  callNamed,
  fieldValue,
  formatted,
  mixValues,
  resolveName,
  textOfValue,
  toField,
  unknownField,
} from "./python-value.ts";
import type { PythonArgument, PythonNames, PythonValue } from "./python-value.ts";

/** Reads expressions of a Python program as far as they are constant. */
export class PythonReader {
  readonly tokens: readonly PythonToken[];
  readonly names: PythonNames;
  at: number;

  constructor(tokens: readonly PythonToken[], names: PythonNames, at = 0) {
    this.tokens = tokens;
    this.names = names;
    this.at = at;
  }

  /** The text of the token there, where it is a name or punctuation. */
  peek(ahead = 0): string | undefined {
    const token = this.tokens[this.at + ahead];
    if (token === undefined || token.kind === "string") return undefined;
    return token.kind === "newline" ? "\n" : token.text;
  }

  /** Arguments of a call; `at` stands on its opening parenthesis. */
  readArguments(): readonly PythonArgument[] {
    this.at++;
    const parameters: PythonArgument[] = [];
    while (this.at < this.tokens.length && this.peek() !== ")") {
      const start = this.at;
      const isStarred = this.peek() === "*" || this.peek() === "**";
      if (isStarred) this.at++;
      const token = this.tokens[this.at];
      let name: string | undefined;
      if (token?.kind === "name" && this.peek(1) === "=" && this.peek(2) !== "=") {
        name = token.text;
        this.at += 2;
      }
      const value = this.readSum();
      if (isStarred && value.kind === "list") {
        parameters.push(
          ...value.items.map((item) => ({ name: undefined, value: fieldValue(item) })),
        );
      } else parameters.push({ name, value: isStarred ? { kind: "other" } : value });
      this.skipTo(",");
      if (this.at === start) this.at++;
    }
    this.at++;
    return parameters;
  }

  /** An expression with `+`, `%` and `or`; stands behind it afterwards. */
  readSum(): PythonValue {
    let value = this.readPostfix();
    for (;;) {
      const operator = this.peek();
      if (operator === "+") {
        this.at++;
        value = addValues(value, this.readPostfix());
      } else if (
        operator === "%" ||
        operator === "or" ||
        operator === "if" ||
        operator === "and" ||
        operator === "*" ||
        operator === "/"
      ) {
        this.at++;
        value = mixValues(value, this.readPostfix());
      } else return value;
    }
  }

  private readPostfix(): PythonValue {
    let value = this.readAtom();
    for (;;) {
      if (this.peek() === "." && this.tokens[this.at + 1]?.kind === "name") {
        const method = this.peek(1)!;
        this.at += 2;
        const parameters = this.peek() === "(" ? this.readArguments() : undefined;
        value = callMethod(value, method, { parameters, names: this.names });
      } else if (this.peek() === "[") {
        value = this.readIndex(value);
      } else return value;
    }
  }

  private readAtom(): PythonValue {
    const token = this.tokens[this.at];
    if (token === undefined) return { kind: "other" };
    if (token.kind === "string") return this.readStrings();
    if (token.kind === "name") return this.readName();
    if (token.kind === "number") {
      this.at++;
      return { kind: "text", text: textOf(token.text) };
    }
    if (this.peek() === "[" || this.peek() === "(") return this.readList();
    if (this.peek() === "{") {
      this.skipGroup();
      return { kind: "other" };
    }
    return { kind: "other" };
  }

  private readStrings(): PythonValue {
    const texts: Text[] = [];
    for (
      let token = this.tokens[this.at];
      token?.kind === "string";
      token = this.tokens[++this.at]
    ) {
      texts.push(token.isFormatted ? formatted(token.value, this.names) : textOf(token.value));
    }
    return { kind: "text", text: joinTexts(texts) };
  }

  private readName(): PythonValue {
    let dotted = this.peek()!;
    this.at++;
    while (this.peek() === "." && this.tokens[this.at + 1]?.kind === "name") {
      const next = `${dotted}.${this.peek(1)!}`;
      const known = this.names.variables.has(dotted);
      if (known) break;
      dotted = next;
      this.at += 2;
    }
    const full = resolveName(dotted, this.names);
    if (this.peek() === "(" && !this.names.variables.has(dotted))
      return callNamed(full, this.readArguments(), this.names);
    if (full === "sys.executable") return { kind: "text", text: ["python"] };
    if (full === "sys.argv") return { kind: "list", items: this.names.argv };
    if (full === "__file__")
      return { kind: "text", text: this.names.path === undefined ? [UNKNOWN] : [this.names.path] };
    return this.names.variables.get(dotted) ?? { kind: "other" };
  }

  /** `[…]` and `(…)`: a list, or a value in parentheses. */
  private readList(): PythonValue {
    const isTuple = this.peek() === "(";
    const close = isTuple ? ")" : "]";
    this.at++;
    const items: Field[] = [];
    let single: PythonValue | undefined;
    let hasComma = false;
    while (this.at < this.tokens.length && this.peek() !== close) {
      const start = this.at;
      const isStarred = this.peek() === "*";
      if (isStarred) this.at++;
      const value = this.readSum();
      single = value;
      if (isStarred) items.push(...(value.kind === "list" ? value.items : [unknownField(value)]));
      else items.push(toField(value));
      hasComma ||= this.peek() === ",";
      this.skipTo(",", close);
      if (this.at === start) this.at++;
    }
    this.at++;
    return isTuple && !hasComma && single !== undefined ? single : { kind: "list", items };
  }

  private readIndex(value: PythonValue): PythonValue {
    const start = this.at;
    this.skipGroup();
    const inside = this.tokens
      .slice(start + 1, this.at - 1)
      .map((token) => (token.kind === "number" || token.kind === "punctuation" ? token.text : "?"));
    const slice = /^(\d*):(\d*)$/.exec(inside.join(""));
    if (value.kind === "list" && slice !== null) {
      const from = Number(slice[1] === "" ? 0 : slice[1]);
      return {
        kind: "list",
        items: value.items.slice(from, slice[2] === "" ? undefined : Number(slice[2])),
      };
    }
    if (value.kind === "list" && inside.length === 1 && /^\d+$/.test(inside[0]!)) {
      const item = value.items[Number(inside[0])];
      if (item !== undefined && !value.items.some(({ isSplit }) => isSplit))
        return fieldValue(item);
    }
    return value.kind === "other" ? value : { kind: "text", text: unknownFrom(textOfValue(value)) };
  }

  /** Skips to the given punctuation or the end of the group, and behind it where it is a comma. */
  private skipTo(mark: string, close = ")"): void {
    let depth = 0;
    for (; this.at < this.tokens.length; this.at++) {
      const text = this.peek();
      if (depth === 0 && text === mark) {
        this.at++;
        return;
      }
      if (depth === 0 && text === close) return;
      if (text === "(" || text === "[" || text === "{") depth++;
      else if (text === ")" || text === "]" || text === "}") depth--;
      if (depth < 0) return;
    }
  }

  private skipGroup(): void {
    let depth = 0;
    for (; this.at < this.tokens.length; this.at++) {
      const text = this.peek();
      if (text === "(" || text === "[" || text === "{") depth++;
      else if ((text === ")" || text === "]" || text === "}") && --depth === 0) {
        this.at++;
        return;
      }
    }
  }
}
