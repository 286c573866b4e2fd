import { FlowReader } from "./yaml-flow.ts";
import {
  isMap,
  unquoteYaml,
  YAML_DEPTH_MAX,
  YamlUnreadable,
  type YamlMap,
  type YamlValue,
} from "./yaml-value.ts";

/**
 * Reads the first document of a YAML file: mappings, sequences, all scalar styles, anchors, aliases
 * and merge keys. `undefined` where it uses something else (tags, complex keys) or is damaged: a
 * task runner would then run something that the gate has not read.
 */
export function parseYaml(text: string): YamlValue | undefined {
  try {
    return new YamlReader(text).readDocument();
  } catch (error) {
    if (error instanceof YamlUnreadable) return undefined;
    throw error;
  }
}

interface Line {
  readonly indent: number;
  readonly text: string;
}

class YamlReader {
  /** Raw lines: block scalars need them as they are. */
  readonly #lines: string[];
  readonly #anchors = new Map<string, YamlValue>();
  #at = 0;

  constructor(text: string) {
    const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
    const start = lines.findIndex((line) => /^---(?:\s|$)/.test(line));
    const first = start === -1 || lines.slice(0, start).some(isContent) ? 0 : start + 1;
    const end = lines.findIndex(
      (line, index) => index >= first && /^(?:---|\.\.\.)(?:\s|$)/.test(line),
    );
    this.#lines = lines.slice(first, end === -1 ? undefined : end);
  }

  readDocument(): YamlValue {
    const line = this.#peek();
    if (line === undefined) return "";
    const value = this.#readBlock(line.indent, 0);
    if (this.#peek() !== undefined) throw new YamlUnreadable();
    return value;
  }

  /** The next line that is neither empty nor a comment. */
  #peek(): Line | undefined {
    for (; this.#at < this.#lines.length; this.#at += 1) {
      const raw = this.#lines[this.#at]!;
      const text = raw.trim();
      if (text === "" || text.startsWith("#")) continue;
      const indent = raw.search(/\S/);
      if (raw.slice(0, indent).includes("\t") || text.startsWith("%")) throw new YamlUnreadable();
      return { indent, text: raw.slice(indent).trimEnd() };
    }
    return undefined;
  }

