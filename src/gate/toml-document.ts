/** A value of a TOML file, as far as the gate reads them: dates and numbers stay text. */
export type TomlValue = string | readonly TomlValue[] | TomlTable;

/** A TOML table: later keys of the same name win. */
export interface TomlTable {
  readonly [key: string]: TomlValue;
}

type MutableTable = { [key: string]: TomlValue };

/** Deeper nesting is in no configuration file. */
const DEPTH_MAX = 32;

/**
 * Reads a TOML 1.0 document into nested tables; bare scalars (numbers, booleans, dates) come back
 * as their text. What is damaged is left out up to the next line: a tool that reads the same
 * file would stop there, so nothing it could use is lost.
 */
export function parseToml(text: string): TomlTable {
  const reader = new TomlReader(text.replaceAll("\r\n", "\n"));
  return reader.readDocument();
}

/** The value at a path of keys; `undefined` where it or a table on the way is missing. */
export function tomlValueAt(table: TomlTable, path: readonly string[]): TomlValue | undefined {
  let value: TomlValue | undefined = table;
  for (const key of path) {
    if (!isTable(value) || !Object.hasOwn(value, key)) return undefined;
    value = value[key];
  }
  return value;
}

/** Whether a value is a table. */
export function isTable(value: TomlValue | undefined): value is TomlTable {
  return typeof value === "object" && !Array.isArray(value);
}

class TomlReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  readDocument(): TomlTable {
    const root = newTable();
    let table = root;
    for (;;) {
      this.#skipBlank(/(?:[ \t\n]+|#[^\n]*)*/y);
      if (this.#at >= this.#text.length) return root;
      if (this.#accept("[[")) {
        table = newTable();
        append(root, this.#readKeys() ?? [], table);
        this.#skipLine();
      } else if (this.#accept("[")) {
        table = tableAt(root, this.#readKeys() ?? []) ?? newTable();
        this.#skipLine();
      } else {
        this.#readPair(table, 0);
        this.#skipLine();
      }
    }
  }

  #readPair(table: MutableTable, depth: number): boolean {
    const keys = this.#readKeys();
    const last = keys?.pop();
    if (keys === undefined || last === undefined || !this.#accept("=")) return false;
    const value = this.#readValue(depth);
    const target = tableAt(table, keys);
    if (value === undefined || target === undefined) return false;
    target[last] = value;
    return true;
  }

  #readKeys(): string[] | undefined {
    const keys: string[] = [];
    do {
      this.#skipBlank(/[ \t]*/y);
      const key = this.#readString() ?? this.#match(/[A-Za-z0-9_-]+/y);
      if (key === undefined) return undefined;
      keys.push(key);
      this.#skipBlank(/[ \t]*/y);
    } while (this.#accept("."));
    return keys;
  }

  #readValue(depth: number): TomlValue | undefined {
    this.#skipBlank(/[ \t]*/y);
    if (depth > DEPTH_MAX) return undefined;
    if (this.#accept("[")) return this.#readArray(depth);
    if (this.#accept("{")) return this.#readInlineTable(depth);
    return this.#readString() ?? this.#match(/[^\s,\]}#]+/y);
  }

  #readArray(depth: number): TomlValue[] | undefined {
    const values: TomlValue[] = [];
    const blank = /(?:[ \t\n]+|#[^\n]*)*/y;
    for (;;) {
      this.#skipBlank(blank);
      if (this.#accept("]")) return values;
      const value = this.#readValue(depth + 1);
      if (value === undefined) return undefined;
      values.push(value);
      this.#skipBlank(blank);
      if (!this.#accept(",") && this.#text[this.#at] !== "]") return undefined;
    }
  }

  #readInlineTable(depth: number): TomlTable | undefined {
    const table = newTable();
    for (;;) {
      this.#skipBlank(/[ \t\n]*/y);
      if (this.#accept("}")) return table;
      if (!this.#readPair(table, depth + 1)) return undefined;
      this.#skipBlank(/[ \t\n]*/y);
      if (!this.#accept(",") && this.#text[this.#at] !== "}") return undefined;
    }
  }

  #readString(): string | undefined {
    const long = this.#match(/"""(?:[^\\]|\\[^])*?"""(?:"{0,2})|'''[^]*?'''(?:'{0,2})/y);
    if (long !== undefined) {
      const inner = long.slice(3, -3).replace(/^\n/, "");
      return long.startsWith("'") ? inner : unescape(inner.replaceAll(/\\[ \t]*\n\s*/g, ""));
    }
    const short = this.#match(/"(?:[^"\\\n]|\\.)*"|'[^'\n]*'/y);
    if (short === undefined) return undefined;
    return short.startsWith("'") ? short.slice(1, -1) : unescape(short.slice(1, -1));
  }

  #skipLine(): void {
    this.#skipBlank(/[^\n]*/y);
  }

  #skipBlank(pattern: RegExp): void {
    this.#match(pattern);
  }

  #accept(text: string): boolean {
    if (!this.#text.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (match === null) return undefined;
    this.#at += match[0].length;
    return match[0];
  }
}

function newTable(): MutableTable {
  return Object.create(null) as MutableTable;
}

/** The table at a path, made where it is missing; in an array of tables, its last one. */
function tableAt(root: MutableTable, keys: readonly string[]): MutableTable | undefined {
  let table = root;
  for (const key of keys) {
    table[key] ??= newTable();
    const value = table[key];
    const next = Array.isArray(value) ? (value as TomlValue[]).at(-1) : value;
    if (!isTable(next)) return undefined;
    table = next;
  }
  return table;
}

function append(root: MutableTable, keys: string[], table: TomlTable): void {
  const last = keys.pop();
  const parent = tableAt(root, keys);
  if (last === undefined || parent === undefined) return;
  const before = parent[last];
  parent[last] = Array.isArray(before) ? [...(before as TomlValue[]), table] : [table];
}

const ESCAPES: Readonly<Record<string, string>> = {
  b: "\b",
  t: "\t",
  n: "\n",
  f: "\f",
  r: "\r",
  e: "\u001B",
  '"': '"',
  "\\": "\\",
};

function unescape(text: string): string {
  return text.replaceAll(
    /\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|([^]))/g,
    (whole, short?: string, long?: string, plain?: string) => {
      if (plain !== undefined) return ESCAPES[plain] ?? whole;
      const point = Number.parseInt(short ?? long ?? "", 16);
      return point <= 0x10_ff_ff ? String.fromCodePoint(point) : whole;
    },
  );
}
