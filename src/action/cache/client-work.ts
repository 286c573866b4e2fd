import { AsyncLocalStorage } from "node:async_hooks";
import { oneLine } from "../../report/text.ts";
import { say } from "../say.ts";

/** How long the cache client may work. */
export interface ClientLimits {
  readonly msMax: number;
  /** The job's cancellation: nobody waits any longer then. */
  readonly cancelled: AbortSignal;
}

/** What came of the cache client's work. */
export type ClientWork<T> =
  | { readonly kind: "done"; readonly value: T; readonly lines: readonly string[] }
  | { readonly kind: "given up"; readonly why: string; readonly lines: readonly string[] };

/** What the client says while it does one piece of work. */
interface Talk {
  readonly lines: string[];
  /** Nobody waits for it any more: what it still says concerns nobody. */
  isOver: boolean;
}

/** Lines of the client that are kept; its causes stand in the last ones. */
const LINES_MAX = 500;
const ANNOTATION = /^::(?:error|warning|notice)(?: [^:]*)?::(.*)$/;
const DEBUG = /^::debug::(.*)$/;
/** What the client adds to every refusal, whatever caused it. */
const GUESS = /, another job may be \w+ this cache/;
/** Hides values in the log. */
const MASK = /^::add-mask::/;

const storage = new AsyncLocalStorage<Talk>();
let listening = 0;
let unlisten: (() => void) | undefined;

/**
 * Lets the cache client work within a deadline. It knows no abort, so after the deadline nobody
 * waits for it; and it tells causes in its log alone, so its lines are kept. Its annotations become
 * plain lines: the caller says, once and rightly, what they mean.
 */
export async function letClientWork<T>(
  work: () => Promise<T>,
  limits: ClientLimits,
): Promise<ClientWork<T>> {
  const talk: Talk = { lines: [], isOver: false };
  listen();
  const working = storage.run(talk, work).finally(leaveOff);
  // After the deadline nobody is there to take its failure.
  working.catch(() => undefined);
  const end = openEnd(limits);
  try {
    const ended = await Promise.race([
      working.then((value) => ({ kind: "done", value }) as const),
      end.reached.then((why) => ({ kind: "given up", why }) as const),
    ]);
    return { ...ended, lines: talk.lines };
  } finally {
    talk.isOver = true;
    end.close();
  }
}

/** When the time is over, and why. */
function openEnd({ msMax, cancelled }: ClientLimits): {
  readonly reached: Promise<string>;
  close(): void;
} {
  let close = (): void => undefined;
  const reached = new Promise<string>((settle) => {
    const timer = setTimeout(
      () => settle(`the cache service did not answer within ${msMax / 1000} s`),
      msMax,
    );
    const stop = (): void => settle("the job was cancelled");
    cancelled.addEventListener("abort", stop, { once: true });
    if (cancelled.aborted) stop();
    close = () => {
      clearTimeout(timer);
      cancelled.removeEventListener("abort", stop);
    };
  });
  return { reached, close };
}

function listen(): void {
  listening += 1;
  if (unlisten !== undefined) return;
  const { stdout } = process;
  const write = stdout.write.bind(stdout) as (...parts: readonly unknown[]) => boolean;
  stdout.write = (chunk: string | Uint8Array, ...rest: unknown[]): boolean => {
    const talk = storage.getStore();
    if (talk === undefined) return write(chunk, ...rest);
    const text = typeof chunk === "string" ? chunk : Buffer.from(chunk).toString();
    storage.exit(() => hear(text, talk, (line) => write(line)));
    for (const part of rest) if (typeof part === "function") part();
    return true;
  };
  unlisten = () => {
    stdout.write = write;
  };
}

function leaveOff(): void {
  listening -= 1;
  if (listening > 0) return;
  unlisten?.();
  unlisten = undefined;
}

function hear(text: string, talk: Talk, write: (line: string) => void): void {
  for (const line of text.split(/\r?\n/)) {
    if (line === "") continue;
    if (MASK.test(line)) {
      write(`${line}\n`);
      continue;
    }
    if (talk.isOver) continue;
    const annotation = ANNOTATION.exec(line)?.[1]?.replace(GUESS, "");
    const debug = DEBUG.exec(line)?.[1];
    if (talk.lines.length >= LINES_MAX) talk.lines.shift();
    talk.lines.push(unescapeData(annotation ?? debug ?? line.replace(GUESS, "")));
    if (debug !== undefined) write(`${line}\n`);
    else say(oneLine(unescapeData(annotation ?? line.replace(GUESS, ""))));
  }
}

/** Workflow commands escape what would end them. */
function unescapeData(text: string): string {
  return text.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
}

/** Causes that the client's lines tell, the clearest first. */
const CAUSES: readonly (readonly [RegExp, (found: RegExpExecArray) => string])[] = [
  [/cache (?:read|write) denied.*/, ([text]) => `the cache service refused it: ${oneLine(text)}`],
  [/Rate limited|\(429\)|responded with 429/, () => "the cache service asks to wait (429)"],
  [
    /\((409)\)|responded with (409)/,
    () => "an entry with this key is there already, or another job is writing it",
  ],
  [
    /\(([45]\d\d)\)|responded with ([45]\d\d)/,
    ([, a, b]) => `the cache service answered ${a ?? b}`,
  ],
  [
    /\b(ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN|EPIPE)\b/,
    ([code]) => `the cache service cannot be reached (${code})`,
  ],
  [/Request timeout/, () => "the cache service did not answer in time"],
  [/Cache (?:size of|reservation failed).*/, ([text]) => oneLine(text)],
];

/** Lines by which the client says that it failed. */
const FAILED = /^(?:Failed to (?:restore|save): |Cache reservation failed: )/;

/** Lines that quote what the service sent: no words of the client's. */
const QUOTING = /^(?:Headers|Body|Raw Body|Cache Result)\b/;

/** Why the client failed; `undefined` where its lines tell of no failure. */
export function clientFailure(lines: readonly string[]): string | undefined {
  const failed = lines.findLast((line) => FAILED.test(line));
  if (failed === undefined) return undefined;
  // Its last word hides the cause where a reservation was refused; the lines before tell it.
  for (const line of lines.filter((line) => !QUOTING.test(line)).toReversed()) {
    for (const [pattern, describe] of CAUSES) {
      const found = pattern.exec(line);
      if (found !== null) return describe(found);
    }
  }
  return oneLine(failed.replace(FAILED, ""));
}
