import { absolutePath } from "../posix-path.ts";
import type { WordValue } from "../word-value.ts";
import { hasOption, readCommandLine, valuesOf } from "./command-line.ts";
import { findIn, NOTHING, textOf, toLookup, toOpaque, type RunnerCall } from "./runner.ts";
import type { RunnerLookup, RunnerScript } from "./runner-lookup.ts";
import { quoteText, toShellText, unknownText } from "./shell-text.ts";

/** nox: its sessions' calls of `session.run`, read without running the file. Source: nox.thea.codes. */
export function lookUpNox(call: RunnerCall): RunnerLookup {
  const line = readCommandLine(call.args, {
    withValue: [
      "-f",
      "--noxfile",
      "-s",
      "--session",
      "--sessions",
      "-e",
      "-k",
      "--keywords",
      "-t",
      "--tags",
      "-p",
      "--python",
      "--envdir",
      "-db",
      "--default-venv-backend",
    ],
  });
  if (
    hasOption(
      line,
      "-l",
      "--list",
      "--list-sessions",
      "--version",
      "-h",
      "--help",
      "--install-only",
    )
  ) {
    return NOTHING;
  }
  const file = textOf(valuesOf(line, "-f", "--noxfile").at(-1)) ?? "noxfile.py";
  const found = findIn(call.cwd, [file], call.files);
  if (found.kind === "absent") return NOTHING;
  if (found.kind === "unreadable") return toOpaque(found.path, call);
  const sessions = readSessions(found.text);
  // `-s a b`: further operands are sessions too.
  const chosen = [...valuesOf(line, "-s", "--session", "--sessions", "-e"), ...line.operands];
  const names = chosen.map(textOf);
  const isPattern =
    hasOption(line, "-k", "--keywords", "-t", "--tags") || names.includes(undefined);
  const defaults = readDefaults(found.text);
  const wanted = sessions.filter(({ name, isDefault }) => {
    if (isPattern) return true;
    if (names.length > 0)
      return names.some((given) => given === name || given?.replace(/-[\d.]+$|\(.*$/, "") === name);
    return defaults === undefined ? isDefault : defaults.includes(name);
  });
  const known = { posargs: line.rest ?? [], constants: readConstants(found.text) };
  return toLookup(wanted.map((session) => toScript(session, found.folder, known)));
}

interface NoxSession {
  readonly name: string;
  readonly isDefault: boolean;
  readonly body: string;
  /** What the function calls its session. */
  readonly parameter: string;
}

/** Functions that `@nox.session` decorates, each with the text of its body. */
function readSessions(text: string): readonly NoxSession[] {
  const sessions: NoxSession[] = [];
  const heads = [...text.matchAll(/^(?:async\s+)?def\s+(\w+)\s*\(/gm)];
  heads.forEach((head, index) => {
    const previous = heads[index - 1];
    const from = previous === undefined ? 0 : previous.index + previous[0].length;
    const between = text.slice(from, head.index);
    const decorators = /(?:^@[^]*)$/m.exec(between)?.[0] ?? "";
    if (!/^@(?:nox\.)?session\b/m.test(decorators)) return;
    const rest = text.slice(head.index + head[0].length);
    const end = rest.search(/\n(?=[^\s#)])/);
    sessions.push({
      name: /\bname\s*=\s*["']([^"']+)["']/.exec(decorators)?.[1] ?? head[1]!,
      isDefault: !/\bdefault\s*=\s*False\b/.test(decorators),
      body: end === -1 ? rest : rest.slice(0, end),
      parameter: /^\s*(\w+)/.exec(rest)?.[1] ?? "session",
    });
  });
  return sessions;
}

function readDefaults(text: string): readonly string[] | undefined {
  const list = /^nox\.options\.sessions\s*=\s*[[(]([^\])]*)[\])]/m.exec(text)?.[1];
  return list?.match(/["']([^"']+)["']/g)?.map((name) => name.slice(1, -1));
}

/** What arguments of a call may refer to. */
interface Known {
  readonly posargs: readonly WordValue[];
  /** Names that the file gives a text once and never again: the text as written. */
  readonly constants: ReadonlyMap<string, string>;
}

function readConstants(text: string): ReadonlyMap<string, string> {
  const constants = new Map<string, string>();
  for (const [, name = "", value = ""] of text.matchAll(
    /^([A-Za-z_]\w*)\s*=\s*("[^"\\\n]*"|'[^'\\\n]*')\s*(?:#.*)?$/gm,
  )) {
    const uses = text.match(
      new RegExp(
        String.raw`\b${name}\s*(?:[-+*/%|&]|//)?=(?!=)|\b(?:for|as|global|nonlocal)\s+${name}\b`,
        "g",
      ),
    );
    if (uses?.length === 1) constants.set(name, value);
  }
  return constants;
}

function toScript(
  { name, body, parameter }: NoxSession,
  folder: string,
  known: Known,
): RunnerScript {
  const lines: string[] = [];
  const call = new RegExp(
    String.raw`\b${parameter}\.(run|run_always|run_install|chdir|cd|notify)\s*\(`,
    "g",
  );
  for (let match = call.exec(body); match !== null; match = call.exec(body)) {
    const args = splitArguments(body.slice(match.index + match[0].length));
    if (match[1] === "chdir" || match[1] === "cd") lines.push(`cd ${toWord(args[0] ?? "", known)}`);
    else if (match[1] === "notify") lines.push(`nox -s ${toWord(args[0] ?? "", known)}`);
    else {
      const environment = args.flatMap(
        (argument) => /^env\s*=\s*\{([^]*)\}$/.exec(argument)?.[1] ?? [],
      );
      const assignments = [
        ...(environment[0] ?? "").matchAll(/["'](\w+)["']\s*:\s*("[^"]*"|'[^']*')/g),
      ].map(([, key = "", value = ""]) => `${key}=${quoteText(value.slice(1, -1))}`);
      const words = args
        .filter((argument) => !/^\w+\s*=(?!=)/.test(argument) && argument !== "")
        .map((argument) => toWord(argument, known));
      lines.push([...assignments, ...words].join(" "));
    }
  }
  return {
    text: lines.join("\n"),
    cwd: absolutePath(folder, "."),
    origin: `nox session ${name}`,
    environment: new Map(),
  };
}

/** The arguments of a call, up to its closing parenthesis, as written. */
function splitArguments(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  const token =
    /"""[^]*?"""|'''[^]*?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|#[^\n]*|[[({]|[\])}]|,/g;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    if (/^[[({]$/.test(match[0])) depth += 1;
    else if (/^[\])}]$/.test(match[0])) {
      if (depth === 0) return [...parts, text.slice(start, match.index)].map(clean);
      depth -= 1;
    } else if (match[0] === "," && depth === 0) {
      parts.push(text.slice(start, match.index));
      start = match.index + 1;
    }
  }
  return parts.map(clean);
}

function clean(argument: string): string {
  return argument.replaceAll(/#[^\n"']*$/gm, "").trim();
}

/** One argument as shell text: texts joined by nothing or `+`, `*session.posargs`; else unknown. */
function toWord(argument: string, known: Known): string {
  const { posargs } = known;
  if (/^\*\s*\(?\s*\w+\.posargs\b/.test(argument)) {
    const fallback = /\bor\s*[[(]([^\])]*)[\])]/.exec(argument)?.[1];
    return posargs.length === 0 && fallback !== undefined
      ? splitArguments(`${fallback})`)
          .map((part) => toWord(part, { ...known, posargs: [] }))
          .join(" ")
      : toShellText(posargs);
  }
  const literal = /^[rbu]*(?:"""([^]*?)"""|"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')$/.exec(
    known.constants.get(argument) ?? argument,
  );
  if (literal === null) return unknownText(argument.startsWith("*"));
  return quoteText((literal[1] ?? literal[2] ?? literal[3] ?? "").replaceAll(/\\(.)/g, "$1"));
}
