/** Languages that start programs in alike ways. */
export type FamilyName = "javascript" | "perl" | "ruby" | "php" | "tcl" | "r" | "lisp" | "other";

/** How a language starts programs, and how it writes what the reader needs to know. */
export interface Family {
  /** A program without this starts nothing. */
  readonly needs?: RegExp;
  /** Callees whose arguments are read, up to where these begin. */
  readonly calls: RegExp;
  /** What names a start of any kind. */
  readonly starters: RegExp;
  /** Literals that are commands, up to and with their opening mark. */
  readonly commands?: RegExp;
  /** What is replaced inside a literal, by its quote. */
  readonly interpolation?: { readonly quotes: string; readonly pattern: RegExp };
  /** The part of a line before a comment's text. */
  readonly comment: RegExp;
  /** The arguments are joined to one command line. */
  readonly isJoined?: boolean;
  /** White space parts arguments. */
  readonly isSpaced?: boolean;
}

const COMMON =
  "system2?|exec[lv]?p?e?|spawn\\w*|p?open[23]?e?|capture[23]?e?|capture2e|pipeline\\w*|passthru|shell_exec|proc_open|pcntl_exec|execute|shell|run|cmd|callCommand|readProcess|spawnCommand|command";

const callsOf = (names: string): RegExp => new RegExp(`\\b(?:${names})\\b\\s*\\(?`, "g");

const HASH = /^\s*#|\s#\s/;

export const FAMILIES: Readonly<Record<FamilyName, Family>> = {
  javascript: {
    needs:
      /child_process|execa|\bBun\b|\bDeno\b|\bzx\b|shelljs|cross-spawn|doShellScript|\$(?:\([^)]*\))?`/,
    calls:
      /\b(?:execSync|execFileSync|execFile|exec|spawnSync|spawn|fork|execa\w*|Command|run|doShellScript)\s*\(|(?:^|[^\w$`])\$(?:\.\w+)?(?:\([^)`]*\))?(?=`)/g,
    starters: /child_process|execa|Bun\.|Deno\.|\bzx\b|shelljs|cross-spawn|doShellScript|\$`/,
    interpolation: { quotes: "`", pattern: /\$\{[^}]*\}/ },
    comment: /^\s*(?:\/\/|\/?\*)|\s\/\/\s/,
  },
  perl: {
    calls: callsOf("system|exec|popen[23]?|open[23]?|run|capture"),
    starters: /\b(?:system|exec|open[23]?|popen|run|capture|IPC::\w+)\b|`|\bqx\b|-\|/,
    commands: /`|\bqx\s*[({[<|!/'"]/g,
    interpolation: { quotes: '"`', pattern: /[$@](?:\w+|\{[^}]*\})(?:[[{][^\]}]*[\]}])?/ },
    comment: HASH,
  },
  ruby: {
    calls: callsOf("system|exec|spawn|popen\\w*|capture\\w*|pipeline\\w*|open|sh"),
    starters: /\b(?:system|exec|spawn|popen\w*|Open3|PTY|open|sh)\b|`|%x/,
    commands: /`|%x\s*[({[<|!/]/g,
    interpolation: { quotes: '"`', pattern: /#\{[^}]*\}/ },
    comment: HASH,
  },
  php: {
    calls: callsOf(
      "system|exec|popen|passthru|shell_exec|proc_open|pcntl_exec|Process|fromShellCommandline",
    ),
    starters: /\b(?:system|exec|popen|passthru|shell_exec|proc_open|pcntl_exec|Process)\b|`/,
    commands: /`/g,
    interpolation: { quotes: '"`', pattern: /\{?\$[\w>-]+(?:\[[^\]]*\])?\}?/ },
    comment: /^\s*(?:#|\/\/|\/?\*)/,
  },
  tcl: {
    calls: /(?!)/g,
    starters: /\b(?:exec|spawn|system|open|send)\b/,
    comment: /(?:^|;)\s*#/,
  },
  r: {
    calls: callsOf("system2?|shell|pipe|run|exec_wait|exec_internal"),
    starters: /\b(?:system2?|shell|pipe|processx|sys::)\b/,
    comment: HASH,
    isJoined: true,
  },
  lisp: {
    calls:
      /\((?:shell-command(?:-to-string)?|async-shell-command|compile|call-process(?:-shell-command)?|process-file|system\*?|uiop:run-program|sh)\s/g,
    starters:
      /shell-command|call-process|start-process|make-process|compile|process|system|run-program/,
    comment: /^\s*;/,
    isSpaced: true,
  },
  other: {
    calls: new RegExp(`\\b(?:${COMMON}|do shell script)\\b\\s*\\(?`, "g"),
    starters: new RegExp(
      `\\b(?:${COMMON}|do shell script|Process|Cmd)\\b|\\bos[.:]\\w+|\\bio\\.popen|\\.execute\\(|\\.!`,
    ),
    interpolation: { quotes: '"`', pattern: /\$(?:\w+|\([^)]*\))|#\{[^}]*\}/ },
    comment: /^\s*(?:#|--|\/\/|%)/,
  },
};
