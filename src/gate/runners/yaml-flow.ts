import {
  unquoteYaml,
  YAML_DEPTH_MAX,
  YamlUnreadable,
  type YamlMap,
  type YamlValue,
} from "./yaml-value.ts";

/** Reads YAML's flow style: `[a, "b"]`, `{key: value}`. */
export class FlowReader {
  readonly #tokens: readonly string[];
  readonly #anchors: ReadonlyMap<string, YamlValue>;
  #at = 0;

  constructor(text: string, anchors: ReadonlyMap<string, YamlValue>) {
    this.#anchors = anchors;
    this.#tokens =
      text.match(
        /"(?:[^"\\]|\\[^])*"|'(?:[^']|'')*'|[[\]{},]|:(?=[\s,[\]{}]|$)|#.*$|(?:[^\s"'[\]{},:#]|:(?![\s,[\]{}]|$)|(?<=\S)#)(?:[^[\]{},:]|:(?![\s,[\]{}]|$))*/g,
      ) ?? [];
  }

  readAll(): YamlValue {
    const value = this.#read(0);
    const rest = this.#tokens[this.#at];
    if (rest !== undefined && !rest.startsWith("#")) throw new YamlUnreadable();
    return value;
  }

  #read(depth: number): YamlValue {
    const token = this.#tokens[this.#at];
    if (token === undefined || depth > YAML_DEPTH_MAX) throw new YamlUnreadable();
    this.#at += 1;
    if (token === "[") return this.#readList(depth);
    if (token === "{") return this.#readMap(depth);
    if (/^[\]},:!&]/.test(token)) throw new YamlUnreadable();
    if (token.startsWith("*")) {
      const value = this.#anchors.get(token.slice(1).trim());
      if (value === undefined) throw new YamlUnreadable();
      return value;
    }
    return /^["']/.test(token) ? unquoteYaml(token) : token.trim();
  }

  #readList(depth: number): YamlValue[] {
    const items: YamlValue[] = [];
    while (!this.#accept("]")) {
      items.push(this.#read(depth + 1));
      if (!this.#accept(",") && this.#tokens[this.#at] !== "]") throw new YamlUnreadable();
    }
    return items;
  }

  #readMap(depth: number): YamlMap {
    const map = Object.create(null) as { [key: string]: YamlValue };
    while (!this.#accept("}")) {
      const key = this.#read(depth + 1);
      if (typeof key !== "string") throw new YamlUnreadable();
      map[key] = this.#accept(":") ? this.#readOptional(depth) : "";
      if (!this.#accept(",") && this.#tokens[this.#at] !== "}") throw new YamlUnreadable();
    }
    return map;
  }

  #readOptional(depth: number): YamlValue {
    const next = this.#tokens[this.#at];
    return next === "," || next === "}" ? "" : this.#read(depth + 1);
  }

  #accept(token: string): boolean {
    if (this.#tokens[this.#at] !== token) return false;
    this.#at += 1;
    return true;
  }
}
