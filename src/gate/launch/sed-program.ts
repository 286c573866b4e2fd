/** What a sed program runs. */
export interface SedRuns {
  /** Commands that stand in the program, as shell text. */
  readonly commands: readonly string[];
  /** It runs what it reads, or what it makes of that. */
  readonly isDynamic: boolean;
}

/** GNU sed's `e`: a command of its own, and a flag of `s`. Source: the manual, "Commands specific to GNU sed". */
export function readSedProgram(program: string): SedRuns {
  const commands: string[] = [];
  let isDynamic = false;
  let at = 0;
  while (at < program.length) {
    at = skipAddress(program, at);
    const letter = program[at++];
    if (letter === undefined) break;
    if (letter === "s" || letter === "y") {
      const delimiter = program[at] ?? "";
      const middle = endOfPart(program, at + 1, delimiter);
      const end = endOfPart(program, middle + 1, delimiter);
      const flags = /^[a-zA-Z0-9]*/.exec(program.slice(end + 1))![0];
      if (letter === "s" && flags.includes("e")) {
        isDynamic = true;
        commands.push(program.slice(middle + 1, end).replaceAll(/\\([^])/g, "$1"));
      }
      at = end + 1 + flags.length;
      if (/w/.test(flags)) at = endOfLine(program, at);
    } else if (letter === "e") {
      const end = endOfLine(program, at);
      const command = program.slice(at, end).trim();
      if (command === "" || command.startsWith("}") || command.startsWith(";")) isDynamic = true;
      else commands.push(command);
      at = end;
    } else if (/[aicrRwW:btTv#]/.test(letter)) {
      at = endOfText(program, at);
    }
  }
  return { commands, isDynamic };
}

/** Blanks, separators and addresses: numbers, `$`, `/…/`, `\c…c`, `,`, `+`, `~`, `!`. */
function skipAddress(program: string, start: number): number {
  let at = start;
  while (at < program.length) {
    const letter = program[at]!;
    if (/[\s;{},!$+~\d]/.test(letter)) at++;
    else if (letter === "/") at = endOfPart(program, at + 1, "/") + 1;
    else if (letter === "\\") at = endOfPart(program, at + 2, program[at + 1] ?? "") + 1;
    else if (/[IM]/.test(letter) && program[at - 1] === "/") at++;
    else break;
  }
  return at;
}

/** The position of the delimiter that ends a part; a delimiter in brackets is none in a pattern, which may only hide an end. */
function endOfPart(program: string, start: number, delimiter: string): number {
  let at = start;
  while (at < program.length && program[at] !== delimiter) at += program[at] === "\\" ? 2 : 1;
  return Math.min(at, program.length);
}

function endOfLine(program: string, start: number): number {
  const end = program.indexOf("\n", start);
  return end < 0 ? program.length : end;
}

/** Text that goes on behind a backslash at the line's end. */
function endOfText(program: string, start: number): number {
  let end = endOfLine(program, start);
  while (program[end - 1] === "\\" && end < program.length) end = endOfLine(program, end + 1);
  return end;
}
