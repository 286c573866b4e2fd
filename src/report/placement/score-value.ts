import type { Stretch } from "./changed-text.ts";
import type { FileKind } from "./file-kind.ts";
import {
  isWholeValue,
  namesIn,
  numbersIn,
  textBefore,
  textBehind,
  wordsOfName,
  type Name,
} from "./literals.ts";

/** How well a line explains that a member got a value; 0 where it explains nothing. */
export type ValueScore = (line: string, kind: FileKind) => number;

/** A member of a request by its last name, and the value that it got. */
export interface NamedValue {
  readonly name: string;
  readonly value: string | number | boolean | null;
}

/** Places of one line that are looked at. */
const PLACES_MAX = 20;
/** Values as long as that are texts. */
const VALUE_CHARACTERS_MAX = 200;
/** A value that stands in a line without its name and in no quotes must be at least that long. */
const BARE_CHARACTERS_MIN = 4;

/** The value is what the name is given: `temperature=0.7`. */
const ASSIGNED = 4;
/** Both stand in the line: `float(os.getenv("TEMPERATURE", "0.7"))`. */
const BESIDE = 1;
/** A telling value alone, as a whole value and as a word. */
const ALONE = 1;
const BARE = 0.5;
const COMMENT_PENALTY = 0.25;

/** Code and configuration say what is sent; tests repeat it, people write about it. */
const KIND_SCORES: Readonly<Record<FileKind, number>> = { source: 20, test: 10, prose: 0 };
/** Context lines are told apart by less. */
const SCALE = 10;

