/**
 * Programs that the sandbox puts before every real one. Each takes its own options off and runs
 * the rest as the real one would, or does nothing. `{log}` stands for the sandbox's log.
 */

/** Logs its argv, working directory and the environment that pytest reads, and runs nothing. */
const PYTEST = `printf '%s\\0' @run "\${TG_ID-}" "$PWD" "\${ALLOW_E2E_TESTS-}" "\${PYTEST_ADDOPTS+=}\${PYTEST_ADDOPTS-}" program "$#" "$@" >> '{log}'
`;

interface ExecRule {
  /** Patterns of options that take the next word, as a shell's \`case\` writes them. */
  readonly values?: string;
  /** Words that stand before the command: a subcommand, an image, a host. */
  readonly operands?: number;
  /** The command's words are joined and given to a shell. */
  readonly isJoined?: boolean;
  /** Without a command a shell reads standard input. */
  readonly shell?: boolean;
  /** Text that runs for one option: pattern → shell. */
  readonly special?: string;
}

function execute({
  values,
  operands = 0,
  isJoined = false,
  shell = false,
  special = "",
}: ExecRule): string {
  const takes = values === undefined ? "" : `    ${values}) shift 2;;\n`;
  return `options() {
  while [ $# -gt 0 ]; do case "$1" in
${special}${takes}    --) shift; break;;
    -*) shift;;
    *) break;;
  esac; done
  rest "$@"
}
rest() {
${operands > 0 ? `  shift ${operands}\n  [ "$1" = -- ] && shift\n` : ""}  [ $# -gt 0 ] || ${shell ? "exec sh" : "exit 0"}
  ${isJoined ? 'exec sh -c "$*"' : 'exec "$@"'}
}
options "$@"
`;
}

/** Runs what stands behind one of some subcommands; other subcommands do nothing. */
function underSubcommand(subcommands: string, rule: ExecRule): string {
  return `while [ $# -gt 0 ]; do case "$1" in
  -C|--directory|--project|-e|--env) shift 2;;
  -*) shift;;
  *) break;;
esac; done
case "$1" in ${subcommands}) shift;; *) exit 0;; esac
${execute(rule)}`;
}

const UV_VALUES =
  "--with|-p|--python|--project|--group|--extra|--env-file|--package|--index-url|--from|--with-requirements|--with-editable|--no-group|--only-group";

const UV_SPECIAL = `    --directory) cd "$2" || exit 1; shift 2;;
    --directory=*) cd "\${1#*=}" || exit 1; shift;;
    -m|--module) shift; exec python -m "$@";;
`;

/** Runs what stands behind `--`. */
const BEHIND_DASHES = `while [ $# -gt 0 ] && [ "$1" != -- ]; do shift; done
[ $# -gt 1 ] || exit 0
shift
exec "$@"
`;

/** `su`: options anywhere, then the user and the arguments of the user's shell. */
function userShell(special: string): string {
  return `text= ; user=
while [ $# -gt 0 ]; do case "$1" in
  -c|--command) text=$2; shift 2;;
  --command=*) text=\${1#*=}; shift;;
  -s|--shell|-g|-G|-w) shift 2;;
${special}  --) shift; break;;
  *) shift;;
esac; done
[ -z "$text" ] || set -- -c "$text" "$@"
exec sh "$@"
`;
}

/** Items of one list or two, of files, and of lines cut into columns. */
const PARALLEL = `command= ; file= ; columns= ; items=
while [ $# -gt 0 ]; do case "$1" in
  -j|-P|--jobs|-n|-N|--delay|--timeout) shift 2;;
  -a) file=$2; shift 2;;
  --colsep) columns=1; shift 2;;
  -*) shift;;
  *) break;;
esac; done
while [ $# -gt 0 ] && [ "$1" != ::: ] && [ "$1" != :::: ]; do command="$command $1"; shift; done
case "$1" in
  :::) shift; first= ; while [ $# -gt 0 ] && [ "$1" != ::: ]; do first="$first$1
"; shift; done; [ $# -eq 0 ] || shift;;
  ::::) first=$(cat "$2"); set --;;
  *) if [ -n "$file" ]; then first=$(cat "$file"); else first=$(cat); fi;;
esac
[ $# -gt 0 ] || set -- ''
IFS='
'
for one in $first; do for two do
  [ -z "$columns" ] || { two=\${one#* }; one=\${one%% *}; }
  case "$command" in
    *'{'*) sh -c "$(printf '%s' "$command" | sed "s|{1*}|$one|g; s|{2}|$two|g")";;
    *) sh -c "$command $one";;
  esac
done; done
`;

