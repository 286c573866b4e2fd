import type { OracleCase } from "./gate-oracle.ts";
import {
  doubleQuoted,
  envQuoted,
  hideWord,
  plainWord,
  singleQuoted,
  writeWord,
} from "./quote-words.ts";
import type { SeededRandom } from "./seeded-random.ts";

/** Words of a run by what pytest selects: e2e, integration or everything. */
const DANGEROUS_ARGUMENTS: readonly (readonly string[])[] = [
  [],
  ["tests/e2e"],
  ["tests/e2e/"],
  ["./tests/e2e"],
  ["tests//e2e"],
  ["tests/unit/../e2e"],
  ["tests/conformance/.."],
  ["tests"],
  ["tests/"],
  ["."],
  ["tests/integration"],
  ["tests/integration/test_integration.py"],
  ["tests/e2e/test_e2e.py::test_e2e"],
  ["tests/e2e/test_e2e.py::test_e2e_slow[a/b]"],
  ["tests/unit", "tests/e2e"],
  ["tests/benchmarks", "tests/e2e"],
  ["tests/e2e", "tests/unit"],
  ["-m", "e2e"],
  ["-me2e"],
  ["-m=e2e"],
  ["-m", "not unit"],
  ["-m", "not slow"],
  ["-m", "unit or e2e"],
  ["-m", "unit or not slow"],
  ["-m", "unit", "-m", "e2e"],
  ["-m", "not e2e"],
  ["-m", "slow", "tests"],
  ["-m", ""],
  ["-xm", "integration"],
  ["-k", "unit or e2e"],
  ["-n", "2"],
  ["-n2", "--dist", "loadfile"],
  ["--cov", "tests/unit"],
  ["--cov=src", "-q"],
  ["--lf"],
  ["-x", "--tb=short", "-q"],
  ["--ignore", "tests/e2e"],
  ["--deselect", "tests/e2e/test_e2e.py", "tests"],
  ["-p", "no:randomly", "tests"],
  ["-o", "addopts=-m e2e"],
  ["--override-ini=addopts=tests/e2e", "tests/unit"],
  ["@tests/args-e2e.txt"],
  ["@tests/args-path.txt", "tests/unit"],
  [".links/e2e"],
  [".links/all"],
  ["--", "tests/e2e"],
  ["-m", "unit", "--", "-m", "e2e"],
  ["--stage", "tests/unit"],
  ["-rA", "--maxfail", "1"],
  ["--timeout", "60", "--reruns", "2", "tests"],
  ["-c", "/dev/null", "tests/e2e"],
];

/** Words of a run that the policy sanctions. */
const SANCTIONED_ARGUMENTS: readonly (readonly string[])[] = [
  ["tests/unit"],
  ["./tests/unit/"],
  ["tests/e2e/../unit"],
  ["tests/unit/test_unit.py"],
  ["tests/unit/test_unit.py::test_unit"],
  ["tests/unit/test_unit.py::test_unit_slow[a/b]"],
  ["tests/unit/test_unit.py::test_unit_slow[c d]"],
  ["tests/unit", "tests/benchmarks"],
  ["tests/conformance"],
  ["tests/test_top.py"],
  ["tests/test_top.py::test_top", "-q"],
  ["src/pkg/test_inline.py"],
  ["-m", "unit"],
  ["-munit"],
  ["-m", "unit", "tests"],
  ["-m", "unit and not slow"],
  ["-m", "not e2e and not integration"],
  ["-m", "not (e2e or integration)", "-x"],
  ["-m", "e2e", "-m", "unit"],
  ["tests/unit", "-k", "e2e"],
  ["tests/unit", "-m", "slow"],
  ["-n", "2", "tests/unit"],
  ["--cov", "src", "tests/unit"],
  ["--maxfail=1", "--tb", "short", "tests/unit"],
  ["-p", "no:randomly", "tests/unit"],
  ["--ignore=tests/e2e", "--ignore=tests/integration", "tests"],
  ["@tests/args-unit.txt"],
  ["--co", "tests/e2e"],
  ["--collect-only", "-q"],
  ["--version"],
  ["--help"],
  ["--markers"],
  ["--fixtures", "tests/e2e"],
  ["--setup-plan", "tests"],
  [".links/unit"],
  ["--codspeed"],
  ["--benchmark-only", "tests"],
  ["--run-slow", "tests/unit"],
  ["tests/unit", "--durations=5", "-rA"],
];

const LAUNCHERS: readonly string[] = [
  "pytest",
  "pytest",
  "pytest",
  "py.test",
  ".venv/bin/pytest",
  "./.venv/bin/pytest",
  '"$PWD/.venv/bin/pytest"',
  "python -m pytest",
  "python3 -m pytest",
  "python -mpytest",
  "python3.11 -u -m pytest",
  "python -X dev -m pytest",
  "python -Xdev -mpytest",
  "python -W ignore -B -m pytest",
  "python -Wignore -um pytest",
  ".venv/bin/python -m pytest",
  "uv run pytest",
  "uv run --frozen pytest",
  "uv run --with pytest-xdist pytest",
  "uv run -- pytest",
  "uv run python -m pytest",
  "uv run -m pytest",
  "uvx pytest",
  "uvx --with pytest-cov pytest",
  "uv tool run pytest",
  "uv tool run --from pytest pytest",
  "poetry run pytest",
  "poetry run python -m pytest",
  "pdm run pytest",
  "hatch run pytest",
  "rye run pytest",
  "pipenv run pytest",
  "pipx run pytest",
  "coverage run -m pytest",
  "coverage run --source src -m pytest",
  "python -m coverage run -m pytest",
  "python -m coverage run --source=src -p -m pytest",
  '"$(command -v pytest)"',
  "$(which pytest)",
];

/** Programs that run exactly the one command behind them: an approval before them reaches it. */
const CARRYING_WRAPPERS: readonly string[] = [
  "time",
  "time -p",
  "timeout 60",
  "timeout -k 5 60s",
  "timeout --signal=KILL 9m",
  "timeout -s TERM --foreground 60",
  "nice",
  "nice -n 5",
  "nice -5",
  "nohup",
  "setsid -w",
  "stdbuf -oL",
  "stdbuf -o L -e0",
  "command",
  "command --",
  "command -p --".replace(" -p", ""),
  "env",
  "env --",
  "env FOO=1",
  "env -u FOO",
  "env -u FOO BAR=2",
  "env -C .",
  "env --chdir=.",
  "ionice -c3",
  "ionice -c 2 -n 7",
  "taskset 3",
  "taskset -c 0",
  "flock .lock",
  "flock -n .lock",
  "xvfb-run -a",
  "xvfb-run -s '-screen 0 800x600x24'",
  "dbus-run-session --",
  "strace -f -o /dev/null",
  "caffeinate -i",
  "env FOO=1 timeout 60",
  "time nice -n 3 timeout 60",
];