/** Makes the measure for one changed value. */
export function openValueScore({ name, value }: NamedValue): ValueScore {
  const wanted = wordsOfName(name);
  if (typeof value === "string" && (value === "" || value.length > VALUE_CHARACTERS_MAX)) {
    return () => 0;
  }
  return (line, kind) => {
    // Most lines have neither: looking for names and numbers costs more.
    if (typeof value !== "string" && !hasWord(line, wanted)) return 0;
    let best = 0;
    for (const { start, end } of placesOf(line, value).slice(0, PLACES_MAX)) {
      const before = textBefore(line, start);
      // What people write about a value is no cause, unless it is written as configuration is.
      if (kind === "prose" && !/[:=]\s*["'`]?[-+]?$/.test(before)) continue;
      const near = before + line.slice(start, end) + textBehind(line, end);
      const place = { start: before.length, end: before.length + end - start };
      best = Math.max(best, scorePlace({ line: near, names: namesIn(near), place, wanted, value }));
    }
    if (best < (kind === "prose" ? ASSIGNED : BARE)) return 0;
    const penalty = /^\s*(?:#|\/\/|\*|--\s|;)/.test(line) ? COMMENT_PENALTY : 0;
    return (KIND_SCORES[kind] + best - penalty) * SCALE;
  };
}

function hasWord(line: string, words: readonly string[]): boolean {
  const lower = line.toLowerCase();
  return words.some((word) => lower.includes(word));
}

interface Placed {
  readonly line: string;
  readonly names: readonly Name[];
  readonly place: Stretch;
  readonly wanted: readonly string[];
  readonly value: NamedValue["value"];
}

function scorePlace({ line, names, place, wanted, value }: Placed): number {
  const assigned = names.find((name) => isGiven(line, name, place));
  const given = assigned === undefined ? 0 : likeness(assigned.words, wanted);
  if (given > 0) return ASSIGNED + given;
  const isOthers = assigned !== undefined && !isGeneral(assigned.words);
  const beside = isOthers
    ? 0
    : Math.max(
        0,
        ...names
          .filter((name) => !overlaps(name, place) && !givesLiteral(line, name))
          .map(({ words }) => likeness(words, wanted)),
      );
  if (beside > 0) return BESIDE + beside;
  return typeof value === "string" ? scoreAlone({ line, place, wanted, value }) : 0;
}

/** A value without its name: `LLM = 'o3'`, `openai('gpt-4.1')`, `def look_up_order(`. */
function scoreAlone({
  line,
  place,
  wanted,
  value,
}: Pick<Placed, "line" | "place" | "wanted"> & { readonly value: string }): number {
  const isModel = wanted.at(-1) === "model";
  const isName = wanted.at(-1) === "name";
  if (isName && DEFINITION.test(line.slice(0, place.start))) return ALONE;
  // Where all of a text is one word, a literal with nothing else in it is evidence.
  const isWholeText = TEXT_NAMES.has(wanted.at(-1) ?? "") && value.length >= BARE_CHARACTERS_MIN;
  if (!isModel && !isName && !isTelling(value) && !(isWholeText && isQuoted(line, place))) return 0;
  if (isWholeValue(line, place)) return ALONE;
  return isTelling(value) && value.length >= BARE_CHARACTERS_MIN ? BARE : 0;
}

const TEXT_NAMES: ReadonlySet<string> = new Set([
  "content",
  "input",
  "instructions",
  "prompt",
  "query",
  "system",
  "text",
]);

function isQuoted(line: string, { start, end }: Stretch): boolean {
  return /["'`]/.test(line[start - 1] ?? "") && line[start - 1] === line[end];
}

const DEFINITION = /\b(?:def|function|func|fn|fun|sub)\s+$/;

/** `gpt-5-nano`, `kelvin_absolute` and `getWeather` stand for themselves, `auto` and `none` do not. */
export function isTelling(value: string): boolean {
  return /[\p{L}\p{N}][\d_\-/.:]|\p{Ll}\p{Lu}/u.test(value);
}

/** Where a line holds a value. */
function placesOf(line: string, value: NamedValue["value"]): readonly Stretch[] {
  if (typeof value === "number") return numbersIn(line).filter((one) => one.value === value);
  if (typeof value === "string") return tokensIn(line, value);
  return (SPELLINGS.get(value) ?? []).flatMap((spelling) => tokensIn(line, spelling));
}

const SPELLINGS: ReadonlyMap<boolean | null, readonly string[]> = new Map<
  boolean | null,
  readonly string[]
>([
  [true, ["true", "True", "TRUE"]],
  [false, ["false", "False", "FALSE"]],
  [null, ["null", "None", "nil", "undefined"]],
]);

/** Where a text stands that is no part of a longer name: `o3` is not in `o3-mini`, `gpt-4.1` is in `openai/gpt-4.1`. */
export function tokensIn(line: string, token: string): readonly Stretch[] {
  const found: Stretch[] = [];
  for (let start = line.indexOf(token); start >= 0; start = line.indexOf(token, start + 1)) {
    const end = start + token.length;
    const isAlone =
      !/[\p{L}\p{N}_.-]$/u.test(line.slice(Math.max(0, start - 2), start)) &&
      !/^(?:[\p{L}\p{N}_-]|\.[\p{L}\p{N}])/u.test(line.slice(end, end + 2));
    if (isAlone) found.push({ start, end });
  }
  return found;
}

/** Between a name and what it is given: `=`, `:`, `=>`, a type, an option's blank, a call's bracket. */
const GIVING = /^["'\]]?\s*(?::\s*[\w.[\]<>| ]+=|=>|:=|=(?![=~])|:(?!:)|\(|\s)\s*["'`]?[-+]?\s*$/;

function isGiven(line: string, name: Name, place: Stretch): boolean {
  return name.end <= place.start && GIVING.test(line.slice(name.end, place.start));
}

/** Whether a line gives a name something, whatever it is. */
export function isGivenAny(line: string, wanted: readonly string[]): boolean {
  if (/^\s*(?:#|\/\/|\*|--\s)/.test(line)) return false;
  return namesIn(line).some(
    ({ words, end }) =>
      words.join(" ") === wanted.join(" ") && GIVING_ANY.test(textBehind(line, end)),
  );
}

const GIVING_ANY = /^["'\]]?\s*(?:=>|:=|=(?![=~])|:(?!:)|\()\s*\S/;

const GIVES_LITERAL =
  /^["'\]]?\s*(?::\s*[\w.[\]<>| ]+=|=>|:=|=(?![=~])|:(?!:)|\()\s*(?:["'`][^"'`]*["'`]|[-+]?[\d.]+|true|True|false|False|null|None)\s*(?:[,;)\]}#]|$)/;

/** A name that is given another literal has nothing to do with this value. */
function givesLiteral(line: string, name: Name): boolean {
  return GIVES_LITERAL.test(line.slice(name.end));
}

function overlaps(name: Name, place: Stretch): boolean {
  return name.start < place.end && place.start < name.end;
}

const GENERAL_NAMES: ReadonlySet<string> = new Set([
  "default",
  "value",
  "fallback",
  "const",
  "float",
  "int",
  "number",
  "string",
  "str",
  "parse",
]);

function isGeneral(words: readonly string[]): boolean {
  return words.every((word) => GENERAL_NAMES.has(word));
}

/** How alike two names are, 0 to 3: `temperature` and `TEMPERATURE`, `DEFAULT_TEMPERATURE`, `temperature_min`. */
function likeness(words: readonly string[], wanted: readonly string[]): number {
  if (wanted.length === 0) return 0;
  const [one, other] = [words.join(""), wanted.join("")];
  if (one === other) return 3;
  if (other.length < 3) return 0;
  const joined = ` ${words.join(" ")} `;
  if (joined.endsWith(` ${wanted.join(" ")} `)) return 2.5;
  if (joined.includes(` ${wanted.join(" ")} `)) return 2;
  const common = words.filter((word) => wanted.includes(word)).length;
  return common >= 2 && common === words.length ? 1.5 : 0;
}
