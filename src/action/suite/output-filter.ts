/**
 * Keeps the suite's output from commanding the runner. Annotations, groups and masks pass;
 * everything that sets outputs, state, environment, matchers or stops commands is defused.
 *
 * Facts from actions/runner `ActionCommand.cs` and `OutputManager.cs`: both streams are parsed;
 * `::name props::data` counts at the start of a line after white space is trimmed, the older
 * `##[name props]data` anywhere in a line; names are case-insensitive; .NET ends a line at LF, CR
 * and CRLF.
 */

/** Commands that can do no more than show something or hide something. */
const HARMLESS: ReadonlySet<string> = new Set([
  "error",
  "warning",
  "notice",
  "debug",
  "group",
  "endgroup",
  "section",
  "command",
  "add-mask",
]);

/** A longer line is cut into pieces of this size, each judged as a line of its own. */
const LINE_BYTES_MAX: number = 1 << 20;

const LF = 0x0a;
const CR = 0x0d;
const BACKSLASH = 0x5c;

/** Marks after which the runner would read another encoding than the filter did: UTF-16, UTF-32. */
const BYTE_ORDER_MARKS: readonly Buffer[] = [
  Buffer.of(0xff, 0xfe),
  Buffer.of(0xfe, 0xff),
  Buffer.of(0x00, 0x00, 0xfe, 0xff),
];
/** A reader that got fewer bytes at once still waits for a mark. */
const MARK_BYTES_MAX = 4;

/** Filters one stream, line by line. Bytes that are no text pass unchanged. */
export class OutputFilter {
  #rest: Buffer = Buffer.alloc(0);
  #mayBeginWithMark = true;
  readonly #write: (bytes: Buffer) => void;
  readonly #onCommand: (name: string) => void;

  /**
   * `write` receives whole, defused lines with their line ends; `onCommand` the lower-case name of
   * every command that passes.
   */
  constructor(write: (bytes: Buffer) => void, onCommand: (name: string) => void = () => undefined) {
    this.#write = write;
    this.#onCommand = onCommand;
  }

  /** Takes the next bytes of the stream; an unfinished line waits for its end. */
  push(chunk: Buffer): void {
    let bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    const out: Buffer[] = [];
    let from = 0;
    if (!mayCommand(bytes)) {
      from = wholeLinesEnd(bytes);
      if (from > 0) out.push(bytes.subarray(0, from));
    }
    const ends = new LineEnds(bytes);
    for (let end = ends.after(from); end > 0; end = ends.after(from)) {
      out.push(defuseLine(bytes.subarray(from, end), this.#onCommand));
      from = end;
    }
    bytes = bytes.subarray(from);
    while (bytes.length >= LINE_BYTES_MAX) {
      out.push(defuseLine(bytes.subarray(0, LINE_BYTES_MAX), this.#onCommand), Buffer.of(LF));
      bytes = bytes.subarray(LINE_BYTES_MAX);
    }
    this.#rest = Buffer.from(bytes);
    if (out.length > 0) this.#put(Buffer.concat(out));
  }

  /** The stream ended: writes what waits, with a line end, so that our own next line starts fresh. */
  end(): void {
    if (this.#rest.length === 0) return;
    this.#put(Buffer.concat([defuseLine(this.#rest, this.#onCommand), Buffer.of(LF)]));
    this.#rest = Buffer.alloc(0);
  }

  /** What the stream begins with must not tell the runner to read it in another encoding. */
  #put(bytes: Buffer): void {
    const isMarked =
      this.#mayBeginWithMark &&
      BYTE_ORDER_MARKS.some((mark) => bytes.subarray(0, mark.length).equals(mark));
    const safe = isMarked ? Buffer.concat([Buffer.of(BACKSLASH), bytes]) : bytes;
    if (safe.length >= MARK_BYTES_MAX) this.#mayBeginWithMark = false;
    this.#write(safe);
  }
}

function mayCommand(bytes: Buffer): boolean {
  return bytes.includes("::") || bytes.includes("##[");
}

/** Where the last whole line ends; a carriage return that comes last may be half of an end. */
function wholeLinesEnd(bytes: Buffer): number {
  const lf = bytes.lastIndexOf(LF);
  const cr = bytes.length < 2 ? -1 : bytes.lastIndexOf(CR, bytes.length - 2);
  return Math.max(lf, cr) + 1;
}

/** Ends of lines, found in one pass: a progress bar writes thousands of lone carriage returns. */
class LineEnds {
  readonly #bytes: Buffer;
  #lf = -1;
  #cr = -1;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    this.#lf = next(bytes, LF, 0);
    this.#cr = next(bytes, CR, 0);
  }

  /** Where the line that begins at `from` ends, its end included; 0 where no whole line is there yet. */
  after(from: number): number {
    const bytes = this.#bytes;
    if (this.#lf < from) this.#lf = next(bytes, LF, from);
    if (this.#cr < from) this.#cr = next(bytes, CR, from);
    if (this.#cr < this.#lf) {
      // A carriage return that comes last may be half of an end.
      if (this.#cr + 1 === bytes.length) return 0;
      return bytes[this.#cr + 1] === LF ? this.#cr + 2 : this.#cr + 1;
    }
    return this.#lf === this.#cr ? 0 : this.#lf + 1;
  }
}

/** Where a byte stands next; beyond the end where it does not. */
function next(bytes: Buffer, byte: number, from: number): number {
  const at = bytes.indexOf(byte, from);
  return at < 0 ? Number.POSITIVE_INFINITY : at;
}

// Latin-1 maps each byte to one character and back, so that what is no UTF-8 survives.
// Anything that is no visible ASCII may be white space to the runner, and a letter beyond ASCII may
// be one of ASCII where case is ignored.
const COMMAND_AT_START = /^([^\x21-\x7e]*)::([A-Za-z\x80-\xff][\w\x80-\xff-]*)(?=[ :])/;
const LEGACY_COMMAND = /##\[(\s*)([A-Za-z\x80-\xff][\w\x80-\xff-]*)/g;

/** One line with every command that is not harmless made plain text by a backslash. */
export function defuseLine(
  line: Buffer,
  onCommand: (name: string) => void = () => undefined,
): Buffer {
  if (!mayCommand(line)) return line;
  const text = line.toString("latin1");
  const passes = (name: string): boolean => {
    const isHarmless = HARMLESS.has(name.toLowerCase());
    if (isHarmless) onCommand(name.toLowerCase());
    return isHarmless;
  };
  const safe = text
    .replace(COMMAND_AT_START, (whole, space: string, name: string) =>
      passes(name) ? whole : `${space}:\\:${name}`,
    )
    .replace(LEGACY_COMMAND, (whole, space: string, name: string, at: number) =>
      isOnlySpace(text.slice(0, at)) && passes(name) ? whole : `##\\[${space}${name}`,
    );
  return safe === text ? line : Buffer.from(safe, "latin1");
}

function isOnlySpace(text: string): boolean {
  return /^[^\x21-\x7e]*$/.test(text);
}