/** Programs that run the command behind them in another place, or as somebody else. */
const FOREIGN_WRAPPERS: readonly string[] = [
  "sudo",
  "sudo -E",
  "sudo -u nobody",
  "doas",
  "doas -u nobody",
  "docker run --rm image",
  "docker run --rm -v .:/w -w /w image",
  "docker exec -it box",
  "docker compose run --rm app",
  "docker compose -f compose.yml exec -T app",
  "kubectl exec pod --",
  "kubectl exec -it pod -c main --",
  "screen -dmS tests",
  'env -i PATH="$PATH"',
];

/** Programs that join their words and give them to a shell, which parts and expands them once more. */
const JOINING_WRAPPERS: readonly string[] = [
  "ssh host",
  "ssh -p 2222 -o BatchMode=yes host",
  "tmux new-session -d -s tests",
  "watch",
  "watch -n 5",
];

type Write = (statement: string) => string;

/** A delimiter that does not stand in the text: a second here-document with the same one would end the first. */
function freshEnd(text: string): string {
  let end = "EOF";
  for (let number = 1; text.includes(end); number += 1) end = `END${number}`;
  return end;
}

/** A here-document whose end does not stand in its text; `behind` follows its operator. */
function hereDocument(text: string, behind = ""): string {
  const end = freshEnd(text);
  return `<<'${end}'${behind}\n${text}\n${end}`;
}

const inQuotes =
  (before: string, after = ""): Write =>
  (text) =>
    `${before}${singleQuoted(text)}${after}`;

/** Ways to hand a script to something that runs it. */
const SCRIPT_LAUNCHERS: readonly Write[] = [
  inQuotes("bash -c "),
  inQuotes("sh -c "),
  inQuotes("dash -c "),
  inQuotes("bash -lc "),
  inQuotes("bash -euo pipefail -c "),
  inQuotes("bash -o errexit -c "),
  inQuotes("bash --norc -c ", " name"),
  (text) => `bash -c ${doubleQuoted(text)}`,
  inQuotes("eval "),
  (text) => `eval ${doubleQuoted(text)}`,
  inQuotes("eval -- "),
  (text) => `bash ${hereDocument(text)}`,
  (text) => `bash -s -- a b ${hereDocument(text)}`,
  (text) => `sh ${hereDocument(text)}`,
  (text) => `bash <<< ${singleQuoted(text)}`,
  (text) => `echo ${singleQuoted(text)} | bash`,
  (text) => `printf '%s\\n' ${singleQuoted(text)} | sh`,
  (text) => `printf '%s\\n' ${singleQuoted(text)} | bash -s`,
  (text) => `cat ${hereDocument(text, " | bash")}`,
  (text) => `bash <(echo ${singleQuoted(text)})`,
  (text) => `source <(echo ${singleQuoted(text)})`,
  (text) => `. /dev/stdin <<< ${singleQuoted(text)}`,
  (text) => `trap ${singleQuoted(text)} EXIT`,
  (text) => `bash -c 'eval "$1"' _ ${singleQuoted(text)}`,
  (text) => `bash -c "$(cat ${hereDocument(text)}\n)"`,
  (text) => `X=${singleQuoted(text)}; eval "$X"`,
  (text) => `X=${singleQuoted(text)}; bash -c "$X"`,
  (text) => `bash <<< "$(echo ${singleQuoted(text)})"`,
  (text) => `env bash -c ${singleQuoted(text)}`,
  (text) => `timeout 60 bash -c ${singleQuoted(text)}`,
  (text) => `nohup sh -c ${singleQuoted(text)} >/dev/null 2>&1`,
  (text) => `su -c ${singleQuoted(text)} user`,
  (text) => `su - user -c ${singleQuoted(text)}`,
  (text) => `script -qc ${singleQuoted(text)} /dev/null`,
  (text) => `script -q -c ${singleQuoted(text)} /dev/null`,
  (text) => `ssh host ${singleQuoted(text)}`,
  (text) => `docker run --rm image bash -c ${singleQuoted(text)}`,
  (text) => `docker exec box sh -c ${singleQuoted(text)}`,
  (text) => `uv run bash -c ${singleQuoted(text)}`,
  (text) => `tmux new-session -d ${singleQuoted(text)}`,
  (text) => `watch ${singleQuoted(text)}`,
  (text) => `python -c ${singleQuoted(`import os; os.system(${JSON.stringify(text)})`)}`,
  (text) =>
    `python3 -c ${singleQuoted(`import subprocess\nsubprocess.run(${JSON.stringify(text)}, shell=True)`)}`,
  (text) => `python - <<'EOF'\nimport os\nos.system(${JSON.stringify(text)})\nEOF`,
  (text) => `printf '%s\\n' ${singleQuoted(text)} > r.sh; bash r.sh`,
  (text) => `printf '%s\\n' ${singleQuoted(text)} > r.sh && . ./r.sh`,
  (text) => `cat > r.sh ${hereDocument(`#!/bin/bash\n${text}`)}\nchmod +x r.sh && ./r.sh`,
  (text) => `echo ${singleQuoted(text)} | tee r.sh >/dev/null; sh r.sh`,
  (text) =>
    `xargs -I{} bash -c {} <<< ${singleQuoted(text)}`.replace(
      /^.*$/s,
      () => `echo | xargs -I{} bash -c ${singleQuoted(text)}`,
    ),
  (text) => `find . -maxdepth 0 -exec bash -c ${singleQuoted(text)} \\;`,
  (text) => `flock .lock -c ${singleQuoted(text)}`,
  (text) => `env -S ${doubleQuoted(`bash -c ${envQuoted(text)}`)}`,
  (text) => `env --split-string=${singleQuoted(`-u FOO bash\\_-c ${envQuoted(text)}`)}`,
  (text) => `printf '%s\\0' ${singleQuoted(text)} | xargs -0 -I{} bash -c {}`,
  (text) => `printf '%s\\0' ${singleQuoted(text)} | xargs -0 -n1 bash -c`,
  (text) => `exec 3> r.sh; printf '%s\\n' ${singleQuoted(text)} >&3; exec 3>&-; bash r.sh`,
  (text) => `exec {fd}> r.sh; printf '%s\\n' ${singleQuoted(text)} >&$fd; sh r.sh`,
  (text) => `(exec >> r.sh; printf '%s\\n' ${singleQuoted(text)}); bash r.sh; rm r.sh`,
  (text) => `exec 4>&1 > r.sh; echo ${singleQuoted(text)}; exec >&4; bash < r.sh`,
  (text) => `{ printf '%s\\n' ${singleQuoted(text)} >&5; } 5> r.sh; . ./r.sh`,
  (text) => `{ echo ${singleQuoted(text)} >&2; } 2> r.sh; bash - r.sh`,
  (text) => `(exec <<< ${singleQuoted(text)}; bash)`,
  (text) => `printf '%s\\n' ${singleQuoted(text)} > r.sh; (exec < r.sh; sh -s)`,
  // A script inside of another one writes a file of another name.
  (text) => `printf '%s\\n' ${singleQuoted(text)} > r${text.length}_$$; sh r${text.length}_$$`,
  (text) =>
    `F=r${text.length}_$RANDOM.sh; printf '%s\\n' ${singleQuoted(text)} > "$F"; bash "$F"; rm "$F"`,
  (text) => `F=r${text.length}_$SECONDS; echo ${singleQuoted(text)} | tee $F > /dev/null; . ./$F`,
  (text) =>
    `printf 'unset BASH_ENV\\n%s\\n' ${singleQuoted(text)} > r.sh; BASH_ENV=./r.sh bash -c :`,
  (text) => `printf '%s\\n' ${singleQuoted(text)} > r.sh; "$BASH" r.sh`,
  (text) => `echo ${singleQuoted(text)} > ~/.bashrc; bash -ic : ; rm ~/.bashrc`,
  (text) => `"$BASH" - <<< ${singleQuoted(text)}`,
  (text) => `C=$({ echo ${singleQuoted(text)} >&3; } 3>&1 >/dev/null); eval "$C"`,
  (text) => `echo 'true' | { shopt -s lastpipe; true; }; C=${singleQuoted(text)}; eval "$C"`,
];

