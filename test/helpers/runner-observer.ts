/** What GitHub's runner would make of a step's output. */
export interface Observed {
  readonly annotations: readonly ObservedAnnotation[];
  /** Annotations beyond the runner's quota of ten a level and step. */
  readonly dropped: readonly ObservedAnnotation[];
  /** Commands that change the job: outputs, state, environment, paths, matchers, stopped commands. */
  readonly effects: readonly {
    readonly name: string;
    readonly properties: string;
    readonly value: string;
  }[];
  readonly masks: readonly string[];
  /** The log as people see it: masked values hidden, commands that the runner took left out. */
  readonly log: string;
}

export interface ObservedAnnotation {
  readonly level: "error" | "warning" | "notice";
  readonly message: string;
  readonly properties: Readonly<Record<string, string>>;
}

const REGISTERED = new Set([
  "error",
  "warning",
  "notice",
  "debug",
  "group",
  "endgroup",
  "add-mask",
  "set-output",
  "save-state",
  "set-env",
  "add-path",
  "add-matcher",
  "remove-matcher",
  "echo",
  "stop-commands",
  "internal-set-repo-path",
]);
const ANNOTATIONS_PER_LEVEL_MAX = 10;
const MESSAGE_CHARACTERS_MAX = 4096;

/**
 * Reads a step's output (both streams) as actions/runner does (ActionCommand.cs, OutputManager.cs,
 * commit 258d6c8): `::name props::data` at the start of a trimmed line, `##[name props]data`
 * anywhere, names case-insensitive, lines ended by LF, CR or CRLF.
 */
export function observe(output: string): Observed {
  const step = new ObservedStep();
  for (const line of output.split(/\r\n|\r|\n/)) step.read(line);
  return step.observed();
}

/**
 * A stream as the runner's .NET reader decodes it: a byte order mark at its beginning decides
 * (StreamReader.DetectEncoding), UTF-8 otherwise.
 */
export function decodeStream(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.subarray(2).toString("utf16le");
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    const even = bytes.subarray(2, bytes.length - (bytes.length % 2));
    return Buffer.from(even).swap16().toString("utf16le");
  }
  return bytes.toString("utf8");
}

/** One step's state: commands may be stopped, and masks hold from the line on that sets them. */
class ObservedStep {
  readonly #annotations: ObservedAnnotation[] = [];
  readonly #dropped: ObservedAnnotation[] = [];
  readonly #effects: { name: string; properties: string; value: string }[] = [];
  readonly #masks: string[] = [];
  readonly #log: string[] = [];
  readonly #counts = new Map<string, number>();
  #resumeToken: string | undefined;

  read(line: string): void {
    if (this.#resumeToken !== undefined) {
      const isResumed = [`::${this.#resumeToken}::`, `##[${this.#resumeToken}]`].some((command) =>
        line.includes(command),
      );
      if (isResumed) this.#resumeToken = undefined;
      this.#log.push(this.#masked(line));
      return;
    }
    const command = parseV2(line) ?? parseV1(line);
    if (command === undefined) this.#log.push(this.#masked(line));
    else this.#obey(command);
  }

  observed(): Observed {
    return {
      annotations: this.#annotations,
      dropped: this.#dropped,
      effects: this.#effects,
      masks: this.#masks,
      log: this.#log.join("\n"),
    };
  }

  #obey(command: Command): void {
    const { name, value } = command;
    if (name === "error" || name === "warning" || name === "notice") this.#annotate(name, command);
    else if (name === "add-mask") {
      // A value of several lines is hidden line by line.
      this.#masks.push(...value.split(/\r\n|\r|\n/).filter((line) => line.trim() !== ""));
    } else if (!["debug", "group", "endgroup"].includes(name)) {
      this.#effects.push(command);
      if (name === "stop-commands") this.#resumeToken = value;
    }
  }

  #annotate(level: ObservedAnnotation["level"], { properties, value }: Command): void {
    const count = (this.#counts.get(level) ?? 0) + 1;
    this.#counts.set(level, count);
    // Masked first, cut then: half a secret would be one that nobody hides.
    const message = this.#masked(value).slice(0, MESSAGE_CHARACTERS_MAX);
    const annotation = { level, message, properties: parseProperties(this.#masked(properties)) };
    (count > ANNOTATIONS_PER_LEVEL_MAX ? this.#dropped : this.#annotations).push(annotation);
    this.#log.push(`##[${level}]${this.#masked(value)}`);
  }

  #masked(text: string): string {
    return this.#masks.reduce((shown, mask) => shown.replaceAll(mask, "***"), text);
  }
}

interface Command {
  readonly name: string;
  readonly properties: string;
  readonly value: string;
}

function parseV2(line: string): Command | undefined {
  const text = line.trimStart();
  if (!text.startsWith("::")) return undefined;
  const end = text.indexOf("::", 2);
  if (end < 0) return undefined;
  return toCommand(text.slice(2, end), text.slice(end + 2), unescapeData);
}

function parseV1(line: string): Command | undefined {
  const start = line.indexOf("##[");
  if (start < 0) return undefined;
  const end = line.indexOf("]", start);
  if (end < 0) return undefined;
  return toCommand(line.slice(start + 3, end), line.slice(end + 1), (text) => text);
}

function toCommand(
  head: string,
  data: string,
  decode: (text: string) => string,
): Command | undefined {
  const space = head.indexOf(" ");
  const name = (space < 0 ? head : head.slice(0, space)).toLowerCase();
  if (!REGISTERED.has(name)) return undefined;
  return { name, properties: space < 0 ? "" : head.slice(space + 1), value: decode(data) };
}

function parseProperties(text: string): Record<string, string> {
  const properties: Record<string, string> = {};
  for (const part of text.split(",")) {
    const at = part.indexOf("=");
    if (at > 0) properties[part.slice(0, at).trim()] = unescapeProperty(part.slice(at + 1));
  }
  return properties;
}

function unescapeData(text: string): string {
  return text.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
}

function unescapeProperty(text: string): string {
  return unescapeData(text.replaceAll("%3A", ":").replaceAll("%2C", ","));
}

/** Outputs that a step wrote into its `GITHUB_OUTPUT` file. */
export function parseOutputFile(text: string): Readonly<Record<string, string>> {
  const outputs: Record<string, string> = {};
  for (const match of text.matchAll(/^([^\n=]+)<<(\S+)\r?\n([\s\S]*?)\r?\n\2\r?$/gm)) {
    outputs[match[1]!] = match[3]!;
  }
  return outputs;
}
