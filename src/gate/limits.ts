/**
 * Every bound of the analysis, by count and never by time, so that a busy machine cannot change a
 * verdict. A command that reaches one is refused where it could run a test runner.
 */

/** Longest command text that is analysed, in UTF-8 bytes: 1 MiB. */
export const COMMAND_BYTES_MAX = 1_048_576;

/** Longest shell text that is analysed inside one decision, all derived scripts together, in UTF-16 units. */
export const SCRIPT_TEXT_MAX = 4_194_304;

/** Deepest nesting of groups, substitutions, function calls and derived scripts. */
export const NESTING_MAX = 96;

/** Shell text that derived scripts may add to any command, in UTF-16 units: a few large script files. */
export const SCRIPT_TEXT_FIXED = 524_288;

/** Derived scripts may be as long as the command again, this many times. */
export const SCRIPT_TEXT_FACTOR = 3;

/** Commands that one decision evaluates, however long the text. */
export const STEPS_MAX = 200_000;

/** Commands that a short text may come to, by its loops and functions: a fraction of a second's work. */
export const STEPS_FIXED = 40_000;

/** Commands for every UTF-16 unit beyond: more than text holds that does not loop. */
export const STEPS_PER_UNIT = 0.25;

/** Largest file that is read, in bytes: 256 KiB. `FileReader` implementations hold to it. */
export const FILE_BYTES_MAX = 262_144;

/** Files that one decision reads. */
export const FILES_MAX = 32;

/** Files that the command writes and that are followed; further ones are refused where they name a test runner. */
export const FILES_WRITTEN_MAX = 512;

/** Different pytest runs that one decision judges. */
export const RUNS_MAX = 2048;

/** Shell variables that are followed; what is assigned beyond it is unknown. */
export const VARIABLES_MAX = 512;

/** States of the shell that are followed side by side before they are merged. */
export const STATES_MAX = 8;

/** Words that one brace, path or loop list may become before it is unknown. */
export const WORDS_MAX = 512;

/** Loop rounds that are followed one by one before the loop's variables become unknown. */
export const ROUNDS_MAX = 64;

/** Rounds in which what a loop changes becomes unknown, before the loop is too much to follow. */
export const WIDENINGS_MAX = 64;

/** Elements of one array that are followed; further ones are unknown. */
export const ELEMENTS_MAX = 1024;

/** Here-documents that one line opens: unbash's time grows with their square. */
export const LINE_DOCUMENTS_MAX = 256;

/** Parentheses and braces that are open at once, far beyond `NESTING_MAX`: unbash's time grows with their depth. */
export const OPEN_PAIRS_MAX = 8192;

/** Longest word whose braces are expanded, in UTF-16 units. */
export const BRACE_WORD_MAX = 4096;

/** Longest value that a variable, a written file or a captured output keeps, in UTF-16 units. */
export const TEXT_MAX = 1_100_000;

/** Pieces of one value before it is unknown as a whole. */
export const PIECES_MAX = 4096;

/** Choices between outputs of one command's substitutions that are followed. */
export const CHOICES_MAX = 8;

/** Thrown inside the analysis when a bound is reached; `decide` turns it into a verdict. */
export class LimitReached extends Error {
  override readonly name = "LimitReached";
  /** Which bound, in words for the finding's reason. */
  readonly limit: string;

  constructor(limit: string) {
    super(`Cannot judge the command: ${limit}`);
    this.limit = limit;
  }
}
