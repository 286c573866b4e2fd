import type { SeededRandom } from "./seeded-random.ts";

/** A word as it may be written, and what has to stand before the command for it. */
export interface WrittenWord {
  readonly text: string;
  /** Commands that give a variable its value; empty where none is needed. */
  readonly prelude: string;
}

/** A word in single quotes. */
export function singleQuoted(value: string): string {
  return `'${value.replaceAll("'", String.raw`'\''`)}'`;
}

/** A word in single quotes as `env -S` reads them: there a backslash escapes inside them too. */
export function envQuoted(value: string): string {
  return `'${value.replaceAll(/['\\]/g, String.raw`\$&`)}'`;
}

/** A word in double quotes with nothing left to expand. */
export function doubleQuoted(value: string): string {
  return `"${value.replaceAll(/["\\$`]/g, String.raw`\$&`)}"`;
}

/** As plain as the word allows. */
export function plainWord(value: string): string {
  return /^[\w@%+=:,./-]+$/.test(value) && value !== "" ? value : singleQuoted(value);
}

/** Spellings whose value is certain for the one who reads them. */
const CERTAIN_STYLES = 33;

/** Spellings that another program makes: the gate cannot know them and has to be careful. */
const UNCERTAIN: readonly ((value: string) => string)[] = [
  (value) => `"$(tr A-Z a-z <<< ${plainWord(value.toUpperCase())})"`,
  (value) => `"$(rev <<< ${plainWord(Array.from(value).toReversed().join(""))})"`,
  (value) => `"$(sed 's/@//' <<< ${plainWord(`@${value}`)})"`,
  (value) => `"$(cut -c2- <<< ${plainWord(`x${value}`)})"`,
  (value) => `"$(awk '{print $2}' <<< ${singleQuoted(`x ${value.replaceAll(" ", "_")}`)})"`,
  (value) => `"$(base64 -d <<< ${Buffer.from(value).toString("base64")})"`,
  (value) => `"$(python -c ${singleQuoted(`print(${JSON.stringify(value)}, end="")`)})"`,
  (value) => `"$(head -1 <<< ${plainWord(value)})"`,
  (value) => `"$(printf '%s\\n' x ${plainWord(value)} | tail -1)"`,
  (value) => `"$(env X=${plainWord(value)} bash -c 'echo "$X"')"`,
  (value) => `"$(xargs echo <<< ${plainWord(value)})"`,
  (value) => `"$(cat <(printf '%s\\n' ${plainWord(value)}))"`,
];

