/** A value of a YAML file, as far as the gate reads them: every scalar stays text. */
export type YamlValue = string | readonly YamlValue[] | YamlMap;

/** A YAML mapping; a later key of the same name wins. */
export interface YamlMap {
  readonly [key: string]: YamlValue;
}

/** Deeper nesting is in no task file. */
export const YAML_DEPTH_MAX = 64;

/** Thrown inside the reader where a document uses more than it reads; `parseYaml` answers `undefined`. */
export class YamlUnreadable extends Error {
  override readonly name = "YamlUnreadable";
}

/** Whether a value is a mapping. */
export function isMap(value: YamlValue | undefined): value is YamlMap {
  return typeof value === "object" && !Array.isArray(value);
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: "\n",
  t: "\t",
  r: "\r",
  "0": "\0",
  e: "\u001B",
};

/** The value of a quoted scalar, quotes included. */
export function unquoteYaml(text: string): string {
  const inner = text.slice(1, -1);
  if (text.startsWith("'")) return inner.replaceAll("''", "'");
  return inner.replaceAll(
    /\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|([^]))/g,
    (_, byte?: string, unit?: string, plain = "") =>
      byte !== undefined || unit !== undefined
        ? String.fromCharCode(Number.parseInt((byte ?? unit)!, 16))
        : (ESCAPES[plain] ?? (plain === "\n" ? "" : plain)),
  );
}

/** A mapping, or an empty one where something else stands. */
export function asMap(value: YamlValue | undefined): YamlMap {
  return isMap(value) ? value : {};
}

/** A list, one value as a list of it, or nothing. */
export function listOf(value: YamlValue | undefined): readonly YamlValue[] {
  if (Array.isArray(value)) return value as readonly YamlValue[];
  return value === undefined || value === "" ? [] : [value];
}