/** Aliases that are shell text, from the command line and from settings, and the editor of \`git commit\`. */
const GIT = `settings=$PWD/.git/config
while [ $# -gt 0 ]; do case "$1" in
  -c) case "$2" in
      alias.*=!*) printf '\\t%s = %s\\n' "$(expr "$2" : 'alias\\.\\([^=]*\\)')" "\${2#*=}" >> "$settings";;
      core.editor=*) GIT_EDITOR=\${2#*=};;
    esac; shift 2;;
  -C) cd "$2" || exit 1; shift 2;;
  -*) shift;;
  *) break;;
esac; done
verb=$1
[ $# -eq 0 ] || shift
case "$verb" in
  config) [ "$1" != --global ] || shift
    case "$1" in alias.*) printf '\\t%s = %s\\n' "\${1#alias.}" "$2" >> "$settings";; esac;;
  commit) case "$GIT_EDITOR$*" in *-m*|'') ;; *) [ -z "$GIT_EDITOR" ] || exec sh -c "$GIT_EDITOR x";; esac;;
  ""|log|diff|status|add|show|push|pull|fetch|checkout|switch|stash|rev-parse|ls-files|grep|rebase|bisect) ;;
  *) text=$(sed -n "s/^[[:space:]]*$verb = !//p" "$settings" 2>/dev/null | tail -n 1)
    [ -z "$text" ] || exec sh -c "$text $*";;
esac
exit 0
`;

const DOCKER_VALUES =
  "-e|--env|-v|--volume|-w|--workdir|-u|--user|--name|--network|-p|--publish|--env-file|-l|--label|--mount|--platform";

/** Program → its text (POSIX shell). */
export const STAND_INS: Readonly<Record<string, string>> = {
  pytest: PYTEST,
  "py.test": PYTEST,
  sudo: execute({
    values: "-u|-g|-h|-p|-C|-D|-r|-t|-T|-U",
    special: '    *=*) export "$1"; shift;;\n    -i|-s) [ $# -gt 1 ] || exec sh; shift;;\n',
  }),
  doas: execute({ values: "-u|-C", special: "    -s) [ $# -gt 1 ] || exec sh; shift;;\n" }),
  "xvfb-run": execute({ values: "-e|-f|-n|-p|-s|-w|--server-args|--server-num|--error-file" }),
  "dbus-run-session": execute({ values: "--dbus-daemon" }),
  strace: execute({ values: "-e|-o|-p|-s|-u|-a|-b|-E|-I|-O|-P|-S|-X" }),
  caffeinate: execute({ values: "-t|-w" }),
  watch: execute({ values: "-n|--interval", isJoined: true }),
  uv: `case "$1 $2" in
  "tool run") shift 2; set -- run "$@";;
esac
${underSubcommand("run", { values: UV_VALUES, special: UV_SPECIAL })}`,
  uvx: execute({ values: UV_VALUES, special: UV_SPECIAL }),
  poetry: underSubcommand("run", {}),
  pdm: underSubcommand("run", { values: "-p|--project|--site-packages" }),
  rye: underSubcommand("run", {}),
  pipenv: underSubcommand("run", {}),
  hatch: underSubcommand("run", {}),
  pipx: underSubcommand("run", { values: "--spec|--python|--pip-args|--index-url" }),
  coverage: `case "$1" in run) shift;; *) exit 0;; esac
${execute({
  values: "--source|--omit|--include|--rcfile|--data-file|--concurrency|--context",
  special: '    -m|--module) shift; exec python -m "$@";;\n',
})}`,
  docker: `case "$1" in
  compose) shift; while :; do case "$1" in -f|-p|--profile|--env-file|--project-name|--file) shift 2;; -*) shift;; *) break;; esac; done;;
esac
case "$1" in run|exec) shift;; *) exit 0;; esac
entry=
while [ $# -gt 0 ]; do case "$1" in
  --entrypoint) entry=$2; shift 2;;
  --entrypoint=*) entry=\${1#*=}; shift;;
  ${DOCKER_VALUES}) shift 2;;
  -*) shift;;
  *) break;;
esac; done
[ $# -gt 0 ] || exit 0
shift
[ "$1" != -- ] || shift
exec $entry "$@"
`,
  kubectl: `case "$1" in exec) shift;; *) exit 0;; esac
while [ $# -gt 0 ] && [ "$1" != -- ]; do shift; done
[ $# -gt 1 ] || exit 0
shift
exec "$@"
`,
  ssh: execute({
    shell: true,
    values: "-p|-i|-l|-o|-F|-J|-L|-R|-D|-b|-c|-E|-m|-O|-S|-W|-w|-Q|-B|-I",
    operands: 1,
    isJoined: true,
  }),
  su: userShell(""),
  runuser: userShell('  -u) shift 2; [ "$1" != -- ] || shift; exec "$@";;\n'),
  script: `text=
while [ $# -gt 0 ]; do case "$1" in
  -c|--command) text=$2; shift 2;;
  -*c) text=$2; shift 2;;
  --command=*) text=\${1#*=}; shift;;
  -O|-I|-B|-T|-m|-E|-o) shift 2;;
  *) shift;;
esac; done
[ -n "$text" ] || exec sh
exec sh -c "$text"
`,
  tmux: `case "$1" in new-session|new|new-window|neww|split-window) shift;; *) exit 0;; esac
${execute({ values: "-s|-n|-c|-t|-x|-y|-F|-e|-l|-f", isJoined: true })}`,
  screen: execute({
    values: "-*S|-c|-e|-h|-p|-s|-t|-T",
    special: '    -X) printf "$3" | exec sh;;\n',
  }),
  parallel: PARALLEL,
  entr: execute({ special: '    -s) exec sh -c "$2";;\n' }),
  concurrently: `while [ $# -gt 0 ]; do case "$1" in
  -n) shift 2;;
  -*) shift;;
  *) sh -c "$1"; shift;;
esac; done
`,
  setpriv: execute({}),
  "start-stop-daemon": `while [ $# -gt 0 ]; do case "$1" in
  --exec) program=$2; shift 2;;
  --) shift; break;;
  *) shift;;
esac; done
exec "$program" "$@"
`,
  "cross-env": `exec env "$@"
`,
  onchange: BEHIND_DASHES,
  "wait-for-it": BEHIND_DASHES,
  "unlisted-wrapper": BEHIND_DASHES,
  tini: execute({}),
  "dumb-init": execute({}),
  npm: `case "$1" in run|run-script) shift;; test|t) set -- test;; *) exit 0;; esac
while [ $# -gt 0 ]; do case "$1" in -*) shift;; *) break;; esac; done
case "$1" in
  test:e2e) exec sh -c "pytest tests/e2e";;
  test:unit) exec sh -c "pytest tests/unit";;
  test) exec sh -c "pytest";;
esac
`,
  pnpm: "exit 0\n",
  yarn: "exit 0\n",
  git: GIT,
  gh: "exit 0\n",
  rg: "exit 0\n",
  pip: "exit 0\n",
  ruff: "exit 0\n",
  mypy: "exit 0\n",
  curl: "exit 0\n",
  // The real one, by the path of the one that runs the tests.
  node: `exec '${process.execPath}' "$@"
`,
  jq: "cat >/dev/null 2>&1; exit 0\n",
  kill: "exit 0\n",
  sleep: "exit 0\n",
};