  #readBlock(indent: number, depth: number): YamlValue {
    if (depth > YAML_DEPTH_MAX) throw new YamlUnreadable();
    const line = this.#peek();
    if (line === undefined || line.indent < indent) return "";
    if (/^-(?:\s|$)/.test(line.text)) return this.#readSequence(line.indent, depth);
    if (splitKey(line.text) !== undefined) return this.#readMapping(line.indent, depth);
    this.#at += 1;
    return this.#readInline(line.text, line.indent - 1, depth);
  }

  #readSequence(indent: number, depth: number): YamlValue[] {
    const items: YamlValue[] = [];
    for (;;) {
      const line = this.#peek();
      if (line === undefined || line.indent !== indent || !/^-(?:\s|$)/.test(line.text)) {
        if (line !== undefined && line.indent > indent) throw new YamlUnreadable();
        return items;
      }
      const content = line.text.slice(1).trimStart();
      const column = indent + line.text.length - content.length;
      if (content === "" || content.startsWith("#")) {
        this.#at += 1;
        items.push(this.#readBelow(indent, depth));
      } else if (/^-(?:\s|$)/.test(content) || splitKey(content) !== undefined) {
        // A collection that begins behind the dash is read as if it stood on a line of its own.
        this.#lines[this.#at] = " ".repeat(column) + content;
        items.push(this.#readBlock(column, depth + 1));
      } else {
        this.#at += 1;
        items.push(this.#readInline(content, indent, depth));
      }
    }
  }

  #readMapping(indent: number, depth: number): YamlMap {
    const map = Object.create(null) as { [key: string]: YamlValue };
    for (;;) {
      const line = this.#peek();
      const pair = line?.indent === indent ? splitKey(line.text) : undefined;
      if (line === undefined || pair === undefined) {
        if (line !== undefined && line.indent >= indent) throw new YamlUnreadable();
        return map;
      }
      this.#at += 1;
      const value =
        pair.value === ""
          ? this.#readBelow(indent, depth)
          : this.#readInline(pair.value, indent, depth);
      if (pair.key === "<<") merge(map, value);
      else map[pair.key] = value;
    }
  }

  /** What belongs to a key or a dash with nothing behind it. */
  #readBelow(indent: number, depth: number): YamlValue {
    const line = this.#peek();
    if (line === undefined) return "";
    // A sequence may stand at its key's own indentation.
    if (line.indent === indent && /^-(?:\s|$)/.test(line.text)) {
      const raw = this.#lines[this.#at - 1] ?? "";
      return /^\s*-(?:\s|$)/.test(raw) && raw.search(/\S/) === indent
        ? ""
        : this.#readSequence(indent, depth + 1);
    }
    return line.indent > indent ? this.#readBlock(line.indent, depth + 1) : "";
  }

  /** A value that begins on the line of its key or dash; `indent` is theirs. */
  #readInline(text: string, indent: number, depth: number): YamlValue {
    const mark = /^([&*!])(\S*)\s*/.exec(text);
    if (mark !== null) return this.#readMarked(mark, text, { indent, depth });
    if (text.startsWith("#")) return this.#readBelow(indent, depth);
    const block = /^([|>])([+-]?)(\d?)([+-]?)(?:\s+#.*)?$/.exec(text);
    if (block !== null) {
      return this.#readBlockScalar(block[1] === ">", `${block[2]}${block[4]}`, {
        indent,
        explicit: Number(block[3]),
      });
    }
    if (/^[[{]/.test(text)) {
      const flow = new FlowReader(this.#joinUntilBalanced(text), this.#anchors);
      return flow.readAll();
    }
    if (/^["']/.test(text)) return this.#readQuoted(text);
    return this.#readPlain(text, indent);
  }

  #readMarked(
    [whole, kind, name = ""]: RegExpExecArray,
    text: string,
    { indent, depth }: { readonly indent: number; readonly depth: number },
  ): YamlValue {
    if (kind === "*") {
      const value = this.#anchors.get(name);
      if (value === undefined) throw new YamlUnreadable();
      return value;
    }
    if (kind === "!") throw new YamlUnreadable();
    const rest = text.slice(whole.length);
    const value =
      rest === "" ? this.#readBelow(indent, depth) : this.#readInline(rest, indent, depth);
    this.#anchors.set(name, value);
    return value;
  }

  #readBlockScalar(
    isFolded: boolean,
    chomping: string,
    { indent, explicit }: { readonly indent: number; readonly explicit: number },
  ): string {
    const lines: string[] = [];
    let column = explicit === 0 ? undefined : indent + explicit;
    for (; this.#at < this.#lines.length; this.#at += 1) {
      const raw = this.#lines[this.#at]!;
      const own = raw.search(/\S/);
      if (own === -1) {
        lines.push("");
        continue;
      }
      if (own <= indent) break;
      column ??= own;
      if (own < column) throw new YamlUnreadable();
      lines.push(raw.slice(column));
    }
    if (chomping !== "+") lines.splice(lines.findLastIndex((line) => line !== "") + 1);
    const body = isFolded ? fold(lines) : lines.join("\n");
    return chomping === "-" || body === "" ? body : `${body}\n`;
  }

  #readQuoted(text: string): string {
    let whole = text;
    const closed = /^(?:"(?:[^"\\]|\\[^])*"|'(?:[^']|'')*')/;
    for (; !closed.test(whole); this.#at += 1) {
      const next = this.#lines[this.#at];
      if (next === undefined) throw new YamlUnreadable();
      whole = next.trim() === "" ? `${whole}\n` : `${whole.trimEnd()} ${next.trim()}`;
    }
    const quoted = closed.exec(whole)![0];
    if (!/^\s*(?:#.*)?$/.test(whole.slice(quoted.length))) throw new YamlUnreadable();
    return unquoteYaml(quoted);
  }

  #readPlain(text: string, indent: number): string {
    const words = [withoutComment(text)];
    for (let line = this.#peek(); line !== undefined && line.indent > indent; line = this.#peek()) {
      if (splitKey(line.text) !== undefined) throw new YamlUnreadable();
      words.push(withoutComment(line.text));
      this.#at += 1;
    }
    return words.join(" ");
  }

  #joinUntilBalanced(text: string): string {
    let whole = text;
    while (!isBalanced(whole)) {
      const next = this.#lines[this.#at];
      if (next === undefined) throw new YamlUnreadable();
      whole += ` ${withoutComment(next.trim())}`;
      this.#at += 1;
    }
    return whole;
  }
}

function isContent(line: string): boolean {
  return !/^\s*(?:#|$|%)/.test(line);
}

/** `key: value` on one line; `undefined` where the line is a scalar. */
function splitKey(text: string): { readonly key: string; readonly value: string } | undefined {
  const quoted = /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*:(?:\s+(.*))?$/.exec(text);
  if (quoted !== null) return { key: unquoteYaml(quoted[1]!), value: quoted[2] ?? "" };
  if (/^[[{"'|>@`#&*!]/.test(text)) return undefined;
  if (/^\?(?:\s|$)/.test(text)) throw new YamlUnreadable();
  const plain = /^((?:[^\s:#]|:(?!\s|$)|\s+(?![\s:#])|(?<=\S)#)+)\s*:(?:\s+(.*))?$/.exec(text);
  if (plain === null) return undefined;
  const value = plain[2] ?? "";
  return { key: plain[1]!, value: value.startsWith("#") ? "" : value };
}

function merge(map: { [key: string]: YamlValue }, value: YamlValue): void {
  for (const source of Array.isArray(value) ? (value as readonly YamlValue[]) : [value]) {
    if (!isMap(source)) throw new YamlUnreadable();
    for (const [key, own] of Object.entries(source)) map[key] ??= own;
  }
}

function withoutComment(text: string): string {
  return text.replace(/(?:^|\s)#.*$/, "").trimEnd();
}

function isBalanced(text: string): boolean {
  const bare = text.replaceAll(/"(?:[^"\\]|\\[^])*"|'(?:[^']|'')*'/g, "").replace(/\s#.*$/, "");
  const count = (pattern: RegExp): number => bare.match(pattern)?.length ?? 0;
  return count(/[[{]/g) <= count(/[\]}]/g) && !/["']/.test(bare);
}

/** Folded lines join with spaces; empty and more indented lines keep their ends. */
function fold(lines: readonly string[]): string {
  let text = "";
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    if (index === 0) text = line;
    else if (line === "" || /^\s/.test(line) || /^\s/.test(before ?? "")) text += `\n${line}`;
    else text += before === "" ? line : ` ${line}`;
  });
  return text;
}