/** A spelling that only running it tells. */
export function hideWord(value: string, random: SeededRandom): WrittenWord {
  if (/[\s'"]/.test(value) || value === "") return writeWord(value, random);
  return { text: random.pick(UNCERTAIN)(value), prelude: "" };
}

/** One of many spellings of the same word. */
export function writeWord(value: string, random: SeededRandom): WrittenWord {
  const style = random.chance(0.45) ? 0 : random.below(CERTAIN_STYLES);
  const only = (text: string): WrittenWord => ({ text, prelude: "" });
  const cut = value.length < 2 ? 0 : 1 + random.below(value.length - 1);
  const head = value.slice(0, cut);
  const tail = value.slice(cut);
  // Two words of one command must not share a variable.
  const name = `V${random.below(1000)}_${random.count()}`;
  switch (style) {
    case 1:
      return only(singleQuoted(value));
    case 2:
      return only(doubleQuoted(value));
    case 3:
      return only(`${plainWord(head)}''${plainWord(tail)}`);
    case 4:
      return only(`${singleQuoted(head)}${doubleQuoted(tail)}`);
    case 5:
      return only(
        Array.from(value)
          .map((letter) =>
            /[\w/.:-]/.test(letter) && random.chance(0.3) ? `\\${letter}` : plainWord(letter),
          )
          .join(""),
      );
    case 6:
      return only(
        `$'${Array.from(value)
          .map((letter) => escaped(letter, random))
          .join("")}'`,
      );
    case 7:
      return { text: `"$${name}"`, prelude: `${name}=${singleQuoted(value)}` };
    case 8:
      return {
        text: `\${${name}}`.replace(/^.*$/, (text) =>
          /[\s*?[]/.test(value) || value === "" ? `"${text}"` : text,
        ),
        prelude: `${name}=${plainWord(value)}`,
      };
    case 9:
      return { text: `"\${${name}}"${plainWord(tail)}`, prelude: `${name}=${plainWord(head)}` };
    case 10:
      return only(`"$(${echoed(value)})"`);
    case 11:
      return only(`"$(printf %s ${plainWord(value)})"`);
    case 12:
      return only(
        `"\${${name}:-${value.replaceAll(/["\\$`}]/g, String.raw`\$&`)}"}`.replace(/"\}$/, '}"'),
      );
    case 13:
      return { text: `"\${${name}%.x}"`, prelude: `${name}=${singleQuoted(`${value}.x`)}` };
    case 14:
      return { text: `"\${${name}#x.}"`, prelude: `${name}=${singleQuoted(`x.${value}`)}` };
    case 15:
      return { text: `"\${${name}/@@/}"`, prelude: `${name}=${singleQuoted(`${head}@@${tail}`)}` };
    case 16:
      return { text: `"\${${name}[1]}"`, prelude: `${name}=(x ${plainWord(value)})` };
    case 17:
      return { text: `"$${name}"`, prelude: `printf -v ${name} %s ${plainWord(value)}` };
    case 18:
      return { text: `"$${name}"`, prelude: `read -r ${name} <<< ${plainWord(value)}` };
    case 19:
      return {
        text: `"$${name}"`,
        prelude: `${name}=${plainWord(head)}; ${name}+=${plainWord(tail)}`,
      };
    case 20:
      return only(`\`${echoed(value)}\``.replace(/^.*$/, (text) => `"${text}"`));
    case 21:
      return only(`${plainWord(head)}\\\n${plainWord(tail)}`);
    case 22:
      return {
        text: `"\${!${name}}"`,
        prelude: `${name}_T=${plainWord(value)}; ${name}=${name}_T`,
      };
    case 23:
      return { text: `"$${name}"`, prelude: `declare ${name}=${plainWord(value)}` };
    case 24:
      return only(
        `"$(printf '%b' ${singleQuoted(
          Array.from(value)
            .map((letter) =>
              /[a-z]/.test(letter)
                ? `\\x${letter.charCodeAt(0).toString(16)}`
                : letter.replace("\\", "\\\\"),
            )
            .join(""),
        )})"`,
      );
    case 25:
      if (/[A-Z]/.test(value)) return only(plainWord(value));
      return { text: `"\${${name},,}"`, prelude: `${name}=${plainWord(value.toUpperCase())}` };
    case 26:
      return { text: `"\${${name}:2}"`, prelude: `${name}=${plainWord(`zz${value}`)}` };
    case 27:
      return {
        text: `"\${${name}:2:${value.length}}"`,
        prelude: `${name}=${plainWord(`zz${value}yy`)}`,
      };
    case 28:
      return { text: `"\${${name}[@]}"`, prelude: `${name}=(${plainWord(value)})` };
    case 29:
      return { text: `"\${${name}[k]}"`, prelude: `declare -A ${name}=([k]=${plainWord(value)})` };
    case 30:
      return {
        text: `"$${name}"`,
        prelude: `declare -n ${name}=${name}_R; ${name}_R=${plainWord(value)}`,
      };
    case 31:
      return {
        text: `"$${name}"`,
        prelude: `${name}_F() { printf -v "$1" %s "$2"; }; ${name}_F ${name} ${plainWord(value)}`,
      };
    case 32:
      return { text: `"$${name}"`, prelude: `for ${name} in x ${plainWord(value)}; do :; done` };
    default:
      return only(plainWord(value));
  }
}

function escaped(letter: string, random: SeededRandom): string {
  const code = letter.charCodeAt(0);
  if (code > 126 || code < 32) return letter;
  switch (random.below(5)) {
    case 0:
      return `\\x${code.toString(16).padStart(2, "0")}`;
    case 1:
      return `\\${code.toString(8).padStart(3, "0")}`;
    case 2:
      return `\\u${code.toString(16).padStart(4, "0")}`;
    default:
      return /['\\]/.test(letter) ? `\\${letter}` : letter;
  }
}

/** A command that prints the value; `echo` takes a value that looks like an option for its own. */
function echoed(value: string): string {
  return value.startsWith("-") ? `printf %s ${plainWord(value)}` : `echo ${plainWord(value)}`;
}
