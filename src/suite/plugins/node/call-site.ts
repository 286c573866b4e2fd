import { nodeModule } from "./node-module.ts";

/** Frames searched for the user's code, from the call outwards. */
const FRAME_COUNT_MAX = 100;
/** Of those that are the user's, how many are told. */
const SITES_MAX = 8;

/** A line of a file. */
export interface Position {
  /** As a stack names it: a path, or a `file:` URL. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/** Tells where the user's code asks from. */
export interface CallSites {
  /** The user's frames, the nearest first: `tests/a.test.ts:12`, relative to the suite's directory; some at most. */
  readonly current: () => readonly string[];
  /** The same for a position that somebody knows. */
  readonly at: (position: Position) => string | undefined;
  /** Names a file as call sites do. */
  readonly relative: (file: string) => string;
}

/** @param root Directory that names start from. @param ownFile The plug-in. */
export function openCallSites(root: string, ownFile: string): CallSites {
  const path = nodeModule("path");
  const url = nodeModule("url");
  /** File as stacks name it → as call sites do; `undefined` where it is not the user's. */
  const names = new Map<string, string | undefined>();

  const relative = (file: string): string => path.relative(root, file).replaceAll("\\", "/");
  const toName = (written: string): string | undefined => {
    const file = written.startsWith("file:") ? toPath(written) : written;
    if (file === undefined || file === ownFile || !path.isAbsolute(file)) return undefined;
    const name = relative(file);
    return name.startsWith("../") || path.isAbsolute(name) || /(?:^|\/)node_modules\//.test(name)
      ? undefined
      : name;
  };
  const toPath = (text: string): string | undefined => {
    try {
      return url.fileURLToPath(text.replace(/[?#].*$/u, ""));
    } catch {
      return undefined;
    }
  };
  const nameOf = (file: string): string | undefined => {
    if (!names.has(file)) names.set(file, toName(file));
    return names.get(file);
  };

  const at: CallSites["at"] = ({ file, line }) => {
    const name = nameOf(file);
    return name === undefined ? undefined : `${name}:${line}`;
  };

  return {
    relative,
    at,
    current: () => {
      const sites = new Set<string>();
      for (const frame of framesOf(currentStack())) {
        const site = at(frame);
        if (site !== undefined) sites.add(site);
        if (sites.size === SITES_MAX) break;
      }
      return [...sites];
    },
  };
}

/** The stack as text: whoever maps stacks to what was written (a loader, a runner) does so for texts. */
function currentStack(): string {
  const { stackTraceLimit } = Error;
  try {
    Error.stackTraceLimit = FRAME_COUNT_MAX;
    const { stack } = new Error("where");
    return typeof stack === "string" ? stack : "";
  } catch {
    // A suite's own `prepareStackTrace` may fail.
    return "";
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** Positions of a stack's lines: `at ask (file:///a.mjs:3:5)`, `at async C:\a.js:3:5`. */
export function* framesOf(stack: string): Generator<Position> {
  for (const text of stack.split("\n")) {
    const match = /^\s+at (?:.*? \()?(?:async )?(.+?):(\d+):\d+\)?$/u.exec(text);
    if (match === null) continue;
    const [, file = "", line] = match;
    if (!file.startsWith("node:")) yield { file, line: Number(line) };
  }
}
