import { joinTexts } from "../shell/text-value.ts";
import type { Field, Text, Unknown } from "../shell/text-value.ts";

/**
 * The words that GNU `env --split-string` makes of a text (coreutils 9.1, `build_argv` in env.c; FreeBSD and uutils read
 * it the same way). `undefined` where `env` calls the text wrong and starts nothing.
 *
 * @param valueOf The environment's value of a name, which `${NAME}` stands for; `undefined` where there is none.
 */
export function splitEnvText(
  text: Text,
  valueOf: (name: string) => Text | undefined,
): readonly Field[] | undefined {
  return new EnvText(text, valueOf).read();
}

/** Characters behind a backslash, outside single quotes. */
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ...Array.from(`"#$'\\`, (character) => [character, character] as const),
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["v", "\v"],
]);

class EnvText {
  private readonly atoms: readonly (string | Unknown)[];
  private readonly valueOf: (name: string) => Text | undefined;
  private at = 0;
  private quote: string | undefined;
  private pieces: Text[] | undefined;
  private isSplit = false;
  /** The word began with a variable, without which it may not be there. */
  private isPerhaps = false;
  private readonly fields: Field[] = [];

  constructor(text: Text, valueOf: (name: string) => Text | undefined) {
    this.atoms = text.flatMap((piece): readonly (string | Unknown)[] =>
      typeof piece === "string" ? piece.split("") : [piece],
    );
    this.valueOf = valueOf;
  }

  read(): readonly Field[] | undefined {
    while (this.at < this.atoms.length) {
      const step = this.readOne();
      if (step === "error") return undefined;
      if (step === "end") {
        this.endWord();
        return this.fields;
      }
    }
    if (this.quote !== undefined) return undefined;
    this.endWord();
    return this.fields;
  }

  private readOne(): "error" | "end" | undefined {
    const atom = this.atoms[this.at]!;
    if (typeof atom !== "string") {
      // Outside quotes it may be several words, or none.
      this.isSplit ||= this.quote === undefined;
      this.add([atom]);
    } else if (atom === this.quote) this.quote = undefined;
    else if ((atom === "'" || atom === '"') && this.quote === undefined) {
      this.quote = atom;
      this.pieces ??= [];
    } else if (this.quote === undefined && /[ \t\n\v\f\r]/.test(atom)) this.endWord();
    else if (atom === "#" && this.pieces === undefined) return "end";
    else if (atom === "\\") return this.readEscape();
    else if (atom === "$" && this.quote !== "'") return this.readVariable();
    else this.add([atom]);
    this.at++;
    return undefined;
  }

  private readEscape(): "error" | "end" | undefined {
    const next = this.atoms[this.at + 1];
    if (this.quote === "'" && next !== "\\" && next !== "'") {
      this.add(["\\"]);
      this.at++;
      return undefined;
    }
    this.at += 2;
    if (next === "c") return this.quote === undefined ? "end" : "error";
    if (next === "_" && this.quote === undefined) {
      this.endWord();
      return undefined;
    }
    const character = next === "_" ? " " : ESCAPES.get(typeof next === "string" ? next : "");
    if (character === undefined) return "error";
    this.add([character]);
    return undefined;
  }

  /** `${NAME}`: the value is not parted into words, and a name without a value does not begin one. */
  private readVariable(): "error" | undefined {
    const end = this.atoms.indexOf("}", this.at);
    const written = this.atoms.slice(this.at, end + 1);
    const name = written.every((atom) => typeof atom === "string")
      ? /^\$\{([A-Za-z_][A-Za-z0-9_]*)\}$/.exec(written.join(""))
      : null;
    if (name === null) return "error";
    this.at = end + 1;
    const value = this.valueOf(name[1]!);
    if (value === undefined) return undefined;
    this.isPerhaps ||= this.pieces === undefined;
    this.add(value);
    return undefined;
  }

  private add(text: Text): void {
    this.pieces ??= [];
    this.pieces.push(text);
  }

  private endWord(): void {
    if (this.pieces !== undefined) {
      const text = joinTexts(this.pieces);
      const isUnknown = text.length > 0 && text.every((piece) => typeof piece !== "string");
      const isSplit = this.isSplit || (this.isPerhaps && isUnknown);
      this.fields.push({ text, isSplit, at: undefined });
    }
    this.pieces = undefined;
    this.isSplit = false;
    this.isPerhaps = false;
  }
}
