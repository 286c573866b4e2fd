import { UsageError } from "./usage-error.ts";

/** A switch's name and text, for messages. */
export interface GivenOption {
  readonly command: string;
  readonly name: string;
  readonly text: string;
}

const UNIT_MS: ReadonlyMap<string, number> = new Map([
  ["", 1000],
  ["ms", 1],
  ["s", 1000],
  ["m", 60_000],
  ["h", 3_600_000],
]);

/** Longest time that Node's timers take. */
const DURATION_MS_MAX = 2 ** 31 - 1;

/** `90`, `90s`, `10m`, `500ms`, `1h` → milliseconds. */
export function toDurationMs(option: GivenOption): number {
  const match = /^(\d+(?:\.\d+)?)(ms|s|m|h|)$/u.exec(option.text);
  const ms = match === null ? Number.NaN : Number(match[1]) * UNIT_MS.get(match[2]!)!;
  if (ms > 0 && ms <= DURATION_MS_MAX) return Math.ceil(ms);
  throw new UsageError(
    `Option "--${option.name}" is a time such as 90, 90s or 10m, up to 24 days: "${option.text}" was given`,
    option.command,
  );
}

const AGE_UNIT_MS: ReadonlyMap<string, number> = new Map([
  ["s", 1000],
  ["m", 60_000],
  ["h", 3_600_000],
  ["d", 86_400_000],
  ["w", 604_800_000],
]);

/** Recordings are no older than the format: a hundred years is a slip. */
const AGE_MS_MAX = 36_500 * 86_400_000;

/** `30d`, `12h`, `8w` → milliseconds. A number alone would be days to some and seconds to others. */
export function toAgeMs(option: GivenOption): number {
  const match = /^(\d{1,9}(?:\.\d{1,3})?)([smhdw])$/u.exec(option.text);
  const ms = match === null ? Number.NaN : Number(match[1]) * AGE_UNIT_MS.get(match[2]!)!;
  if (ms > 0 && ms <= AGE_MS_MAX) return ms;
  throw new UsageError(
    `Option "--${option.name}" is an age such as 30d, 12h or 8w: "${option.text}" was given`,
    option.command,
  );
}

/** A TCP port; `0` takes a free one. */
export function toPort(option: GivenOption): number {
  const port = /^\d{1,5}$/u.test(option.text) ? Number(option.text) : Number.NaN;
  if (port <= 65_535) return port;
  throw new UsageError(
    `Option "--${option.name}" is a number from 0 to 65535: "${option.text}" was given`,
    option.command,
  );
}

/** `NAME=value`. */
export function toAssignment(option: GivenOption): readonly [name: string, value: string] {
  const match = /^([A-Za-z_][A-Za-z0-9_]*)=(.*)$/su.exec(option.text);
  if (match !== null) return [match[1]!, match[2]!];
  throw new UsageError(
    `Option "--${option.name}" is written NAME=VALUE: "${option.text.split("=", 1)[0]}" was given`,
    option.command,
  );
}