/** Quotes as for the shell, which `env` reads in its own way: what comes out may be anything. */
const MISQUOTING_LAUNCHERS: readonly Write[] = [
  (text) => `env -S ${doubleQuoted(`bash -c ${singleQuoted(text)}`)}`,
  (text) => `printf '%s\\n' ${singleQuoted(text)} | xargs -I{} bash -c {}`,
];

/** Those that stay on this machine and in this directory. */
const LOCAL_SCRIPT_LAUNCHERS = SCRIPT_LAUNCHERS.filter(
  (write) => !/^(?:ssh|docker|su|tmux)/.test(write("x")),
);

/** Those that hand the text to bash itself. */
const BASH_SCRIPT_LAUNCHERS = LOCAL_SCRIPT_LAUNCHERS.filter(
  (write) => !/(?:^|[^a-z])(?:sh|dash|watch|flock|script|python3?)\b(?!\.)/.test(write("x")),
);

/**
 * What a plain shell does not know, or reads otherwise, as dash's `echo` does with backslashes: there the text would be
 * an error or another one, and nothing in it harmless for certain.
 */
const BASH_ALONE =
  /\becho\b[^]*\\|\(|\[\[|\bBASH|\bexec \{|-ic |<<<|\$'|\b(?:declare|printf -v|function|coproc|shopt|pushd|read|mapfile|source|time|type|trap)\b|\+=|\|&|\$\{(?:!|\w+[/:,[])|!\s/;

function scriptLaunchers(text: string, statement: Statement): readonly Write[] {
  if (!statement.isHarmless) return [...SCRIPT_LAUNCHERS, ...MISQUOTING_LAUNCHERS];
  if (BASH_ALONE.test(text)) return BASH_SCRIPT_LAUNCHERS;
  return statement.isPortable ? SCRIPT_LAUNCHERS : LOCAL_SCRIPT_LAUNCHERS;
}

/** Places in which a statement stands. `:` keeps each valid whatever the statement is. */
const STRUCTURES: readonly Write[] = [
  (s) => `true && ${s}`,
  (s) => `false || ${s}`,
  (s) => `true; ${s}`,
  (s) => `cd .\n${s}`,
  (s) => `${s} | cat`,
  (s) => `${s} 2>&1 | tail -5`,
  (s) => `${s} |& head -3`,
  (s) => `{ ${s}\n}`,
  (s) => `(${s}\n)`,
  (s) => `( ${s}\n) > /dev/null`,
  (s) => `! ${s}`,
  (s) => `if true; then ${s}\nfi`,
  (s) => `if ${s}\nthen :; fi`,
  (s) => `if false; then :; else ${s}\nfi`,
  (s) => `if false; then :; elif ${s}\nthen :; fi`,
  (s) => `for i in 1; do ${s}\ndone`,
  (s) => `for ((i=0; i<1; i++)); do ${s}\ndone`,
  (s) => `while true; do ${s}\nbreak; done`,
  (s) => `until ${s}\ndo break; done`,
  (s) => `case x in y) :;; x) ${s}\n;; esac`,
  (s) => `case abc in (a*) ${s}\nesac`,
  (s) => `echo "$(${s}\n)"`,
  (s) => `X=$(${s}\n)`,
  (s) => `export X="$(${s}\n)"`,
  (s) => `cat <(${s}\n)`,
  (s) => `true > >(${s}\n); wait`,
  (s) => `${s} &\nwait`,
  (s) => `coproc ${s.startsWith("(") || s.startsWith("{") ? s : `{ ${s}\n}`}; wait`,
  (s) => `[[ -n $(${s}\n) ]]`,
  (s) => `[ -z "$(${s}\n)" ]`,
  (s) => `: "\${UNSET:-$(${s}\n)}"`,
  (s) => `cat <<${freshEnd(s)}\nresult: $(${s}\n)\n${freshEnd(s)}`,
  (s) => `cat <<< "$(${s}\n)"`,
  (s) =>
    `echo $(( 1 + $(${s} >/dev/null\necho 1) ))`.replace("echo $(( 1 + $(", "echo $(( 1 + $( "),
  (s) => `A=( $(${s}\n) )`,
  (s) => `f() { ${s}\n}; f`,
  (s) => `function f { ${s}\n}\nf`,
  (s) => `f() (${s}\n)\nf arg`,
  (s) => `shopt -s expand_aliases\nf() { ${s}\n}\nalias g=f\ng`,
  (s) => `set -e; ${s}`,
  (s) => `set -euo pipefail\n${s}`,
  (s) => `echo start; ${s}\necho done`,
  (s) => `ls >/dev/null && ${s} || true`,
  (s) => `!( ${s}\n)`,
  (s) => `time ${s}`,
  (s) => `(( 1 )) && ${s}`,
  (s) => `test -d tests && ${s}`,
  (s) => `local_only=1; ${s}; unset local_only`,
  (s) => `# pytest tests/unit\n${s} # done`,
  (s) => `${s} > out.log 2>&1; tail -3 out.log`,
  (s) => `${s} </dev/null`,
  (s) => `2>/dev/null ${s}`.replace(/^.*$/s, () => `{ ${s}\n} 2>/dev/null`),
  (s) => `for d in . tests; do echo "$d"; done; ${s}`,
  (s) => `printf '%s\\n' a b | while read -r line; do ${s}\ndone`,
  (s) => `select_none() { :; }; select_none; ${s}`,
  (s) => `mkdir -p build && ${s}`,
  (s) => `if [ -n "$UNSET" ]; then :; else ${s}\nfi`,
  (s) => `while read -r x; do ${s}\ndone <<< a`,
  (s) => `for f in README.*; do ${s}\nbreak; done`,
  (s) => `case $# in 0) ${s}\n;; esac`,
  (s) => `${s} & pid=$!; wait $pid`,
  (s) => `exec 3>&1; ${s} >&3`,
  (s) => `${s} || { echo failed; exit 1; }`,
  (s) => `set +e; ${s}; rc=$?; echo $rc`,
  (s) => `[ -d tests ] || exit 1; ${s}`,
  (s) => `time ( ${s}\n)`,
  (s) => `(set -x; ${s}\n)`,
  (s) => `{ ${s}\n} |& tee all.log`,
  (s) => `f() { local x=1; ${s}\n}; if f; then :; fi`,
  (s) => `f() { if [ "$1" = go ]; then ${s}\nfi; }; f go`,
  (s) => `f() { case $1 in a) shift; f "$@";; *) ${s}\n;; esac; }; f a b`,
  (s) => `echo {a,b}; ${s}; echo *.md`,
  (s) => `echo "it's"; ${s}; echo 'say "hi"'`,
  (s) =>
    `cat <<'X' > /dev/null; ${s}\ntext with ' and " and \`\nX`.replace(/^.*$/s, (text) =>
      s.includes("\n") ? s : text,
    ),
  (s) => `A=1 B="two words" true; ${s}`,
  (s) => `trap - EXIT; ${s}`,
  (s) => `bash -c ': "$@"' _ a b; ${s}`,
  (s) => `((n = 1 << 2)); ${s}`,
  (s) => `declare -A m=([a]=1 [b]=2); ${s}`,
  (s) => `pushd tests >/dev/null && popd >/dev/null && ${s}`,
  (s) => `pushd -n tests/unit >/dev/null; ${s}`,
  (s) => `pushd -n /tmp >/dev/null; popd -n >/dev/null; ${s}`,
  (s) =>
    `pushd tests >/dev/null; pushd unit >/dev/null; popd +1 >/dev/null; popd >/dev/null; ${s}`.replace(
      "popd >/dev/null; ",
      'cd "$OLDPWD/.."; ',
    ),
  (s) => `exec 3> out.log; ${s} >&3`,
  (s) => `exec > out.log 2>&1; ${s}`,
  (s) => `exec 2> err.log; ${s}; cat err.log`,
  (s) => `exec 7<> out.log; ${s} >&7; exec 7>&-`,
  (s) => `exec < /dev/null; ${s}`,
  (s) => `exec {log}>> out.log; ${s} >&$log`,
  (s) => `{ ${s}\n} 3>&1 1>&2 2>&3 | cat`,
  (s) => `shopt -s nocasematch; case ABC in x) :;; abc) ${s}\n;; esac`,
  (s) => `shopt -s nocasematch\ncase abc in A*) ${s}\n;; *) :;; esac`,
  (s) => `shopt -s nocasematch; [[ A == a ]] && ${s}`,
  (s) => `shopt -s extglob\ncase aab in +(a)b) ${s}\n;; esac`,
  (s) => `shopt -s lastpipe; true | ${s}`,
  (s) => `shopt -s lastpipe; echo a | while read -r x; do ${s}\ndone; echo "$x"`,
  (s) => `echo {1..$(${s}\n)}`,
  (s) => `X={a,$(${s}\n)}`,
  (s) => `echo {x,y}{$(${s}\n)..2} > /dev/null`,
  (s) => `declare -i n=1; n+=1; ((n == 2)) && ${s}`,
  (s) => `f() { local -i n=0; n+=1; ${s}\n}; f; declare -f f > /dev/null`,
  (s) => `f() { ${s}\n}; declare -fx f; bash -c f`,
  (s) => `f() { ${s}\n}; eval "$(declare -f f)"; f`,
  (s) => `: > log_$$; ${s}; rm -f log_$$`,
];

/** Text that only mentions pytest. */
const DECOYS: readonly string[] = [
  'echo "pytest tests/e2e"',
  "echo 'run: pytest tests/e2e; pytest'",
  'git commit -m "fix: pytest tests/e2e && pytest"',
  "git commit -F - <<'EOF'\nRun pytest tests/e2e\npytest\nEOF",
  "git log --grep='pytest tests/e2e' -- tests/e2e",
  'grep -rn "pytest tests/e2e" README.md',
  "grep -c pytest notes/pytest.txt",
  "rg -n 'pytest -m e2e' .",
  ":\n# pytest tests/e2e",
  "true # && pytest tests/e2e",
  "cat <<'EOF'\npytest tests/e2e\n$(pytest)\nEOF",
  "cat <<EOF\npytest tests/e2e\nEOF",
  "cat > plan.md <<'EOF'\n- pytest tests/e2e\nEOF",
  'X="pytest tests/e2e"',
  "CMD=(pytest tests/e2e)",
  "case pytest in pyt*) :;; esac",
  "printf '%s\\n' 'pytest tests/e2e'",
  "sed -n '/pytest/p' README.md",
  "sed 's/pytest tests/pytest -m unit/' README.md",
  "awk '/pytest/ {print}' README.md",
  "pip install pytest pytest-xdist",
  "uv pip install pytest",
  "uv add --dev pytest",
  "poetry add pytest",
  "command -v pytest",
  "which pytest",
  "type pytest",
  "hash pytest",
  "ls tests/e2e",
  "cat tests/e2e/test_e2e.py",
  "git diff -- tests/e2e",
  "find tests -name 'test_*.py' -path '*e2e*'",
  "alias t='pytest tests/e2e'",
  "f() { pytest tests/e2e; }",
  "[[ pytest == pytest ]]",
  "[ -f pytest.ini ]",
  "test -n 'pytest tests/e2e'",
  "python -c 'print(\"pytest tests/e2e\")'",
  "python -m pip show pytest",
  "head -3 pytest.ini",
  'for t in pytest mypy; do echo "$t"; done',
  "gh pr create --title 'pytest' --body \"$(cat <<'EOF'\npytest tests/e2e\nEOF\n)\"",
  "docker build -t pytest .",
  "ruff check tests/e2e",
  "mypy tests/e2e",
  "npm run test:unit",
  "wc -l tests/e2e/*.py",
  "curl -s https://example.org/pytest | head",
  "trap 'echo pytest' EXIT",
  "env | grep -i pytest",
  "export PYTEST_ADDOPTS=-q",
  "export ALLOW_E2E_TESTS=1",
  "unset PYTEST_ADDOPTS",
  'basename "$(pwd)" pytest',
  "touch tests/unit/pytest_notes.txt",
  "mkdir -p out && cp pytest.ini out/",
  "kill -0 $$ # pytest",
  "ps aux 2>/dev/null | grep pytest",
  "diff pytest.ini pytest.ini",
  "tail -f /dev/null & kill %1 2>/dev/null; echo pytest",
].filter((text) => !text.startsWith("tail -f"));

interface Statement {
  readonly text: string;
  readonly isHarmless: boolean;
  /** Its paths mean the same in a directory that nobody knows: on another host, in a container. */
  readonly isPortable: boolean;
}

/** A random command, and what its making says of it. */
export function generateCommand(random: SeededRandom): OracleCase {
  const kind = random.below(100);
  if (kind < 14) return { ...nest(decoys(random), random), approval: "none" };
  if (kind < 40) return { ...nest(sanctionedRun(random), random), approval: "none" };
  if (kind < 50) return { ...approved(random), approval: "bound" };
  if (kind < 58) return { ...misapproved(random), approval: "none" };
  if (kind < 70) return { ...peculiar(random), approval: "none" };
  const statement = dangerousRun(random);
  return { ...nest(statement, random), approval: "none" };
}

type Unlabelled = Pick<OracleCase, "command" | "isHarmless">;

/** Puts a statement into places and scripts, sometimes with neighbours. */
function nest(statement: Statement, random: SeededRandom): Unlabelled {
  let { text } = statement;
  for (let depth = random.below(4); depth > 0; depth -= 1) {
    if (random.chance(0.3)) {
      text = random.pick(scriptLaunchers(text, statement))(text);
    } else {
      text = random.pick(STRUCTURES)(grouped(text));
    }
  }
  if (random.chance(0.25)) text = `${random.pick(DECOYS)}\n${text}`;
  if (random.chance(0.12)) text = `${text}\n${random.pick(DECOYS)}`;
  return { command: text, isHarmless: statement.isHarmless };
}

/** Several commands as one: a structure must not part a variable from the command that uses it. */
function grouped(text: string): string {
  return /[\n;]/.test(text) ? `{ ${text}\n}` : text;
}

function decoys(random: SeededRandom): Statement {
  const texts = Array.from({ length: 1 + random.below(3) }, () => random.pick(DECOYS));
  return { text: texts.join("\n"), isHarmless: true, isPortable: true };
}

function dangerousRun(random: SeededRandom): Statement {
  if (random.chance(0.12)) {
    const words = random.pick(DANGEROUS_ARGUMENTS).map((arg) => hideWord(arg, random));
    const preludes = words.map(({ prelude }) => prelude).filter((prelude) => prelude !== "");
    const text = ["pytest", ...words.map((word) => word.text)].join(" ");
    return { text: [...preludes, text].join("; "), isHarmless: false, isPortable: true };
  }
  const text = run(random.pick(DANGEROUS_ARGUMENTS), random);
  return { text, isHarmless: false, isPortable: true };
}

function sanctionedRun(random: SeededRandom): Statement {
  const args = random.pick(SANCTIONED_ARGUMENTS);
  const isPortable = !args.some((arg) =>
    /^[.@]|^src\/|^tests\/(?:test_|e2e\/\.\.)|^--(?:ignore|run)/.test(arg),
  );
  const isForeign = isPortable && random.chance(0.3);
  const text = run(args, random, isForeign ? FOREIGN_WRAPPERS : CARRYING_WRAPPERS);
  return { text, isHarmless: true, isPortable };
}

/** One pytest: launcher, arguments in some spelling, wrappers before it. */
function run(args: readonly string[], random: SeededRandom, wrappers?: readonly string[]): string {
  const isPlain = random.chance(0.4);
  const words = args.map((arg) =>
    isPlain ? { text: plainWord(arg), prelude: "" } : writeWord(arg, random),
  );
  const launcher = spellLauncher(random);
  let text = [launcher.text, ...words.map((word) => word.text)].join(" ");
  const kinds =
    wrappers ??
    random.pick([CARRYING_WRAPPERS, CARRYING_WRAPPERS, FOREIGN_WRAPPERS, JOINING_WRAPPERS]);
  for (let count = random.chance(0.4) ? 1 + random.below(2) : 0; count > 0; count -= 1) {
    text = `${random.pick(kinds)} ${text}`;
  }
  const preludes = [launcher, ...words]
    .map(({ prelude }) => prelude)
    .filter((prelude) => prelude !== "");
  return [...preludes, text].join(random.chance(0.5) ? "; " : "\n");
}

function spellLauncher(random: SeededRandom): { text: string; prelude: string } {
  const launcher = random.chance(0.45) ? "pytest" : random.pick(LAUNCHERS);
  if (launcher === "pytest" && random.chance(0.3)) return writeWord(launcher, random);
  return { text: launcher, prelude: "" };
}

/** An approval that belongs to its run. */
function approved(random: SeededRandom): Unlabelled {
  const inner = run(random.pick(DANGEROUS_ARGUMENTS), random, CARRYING_WRAPPERS);
  // Before the run itself, which is the last line or segment of the text.
  const segment = inner.lastIndexOf("; ");
  const at = Math.max(inner.lastIndexOf("\n") + 1, segment < 0 ? 0 : segment + 2);
  const isSplit = inner.slice(at).includes("\\") || inner.slice(0, at).endsWith("\\\n");
  const whole = isSplit ? "pytest tests/e2e" : inner;
  const start = isSplit ? 0 : at;
  const approval = random.pick([
    "ALLOW_E2E_TESTS=1",
    "ALLOW_E2E_TESTS='1'",
    'ALLOW_E2E_TESTS="1"',
    "env ALLOW_E2E_TESTS=1",
    "FOO=2 ALLOW_E2E_TESTS=1",
    "ALLOW_E2E_TESTS=0 ALLOW_E2E_TESTS=1",
    "ALLOW_E2E_TESTS=1 PYTHONUNBUFFERED=1",
    "env FOO=1 ALLOW_E2E_TESTS=1",
    "env -u FOO ALLOW_E2E_TESTS=1",
  ]);
  const tail = whole.slice(start).trimStart();
  // `time` is a keyword only where nothing stands before it; as a program it takes no -p here.
  const isKeyword = /^time\b/.test(tail);
  const text = isKeyword
    ? `${whole.slice(0, start)}${tail.replace(/^time(?: -p)?(?= )/, (word) => `${word} ${approval}`)}`
    : `${whole.slice(0, start)}${approval} ${tail}`;
  const structure = random.chance(0.5) ? random.pick(STRUCTURES)(grouped(text)) : text;
  return { command: structure, isHarmless: true };
}

/** An approval that stands somewhere else. */
function misapproved(random: SeededRandom): Unlabelled {
  const plain = [random.pick(LAUNCHERS), ...random.pick(DANGEROUS_ARGUMENTS).map(plainWord)].join(
    " ",
  );
  const text = random.pick<Write>([
    (s) => `export ALLOW_E2E_TESTS=1; ${s}`,
    (s) => `ALLOW_E2E_TESTS=1; ${s}`,
    (s) => `export ALLOW_E2E_TESTS=1\n${s}`,
    (s) => `ALLOW_E2E_TESTS=1 true && ${s}`,
    (s) => `ALLOW_E2E_TESTS=1 true | ${s}`,
    (s) => `ALLOW_E2E_TESTS=1\n${s}`,
    (s) => `ALLOW_E2E_TESTS=1 bash -c ${singleQuoted(s)}`,
    (s) => `ALLOW_E2E_TESTS=1 eval ${singleQuoted(s)}`,
    (s) => `env ALLOW_E2E_TESTS=1 sh -c ${singleQuoted(s)}`,
    (s) => `ALLOW_E2E_TESTS=0 ${s}`,
    (s) => `ALLOW_E2E_TESTS=true ${s}`,
    (s) => `ALLOW_E2E_TESTS= ${s}`,
    (s) => `ALLOW_E2E_TESTS=1 env -u ALLOW_E2E_TESTS ${s}`,
    (s) => `ALLOW_E2E_TESTS=1 env -i PATH="$PATH" ${s}`,
    (s) => `ALLOW_E2E_TESTS=1 env ALLOW_E2E_TESTS=2 ${s}`,
    (s) => `ALLOW_E2E_TESTS=1 ALLOW_E2E_TESTS=0 ${s}`,
    (s) => `${s} # ALLOW_E2E_TESTS=1`,
    (s) => `echo ALLOW_E2E_TESTS=1 && ${s}`,
    (s) => `X="ALLOW_E2E_TESTS=1 Y=" ${s}`,
    (s) => `X="|ALLOW_E2E_TESTS=1 Y=" ${s}`,
    (s) => `XALLOW_E2E_TESTS=1 ${s}`,
    (s) => `ALLOW_E2E_TESTS+=1 true; ${s}`,
    (s) => `f() { ${s}\n}; ALLOW_E2E_TESTS=1 f`,
    (s) => `declare -x ALLOW_E2E_TESTS=1; ${s}`,
    (s) => `set -a; ALLOW_E2E_TESTS=1; ${s}`,
    (s) => `(export ALLOW_E2E_TESTS=1; ${s})`,
    (s) => `ALLOW_E2E_TESTS=1 pytest tests/e2e && ${s}`,
    (s) => `export ALLOW_E2E_TESTS=1 && for i in 1; do ${s}\ndone`,
    (s) => `ALLOW_E2E_TESTS=1 bash <<'${freshEnd(s)}'\n${s}\n${freshEnd(s)}`,
    (s) => `allow_e2e_tests=1 ${s}`,
  ])(plain);
  return { command: text, isHarmless: false };
}

/** Forms that are more than a run in a place: what a word becomes decides. */
function peculiar(random: SeededRandom): Unlabelled {
  const isHarmless = random.chance(0.35);
  const path = random.pick(
    isHarmless
      ? ["tests/unit", "tests/unit/test_unit.py", "tests/benchmarks", "tests/conformance"]
      : ["tests/e2e", "tests/integration", "tests", ".", "tests/e2e/test_e2e.py"],
  );
  const marker = isHarmless ? "unit" : "e2e";
  const name = isHarmless ? "unit" : "e2e";
  const forms: readonly string[] = [
    `t() { pytest "$@"; }; t ${path}`,
    `t() { pytest "$1"; }; t ${path} x`,
    `t() { local p=$1; shift; pytest "$p" "$@"; }; t ${path} -q`,
    `shopt -s expand_aliases\nalias t=pytest\nt ${path}`,
    `shopt -s expand_aliases\nalias t='pytest -q'\nt ${path}`,
    `A=(pytest ${path}); "\${A[@]}"`,
    `A=(pytest); A+=(${path}); "\${A[@]}" -q`,
    `A=(${path}); pytest "\${A[@]}"`,
    `A=(-q ${path}); pytest "\${A[*]:0:1}" "\${A[@]:1}"`,
    `declare -A M=([x]=${path}); pytest "\${M[x]}"`,
    `while read -r a b; do $a $b; done <<< "pytest ${path}"`,
    `read -r a b <<< "pytest ${path}"; $a $b`,
    `C="pytest ${path}"; $C`,
    `P=py; T=test; $P$T ${path}`,
    `set -- pytest ${path}; "$@"`,
    `set -- ${path}; pytest "$1"`,
    `set -- -q ${path}; shift; pytest "$@"`,
    `for p in ${path}; do pytest "$p"; done`,
    `for p in ${path} tests/unit; do pytest $p -q; done`,
    `for m in ${marker}; do pytest -m "$m"; done`,
    `for p in py; do \${p}test ${path}; done`,
    `cd tests && pytest ${name}`,
    `cd tests/${name} && pytest`,
    `(cd tests/${name}; pytest -q)`,
    `pushd tests/${name} >/dev/null; pytest; popd`,
    `cd tests/${name}; pytest .; cd -`,
    `cd tests; pytest ./${name}/test_${name}.py`,
    `env -C tests/${name} pytest`,
    `env --chdir=tests pytest ${name}`,
    `cd tests/unit && cd ../${name} && pytest`,
    `D=tests/${name}; cd "$D" && pytest`,
    `cd tests/${name} && cd .. && pytest ${name}`,
    `{pytest,${path}}`,
    `pytest {-q,${path}}`,
    `pytest tests/{${name},unit}`,
    `pytest tests/${name[0]!}*${name.slice(-1)}`
      .replace("tests/e*e", "tests/e*")
      .replace("tests/u*t", "tests/un*"),
    `pytest tests/${name}/test_*.py`,
    `pytest tests/${name.slice(0, 1)}[${name[1]!}]${name.slice(2)}`,
    `pytest "tests/${name}"/*.py -q`,
    `echo ${path} | xargs pytest`,
    `echo ${path} | xargs -n1 pytest -q`,
    `printf '%s\\n' ${path} | xargs -I{} pytest {}`,
    `find tests/${name} -maxdepth 1 -name 'test_*.py' -exec pytest {} +`,
    `find tests/${name} -maxdepth 0 -execdir pytest ${name} \\;`
      .replace("-execdir", "-exec")
      .replace(` ${name} \\;`, " {} \\;"),
    `parallel pytest ::: ${path}`,
    `parallel -j2 pytest -q {} ::: ${path}`,
    `env -S 'pytest ${path}'`,
    `env -S"pytest -q" ${path}`,
    `env --split-string='pytest ${path}'`,
    `env -S 'pytest\\_${path}'`,
    `env -S 'FOO=1 "pytest" # none' ${path}`,
    `env -S 'pytest ${path}\\c tests/e2e'`,
    `env --split='-C tests pytest' ${name}`,
    `T=${path} env -S 'pytest \${T}'`,
    `export T=pytest; env -S '\${T} ${path}'`,
    `printf '%s\\n' tests/unit ${path} | xargs -n1 pytest -q`,
    `printf '%s\\n' ${path} tests/unit | xargs -L1 pytest`,
    `printf '%s:' ${path} | xargs -d: pytest`,
    `echo "'pytest ${path}'" | xargs -I{} bash -c '{}'`,
    `printf '%s END x' ${path} | xargs -E END pytest`,
    `python -c 'import subprocess, shlex; subprocess.run(shlex.split("pytest \\"${path}\\"", posix=True))'`.replace(
      /^.*$/,
      (text) => (isHarmless ? `pytest ${path}` : text),
    ),
    `PYTEST_ADDOPTS='-m ${marker}' pytest`,
    `export PYTEST_ADDOPTS='-m ${marker}'; pytest`,
    `PYTEST_ADDOPTS=${path} pytest tests/unit`,
    `export PYTEST_ADDOPTS=${path}\npytest tests/unit`,
    `PYTEST_ADDOPTS='-m ${marker}' bash -c 'pytest'`,
    `python -c 'import pytest; pytest.main(["${path}"])'`,
    `python -c 'import pytest, sys; sys.exit(pytest.main(["-q", "${path}"]))'`,
    `python - <<'EOF'\nimport pytest\npytest.main(["-m", "${marker}"])\nEOF`,
    `python -c 'from pytest import main; main(["${path}"])'`,
    `python -c "import subprocess; subprocess.run(['pytest', '${path}'])"`,
    isHarmless
      ? `pytest ${path}`
      : `python -c "import runpy, sys; sys.argv = ['pytest', '${path}']; runpy.run_module('pytest', run_name='__main__')"`,
    `bash run_${isHarmless ? "unit" : "e2e"}.sh`,
    `./run_${isHarmless ? "unit" : "e2e"}.sh`,
    `sh ./run_${isHarmless ? "unit" : "e2e"}.sh`,
    `source run_${isHarmless ? "unit" : "e2e"}.sh`,
    `bash run_args.sh ${path}`,
    `source env_${isHarmless ? "unit" : "e2e"}.sh; run_tests`,
    `npm run test:${isHarmless ? "unit" : "e2e"}`.replace(/^npm.*e2e$/, "bash -x run_e2e.sh"),
    `echo 'pytest "$@"' > r.sh; bash r.sh ${path}`,
    `printf 'pytest %s\\n' ${path} > r.sh; sh r.sh`,
    `printf 'pytest %s\\n' ${path} | bash`,
    `X='pytest ${path}'; echo "$X" | sh`,
    `bash -c 'pytest "$@"' _ ${path}`,
    `bash -c 'pytest $0' ${path}`,
    `sh -c 'pytest "$1"' x ${path}`,
    `eval pytest ${path}`,
    `eval "pytest" '${path}'`,
    `T=${path} bash -c 'pytest $T'`,
    `export T=${path}; bash -c 'pytest $T'`,
    `T=${path}; pytest $T`,
    `T=$(echo ${path}); pytest $T`,
    `pytest $(echo ${path})`,
    `pytest \`echo ${path}\``,
    `pytest "\${T:=${path}}"`,
    `pytest "$(printf '%s/%s' . ${path})"`,
    `pytest "\${T-${path}}" -q`,
    `T=x${path}; pytest "\${T:1}"`,
    `T=${path.toUpperCase()}; pytest "\${T,,}"`,
    `IFS=,; T=-q,${path}; pytest $T`,
    `mapfile -t L <<< "${path}"; pytest "\${L[@]}"`,
    `true && { pytest ${path}; }`,
    `case $HOME in *) pytest ${path};; esac`,
    `f() { g; }; g() { pytest ${path}; }; f`,
    `f() { pytest ${path}; }; trap f EXIT`,
    `exec pytest ${path}`,
    `(exec pytest ${path})`,
    `exec -a name pytest ${path}`,
    `command -p true; command pytest ${path}`,
    `builtin command pytest ${path}`,
    `builtin eval 'pytest ${path}'`,
    `\\pytest ${path}`,
    `p''ytest ${path}`,
    `"py"'test' ${path}`,
    `$'\\x70ytest' ${path}`,
    `pyt\\\nest ${path}`,
    `pytest \\\n  ${path} \\\n  -q`,
    `pytest ${path}; echo $?`,
    `yes 2>/dev/null | head -1 >/dev/null; pytest ${path}`,
    `pytest tests/unit && pytest ${path}`,
    `pytest ${path} && pytest tests/unit`,
    `pytest -m unit; pytest ${path}`,
    `ALLOW= pytest ${path}`,
    `>out.log pytest ${path}`,
    `{ pytest ${path}; } 3>&1`,
    `coproc pytest ${path}; wait`,
    `coproc N { pytest ${path}; }; wait`,
    `time -p pytest ${path}`,
    `! pytest ${path}`,
    `!(pytest ${path})`,
    `if ! pytest ${path}; then echo failed; fi`,
    `[[ $(pytest ${path}) ]] && echo`,
    `echo "\${X:-$(pytest ${path})}"`,
    `echo "$(echo "$(pytest ${path})")"`,
    `echo \`pytest ${path}\``,
    `cat <<EOF\n\`pytest ${path}\`\nEOF`,
    `cat <<"EOF" >/dev/null\n$(pytest tests/e2e)\nEOF\npytest ${path}`,
    `cat <<A <<B\n$(pytest ${path})\nA\ntext\nB`,
    `diff <(pytest ${path}) /dev/null`,
    `x=1 y=2 pytest ${path}`,
    `pytest ${path}&wait`,
    `pytest ${path}|cat`,
    `if [ -d tests ];then pytest ${path};fi`,
    `while :;do pytest ${path};break;done`,
    `(pytest ${path})`,
    `((0))||pytest ${path}`,
    `let x=1; pytest ${path}`,
    `uv run --directory tests pytest ${name}`,
    `hatch -e test run pytest ${path}`,
    `poetry -C . run pytest ${path}`,
    `python -m coverage run --branch -m pytest ${path}`,
    `run() { echo "+ $*"; "$@"; }; run pytest ${path}`,
    `retry() { local n=$1; shift; for ((i = 0; i < n; i++)); do "$@" && return; done; }; retry 2 pytest ${path}`,
    `try() { "$@" || echo failed; }; try timeout 60 pytest ${path}`,
    `cmd=(timeout 60 pytest); cmd+=("${path}"); "\${cmd[@]}"`,
    `opts=(); opts+=(-q); pytest "\${opts[@]}" ${path}`,
    `python - ${path} <<'EOF'\nimport sys, pytest\nsys.exit(pytest.main(sys.argv[1:]))\nEOF`.replace(
      /^.*$/s,
      (text) => (isHarmless ? `pytest ${path}` : text),
    ),
    `cat > t.py <<'EOF'\nimport pytest\npytest.main(["${path}"])\nEOF\npython t.py`,
    `make ${name}`,
    `make -s ${name}`,
    `npm run test:${name}`,
    `npm run --silent test:${name} -- -q`,
    `xargs pytest < <(echo ${path})`,
    `xargs -a <(echo ${path}) pytest`.replace(/^.*$/, (text) =>
      isHarmless ? `pytest ${path}` : text,
    ),
    `while IFS= read -r t; do pytest "$t"; done <<'EOF'\n${path}\nEOF`,
    `for t in $(echo ${path}); do pytest "$t"; done`,
    `t=${path}; case $t in tests/*) pytest "$t";; *) echo no;; esac`,
    `if [[ ${path} == tests* ]]; then pytest ${path}; fi`,
    `pytest \${X+-q} ${path}`,
    `pytest \${X:+--co} ${path}`,
    `pytest ${path} \${X:+-m unit}`.replace(/^.*$/, (text) => text),
    `bash -c "cd tests && pytest ${name}"`,
    `bash -c 'cd "$1" && pytest' _ tests/${name}`,
    `(cd tests && exec pytest ${name})`,
    `cd tests && { pytest ${name}; cd ..; }`,
    `cd "$(pwd)/tests/${name}" && pytest`,
    `cd -- tests/${name} && pytest -q`,
    `builtin cd tests/${name}; pytest`,
    `command cd tests/${name} && pytest`,
    `f() { cd tests/${name}; }; f && pytest`,
    `d=$(dirname tests/${name}/x); pytest $d`.replace(/^.*$/, (text) =>
      isHarmless ? `pytest ${path}` : text,
    ),
    `HOME=$PWD; cd ~/tests/${name} && pytest`,
    `HOME=$PWD; pytest ~/tests/${name}`,
    `pytest ~+/tests/${name}`,
    `declare -l T; T=${path.toUpperCase()}; pytest "$T"`,
    `declare -i n=1; n+=1; pytest ${isHarmless ? path : `tests/e\${n}e`}`,
    `declare -ai a=(1 2); a[1]+=0; pytest ${isHarmless ? path : `tests/e\${a[1]}e`}`,
    `declare -i n=7; unset n; n=${path}; pytest $n`,
    `f() { local -i T=1; T+=1; }; f; T=${path}; pytest $T`,
    `shopt -s nocasematch; case ${name.toUpperCase()} in ${name}) pytest ${path};; esac`,
    `shopt -s nocasematch; T=tests/XX; pytest ${isHarmless ? path : `"\${T/xx/${name}}"`}`,
    `shopt -s extglob; T=${path}+++; pytest ${isHarmless ? path : `"\${T%%+(+)}"`}`,
    `shopt -s extglob; P='+(x)'; T=xx${path}; pytest ${isHarmless ? path : `"\${T##$P}"`}`,
    `shopt -s lastpipe; echo ${path} | read -r t; pytest ${isHarmless ? path : '"$t"'}`,
    `shopt -s lastpipe; true | cd tests/${name}; ${isHarmless ? "true" : "pytest"}`,
    `cd tests/${name}; pushd -n /tmp >/dev/null; pytest`,
    `pushd -n "$PWD/tests/${name}" >/dev/null; popd >/dev/null; pytest`,
    `pushd tests/unit >/dev/null; pushd ../${name} >/dev/null; pushd -n / >/dev/null; pytest`,
    `pushd tests/${name} >/dev/null; pushd .. >/dev/null; popd +0 >/dev/null; pytest`,
    `BASH_ALIASES[t]='pytest ${path}'; shopt -s expand_aliases\nt`,
    `exec 3< <(echo ${path}); read -r t <&3; pytest ${isHarmless ? path : '"$t"'}`,
    `exec < <(echo 'pytest ${path}'); bash`,
    `exec < run_${isHarmless ? "unit" : "e2e"}.sh; bash`,
    `bash - run_${isHarmless ? "unit" : "e2e"}.sh`,
    `"$BASH" -e run_${isHarmless ? "unit" : "e2e"}.sh`,
    `BASH_ENV=env_${isHarmless ? "unit" : "e2e"}.sh bash -c run_tests`,
    `export BASH_ENV=run_${isHarmless ? "unit" : "e2e"}.sh; ./run_unit.sh`,
    `D=$PWD; bash "$D/run_${isHarmless ? "unit" : "e2e"}.sh"`,
    `exec 3> r.sh; echo 'pytest tests/e2e' >&3; exec 3> r.sh; echo 'pytest ${path}' >&3; bash r.sh`,
    `exec 3> r.sh; for p in ${path}; do echo "pytest $p" >&3; done; bash r.sh`,
    `exec 3> r.sh 4>&3-; echo 'pytest ${path}' >&4; sh r.sh`,
    `f=$(date 2>/dev/null || echo x)_$$; echo 'pytest ${path}' > "$f"; bash "./$f"`,
    `bash -s <<< 'pytest "$0"'; bash -c 'pytest "$@"' -- ${path}`.replace(/^.*; /, ""),
  ];
  return { command: random.pick(forms), isHarmless };
}
