import { words } from "./words.ts";
import type { Words } from "./words.ts";

/**
 * Programs that start no other program that the gate would judge, whatever their arguments. Each
 * must be one that `decide` follows no further; the property test holds the two together.
 */
const HARMLESS: Words = words(
  `ls ll la cat echo printf grep egrep fgrep rg ag head tail wc pwd mkdir rmdir rm touch stat file tree du df date
  sort uniq cut tr diff cmp comm jq yq column fold nl tac rev sleep true false which whoami hostname uname id
  basename dirname realpath readlink md5sum sha1sum sha256sum cksum od xxd hexdump strings less more bat
  curl wget gh hub pip pip3 ps top kill killall pgrep free uptime lsof netstat ss ping dig nslookup host
  tar zip unzip gzip gunzip zcat chmod chown ruff black isort mypy pyright flake8 pylint eslint prettier tsc
  rustc rustfmt gofmt terraform kustomize helm aws gcloud az wait test clear`,
);

/** Programs that are harmless with these first words. */
const HARMLESS_VERBS: ReadonlyMap<string, Words> = new Map(
  Object.entries({
    git: "status diff log show add commit push pull fetch checkout switch branch merge stash tag remote rev-parse ls-files blame reset restore clone init describe shortlog reflog cherry-pick revert clean rm mv worktree",
    docker: "ps images logs build pull inspect stop start rm rmi info version network volume",
    kubectl: "get describe logs apply delete config version rollout",
    uv: "sync lock add remove venv pip python version --version cache",
    npm: "install ci view ls outdated audit --version version config",
    pnpm: "install --version",
    yarn: "install --version",
    cargo:
      "build check test run clippy fmt doc bench clean new init add remove update install tree metadata publish search --version",
    go: "build vet fmt mod version env",
    node: "--version -v",
    python: "--version -V",
    python3: "--version -V",
    make: "--version",
  }).map(([program, verbs]) => [program, words(verbs)]),
);

/**
 * Whether a command may start a test runner, by a look at its text alone. `false` is certain and
 * lets the hook answer without loading the shell parser: no runner is named, and every stretch
 * between the characters that can begin a command begins with a program that starts no other. It
 * cuts more often than bash does (inside quotes, comments and here-documents), which can only turn
 * the answer to `true`.
 */
export function mayMention(command: string, programs: readonly string[] = []): boolean {
  if (mayNameRunner(command)) return true;
  // bash 5.3 runs `${ command; }` and `${| command; }`. What `${name:=text}` assigns may be expanded a second time.
  if (/\$\{(?:[\s|]|!?\w+(?:\[[^\]]*\])?:?=)/.test(command)) return true;
  return command.split(/[;&|()`\n\r]/).some((segment) => !isHarmless(segment, programs));
}

/** Whether a program is listed as one that starts no other, whatever its arguments. */
export function isHarmlessProgram(program: string): boolean {
  return HARMLESS.has(program) || HARMLESS_VERBS.has(program);
}

/** Whether text names a test runner once quotes and continuations are taken off. */
export function mayNameRunner(text: string): boolean {
  const bare = text.replaceAll(/\\\r?\n|["'\\]/g, "");
  return /py\.?test|e2e|integration/i.test(bare);
}

/** Whether a command of plain words names no test runner and starts no other program. */
export function isHarmlessCommand(argv: readonly string[]): boolean {
  const text = argv.join(" ");
  // Builtins run substitutions inside of subscripts, quoted or not: `test -v 'x[$(command)]'`.
  if (/\$[({]|`/.test(text)) return false;
  return !mayNameRunner(text) && isHarmless(text, []);
}

function isHarmless(segment: string, programs: readonly string[]): boolean {
  const [program, verb] = segment.trim().split(/[ \t]+/, 2);
  if (program === undefined || program === "" || program.startsWith("#")) return true;
  if (runsOptionValue(program, segment)) return false;
  // `printf -v` assigns what it decodes, and arithmetic or `${name@P}` runs what is in it.
  if (program === "printf" && !/^\s*printf\s+(?:'[^'-]|"(?:[^"$\\-]|\\\w)|[\w%])/.test(segment))
    return false;
  if (programs.includes(program)) return false;
  if (program === "cd") return true;
  return (
    HARMLESS.has(program) || (verb !== undefined && HARMLESS_VERBS.get(program)?.has(verb) === true)
  );
}

const VALUE_IS_RUN =
  / --(?:pre|command|to-command|checkpoint-action|use-compress-program|compress-program|info-script|new-volume-script|rmt-command|rsh-command|unzip-command)\b/;

/** Whether the value of an option is a command: `rg --pre`, `tar --to-command`, `aws ecs execute-command --command`. */
function runsOptionValue(program: string, segment: string): boolean {
  // Asked first: making the long expression ready costs more than all else that is asked of most commands.
  if (segment.includes(" --") && VALUE_IS_RUN.test(segment)) return true;
  if (program === "tar") return /\s-?\w*[IF]/.test(segment);
  return program === "zip" && / -\w*TT/.test(segment);
}