/** Real programs that commands of the sandbox may use; everything else is not found. */
export const REAL_PROGRAMS: readonly string[] =
  `awk basename split bash cat chmod chrt cp cut dash date dirname env expr false find flock grep head id ionice ln ls make mkdir mktemp
   mv nice nohup perl printf pwd readlink realpath rev rm sed seq setsid sh sort stdbuf tac tail tar taskset tee test time timeout touch tr true
   uniq wc which xargs base64 diff comm paste fold nl stat uname echo`.split(/\s+/);

/** \`pytest\` and \`coverage\` as Python modules that log what they are given. */
export const PYTHON_STAND_INS: Readonly<Record<string, string>> = {
  "pytest.py": `import os, sys
def main(args=None, plugins=None):
    words = sys.argv[1:] if args is None else [os.fspath(word) for word in args]
    addopts = os.environ.get("PYTEST_ADDOPTS")
    fields = ["@run", os.environ.get("TG_ID", ""), os.getcwd(), os.environ.get("ALLOW_E2E_TESTS", ""),
              "" if addopts is None else "=" + addopts, "module", str(len(words)), *words]
    with open(r"{log}", "ab", buffering=0) as log:
        log.write(b"".join(field.encode() + b"\\0" for field in fields))
    return 0
console_main = main
class _Mark:
    def __getattr__(self, name):
        return lambda *a, **k: (a[0] if a and callable(a[0]) else (lambda f: f))
mark = _Mark()
if __name__ == "__main__":
    sys.exit(main())
`,
  "coverage.py": `import runpy, sys
words = sys.argv[1:]
if __name__ == "__main__" and words[:1] == ["run"]:
    words = words[1:]
    while words and words[0] != "-m" and words[0].startswith("-"):
        words = words[2 if words[0] in ("--source", "--omit", "--include", "--rcfile", "--data-file") else 1:]
    if words[:1] == ["-m"]:
        sys.argv = words[1:]
        runpy.run_module(words[1], run_name="__main__", alter_sys=True)
`,
};
