import { words } from "../words.ts";
import type { Words } from "../words.ts";

/** A program that may run a command which it is given as text. */
export interface ExecCall {
  readonly program: string;
  /** The words behind its name; empty where one cannot be known. */
  readonly args: readonly string[];
  /** What it reads: standard input, or the file that it is given for it. */
  readonly input: string;
  /** What a variable of its environment holds, where the command sets it. */
  readonly variable: (name: string) => string | undefined;
}

/** Where a program finds commands. */
interface ExecRule {
  /** Options whose value is one. */
  readonly options?: Words;
  /** In an option's value: what stands before the command. */
  readonly prefix?: RegExp;
  /** In any word or line of its input; the first group is the command. */
  readonly pattern?: RegExp;
  readonly variables?: readonly string[];
}

const SSH: ExecRule = {
  options: words("-o -S"),
  prefix:
    /^\s*(?:ProxyCommand|LocalCommand|KnownHostsCommand|RemoteCommand)\s*[= ]\s*|^(?=[^=]*$)/i,
};
const TAR: ExecRule = {
  options: words(
    "--checkpoint-action --to-command --use-compress-program -I --info-script --new-volume-script -F --rsh-command",
  ),
  prefix: /^(?:exec=)?/,
};
const VIM: ExecRule = {
  pattern:
    /^\+?\s*(?:sil\w*!?\s+|exe\w*\s+["'])?:?[%.\d,$]*(?:r(?:ead)?|w(?:rite)?)?\s*!+\s*(.+)$|^\+?\s*:?ter\w*\s+(.+)$|\b(?:system|systemlist|termopen|jobstart|term_start|job_start)\(\s*\[?["']([^"']+)["']/gm,
};
const ED: ExecRule = { pattern: /^[\d,$%.]*[rew]?\s*!(.+)$/gm };
const NC: ExecRule = { options: words("-e -c --exec --sh-exec") };
const MYSQL: ExecRule = { pattern: /(?:\\!|^\s*system\s)\s*(.+)/gm };
const PAGED: ExecRule = { variables: ["SYSTEMD_PAGER", "PAGER", "SYSTEMD_EDITOR"] };
const IPYTHON: ExecRule = { pattern: /^\s*(?:!!?|%sx\s|%system\s)\s*(.+)$/gm };

const RULES: ReadonlyMap<string, ExecRule> = new Map<string, ExecRule>([
  ["tar", TAR],
  ["gtar", TAR],
  ["bsdtar", TAR],
  ["split", { options: words("--filter") }],
  ["gsplit", { options: words("--filter") }],
  ["rsync", { options: words("-e --rsh --rsync-path") }],
  ["ssh", SSH],
  ["scp", SSH],
  ["sftp", SSH],
  ["rg", { options: words("--pre --hostname-bin") }],
  ["man", { options: words("-P --pager"), variables: ["MANPAGER", "PAGER"] }],
  ["sort", { options: words("--compress-program") }],
  ["zip", { options: words("-TT --unzip-command") }],
  ["socat", { pattern: /(?:^|!!)(?:EXEC|SYSTEM|SHELL):(["']?)([^,"']+)/gim }],
  ["nc", NC],
  ["ncat", NC],
  ["netcat", NC],
  ["tcpdump", { options: words("-z") }],
  ["psql", { pattern: /\\!\s*(.+)/g, variables: ["PSQL_PAGER", "PAGER"] }],
  ["mysql", MYSQL],
  ["mariadb", MYSQL],
  ["sqlite3", { pattern: /^\s*\.(?:shell|system)\s+(.+)$/gm }],
  ...["vim", "vi", "nvim", "view", "ex", "gvim"].map((name) => [name, VIM] as const),
  ["ed", ED],
  ["red", ED],
  [
    "crontab",
    {
      pattern: /^[ \t\ue000\ue001]*(?:@\w+|(?:[\d*][^\s]*[ \t]+){5})[ \t]*(.+)$/gm,
      variables: ["VISUAL", "EDITOR"],
    },
  ],
  ["journalctl", PAGED],
  ["systemctl", PAGED],
  ["ipython", IPYTHON],
  ["ipython3", IPYTHON],
  [
    "aws",
    {
      options: words("--parameters"),
      pattern: /\bcommands?["']?\s*[=:]\s*\[?\s*["']([^"']+)["']/g,
    },
  ],
]);

/** The shell texts that a program of `EXEC_NAMES` runs by itself. */
export function execTexts({ program, args, input, variable }: ExecCall): readonly string[] {
  const rule = RULES.get(program);
  if (rule === undefined) return [];
  const { options, prefix, pattern, variables = [] } = rule;
  const texts = variables.flatMap((name) => variable(name) ?? []);
  for (const [index, word] of options === undefined ? [] : args.entries()) {
    for (const name of options!) {
      const value = valueOf(name, word, args[index + 1]);
      if (value === undefined) continue;
      if (prefix === undefined) texts.push(value);
      else if (prefix.test(value)) texts.push(value.replace(prefix, ""));
    }
  }
  for (const text of pattern === undefined ? [] : [...args, input]) {
    for (const match of text.matchAll(pattern!)) {
      const command = match.slice(1).findLast((group) => group !== undefined && group !== "");
      if (command !== undefined) texts.push(command);
    }
  }
  return texts;
}

/** An option's value: the next word, behind `=`, or in the same word. */
function valueOf(name: string, word: string, next: string | undefined): string | undefined {
  if (word === name) return next;
  if (name.startsWith("--"))
    return word.startsWith(`${name}=`) ? word.slice(name.length + 1) : undefined;
  return word.startsWith(name) && !word.startsWith("--") ? word.slice(name.length) : undefined;
}
