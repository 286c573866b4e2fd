import type { SeededRandom } from "./seeded-random.ts";

/** Deeper statements are simple commands. */
const DEPTH_MAX = 4;

/** A random bash script by grammar; every pytest in it has an operand of its own. */
export function generateScript(random: SeededRandom): string {
  return new ScriptGenerator(random).script();
}

/** Commands that end something, where there is something to end. */
const STOPS: readonly string[] = [
  "break",
  "continue",
  "break 2",
  "continue 2",
  "break > /nonexistent/x",
  "(exit)",
  "(exit 1)",
  "return 2> /dev/null",
  "return 1",
  "false",
  "true",
  "! true",
  "! ! true",
  "! false",
  "eval break",
  "(break)",
  "exec 8>&1",
  "exec < /dev/null",
  "exec 8>&-",
  "shopt -s nocasematch",
  "shopt -s lastpipe",
  "pushd -n /tmp",
  "popd -n",
];

/** Redirections of a group: that work, and that do not. */
const REDIRECTIONS: readonly string[] = [
  "> /dev/null",
  "2>&1",
  "< /dev/null",
  "< /nonexistent/x",
  "> /nonexistent/x",
  "<<< text",
  ">&2",
  "2>&-",
  "3>&1",
  "3>&1 >&3 3>&-",
  "3< /dev/null <&3",
  "{fd}>&1",
  "&> /dev/null",
];

class ScriptGenerator {
  readonly #random: SeededRandom;
  #id = 0;
  /** Bodies of here-documents that wait for the end of their line. */
  #pending: string[] = [];

  constructor(random: SeededRandom) {
    this.#random = random;
  }

  script(): string {
    return this.#list(0);
  }

  #list(depth: number): string {
    const count = 1 + this.#random.below(depth === 0 ? 3 : 2);
    return Array.from({ length: count }, () => this.#line(depth)).join("");
  }

  /** A statement with its end of line and the here-documents that belong to it. */
  #line(depth: number): string {
    const outer = this.#pending;
    this.#pending = [];
    const end = this.#random.pick([
      "\n",
      "\n",
      "\n",
      " # pytest tests/e2e/comment\n",
      " &\n",
      "\n\n",
    ]);
    const statement = this.#statement(depth);
    const text = `${statement}${end}${this.#pending.join("")}`;
    this.#pending = outer;
    return text;
  }

  #statement(depth: number): string {
    const inner = (): string => this.#statement(depth + 1);
    const block = (): string => {
      // Here-documents of the line so far begin behind its end.
      const bodies = this.#pending.join("");
      this.#pending = [];
      return `\n${bodies}${this.#list(depth + 1)}`;
    };
    if (depth >= DEPTH_MAX) return this.#simple(depth);
    switch (this.#random.below(54)) {
      case 0:
        return `${inner()} && ${inner()}`;
      case 1:
        return `${inner()} || ${inner()}`;
      case 2:
        return `${inner()} | ${inner()}`;
      case 3:
        return `{${block()}}`;
      case 4:
        return `(${block()})`;
      case 5:
        return `if ${inner()}; then${block()}fi`;
      case 6:
        return `if true; then${block()}else${block()}fi`;
      case 7:
        return this.#loop("while", inner(), block());
      case 8:
        return `for x in a "b c" d; do${block()}done`;
      case 9:
        return `case ${this.#word()} in a|b)${block()};; *)${block()}esac`;
      case 10:
        return `f${this.#id}() {${block()}}`;
      case 11: {
        const name = `g${(this.#id += 1)}`;
        return `${name}() {${block()}}; ${name} x`;
      }
      case 12:
        return `! ${inner()}`;
      case 13:
        return `time ${this.#simple(depth, false)}`;
      case 14:
        return `for ((i = 0; i < 1; i++)); do${block()}done`;
      case 15:
        return this.#loop("until", inner(), block());
      case 16:
        return `${this.#simple(depth)} > /dev/null 2>&1`;
      case 17:
        return `[[ -n $(${block()}) && a == b* ]]`;
      case 18:
        return `eval '${this.#simple(DEPTH_MAX).replaceAll("'", "")}'`;
      case 19:
        return this.#random.pick(STOPS);
      case 20:
        return `${inner()} && ${this.#random.pick(STOPS)}`;
      case 21:
        return `${inner()} || ${this.#random.pick(STOPS)}`;
      case 22:
        return `if ${inner()}; then${block()}elif ${inner()}; then${block()}else${block()}fi`;
      case 23:
        return `case a in ${this.#random.pick(["a", "b", "[ab]", "?", "a|b", '"$X"'])})${block()}${this.#random.pick([";;", ";&", ";;&"])} *)${block()}esac`;
      case 24:
        return `{${block()}} ${this.#random.pick(REDIRECTIONS)}`;
      case 25:
        return `printf 'a\\nb\\n' | while read -r line; do${block()}done`;
      case 26: {
        const name = `h${(this.#id += 1)}`;
        return `${name}() {${block()}${this.#random.pick(["return 1", "return", "! true", ":"])}; }; ${name} || ${inner()}`;
      }
      case 27:
        return `(set -- a b; while shift; do${block()}done)`;
      case 28:
        return `for x in; do${block()}done && ${inner()}`;
      case 29:
        return `(trap '${this.#simple(DEPTH_MAX).replaceAll("'", "")}' EXIT;${block()})`;
      case 30:
        return `for x in a b; do${block()}${this.#random.pick(["break", "continue", "! break", "break 2"])}; done || ${inner()}`;
      case 31:
        return `select x in a b; do${block()}break; done < /dev/null`;
      case 32:
        return `${inner()} | ${inner()} | ${inner()} && ${inner()}`;
      case 33:
        return this.#risky();
      default:
        return this.#simple(depth);
    }
  }

  /** A loop that ends: by its last command, or by its count where something in it may skip that. */
  #loop(kind: "while" | "until", clause: string, body: string): string {
    if (!`${clause}${body}`.includes("continue")) {
      const end = this.#random.chance(0.5) ? "break" : `${this.#pytest()}; break`;
      return `${kind} ${clause}; do${body}${end}; done`;
    }
    const count = `n${(this.#id += 1)}`;
    const bound = kind === "while" ? `((${count}++ < 2)) && ` : `((${count}++ > 1)) || `;
    return `${kind} ${bound}{ ${clause}; }; do${body}done`;
  }

  /** A command that fails in a way of its own, or changes how others end. */
  #risky(): string {
    const run = this.#pytest();
    return this.#random.pick([
      `: $((1/0)); ${run}`,
      `: $((1/0))\n${run}`,
      `(: "\${NONE:?none}"; true) || ${run}`,
      `X=1 true > /nonexistent/x || ${run}`,
      `exit 1 2\n${run}`,
      `enable -n true; true || ${run}`,
      `(readonly R=1; R=2; :) || ${run}`,
      `true() { return 1; }; true || ${run}; unset -f true`,
      `false; k() { :; } && ${run}`,
      `set -o pipefail; false | true || ${run}; set +o pipefail`,
      `(set -e; false; ${run})`,
      `(set -u; : $NONE; true) || ${run}`,
      `declare -i j=1/1; ((j - 1)) || ${run}`,
      `command false || builtin true && ${run}`,
      `eval 'false' || ${run}`,
      `eval '' && ${run}`,
      `let 0 || ${run}`,
      `[[ a == b ]] || ${run}`,
      `wait && ${run}`,
      `exec 9< /nonexistent/x || ${run}`,
      `read -r q < /nonexistent/x || ${run}`,
      `read -r q <<< text && ${run}`,
      `coproc true; wait; ${run}`,
      `{ true; } 2> /nonexistent/x || ${run}`,
      `cd /nonexistent || ${run}`,
      `printf -v 'a b' x || ${run}`,
      `return 2> /dev/null || ${run}`,
      `exec 3> t$$; echo '${this.#plain()}' >&3; . ./t$$`,
      `exec {fd}> u; echo '${this.#plain()}' >&$fd; . ./u`,
      `{ echo '${this.#plain()}' >&2; } 2> v; . ./v`,
      `(exec > w; echo '${this.#plain()}'); . ./w`,
      `t=x$RANDOM; echo '${this.#plain()}' > $t; . ./$t`,
      `echo '${this.#plain()}' >> y$SECONDS; for t in y*; do . ./$t; done`,
      `C=$(exec 3>&1 > /dev/null; echo '${this.#plain()}' >&3); $C`,
      `exec <<< '${this.#plain()}'; . /dev/stdin`,
      `declare -i n=1; n+=1; ((n == 2)) && ${run}`,
      `(shopt -s nocasematch; case AB in a?) ${run};; *) :; esac)`,
      `shopt -s nocasematch; case a in A) ${run};; a) :; esac; shopt -u nocasematch`,
      `echo '${this.#plain()}' | { shopt -s lastpipe; read -r q; $q; }`,
      `echo {1..$(${run})}`,
      `q={a,$(${run})}`,
      `case a in {a,$(${run})}) :; esac`,
      `BASH_ALIASES[q]='${this.#plain()}'; eval q`,
      `m() { ${run}; }; eval "$(declare -f m)"; m`,
    ]);
  }

  /** bash 5.2 calls `time A=(…)` damaged inside of a substitution, so that arrays can be left out. */
  #simple(depth: number, isArrayWanted = true): string {
    const command = this.#random.chance(0.6) ? this.#pytest() : this.#builtin(depth, isArrayWanted);
    const assignment = this.#random.chance(0.15) ? `X=${this.#word()} ` : "";
    const redirect = this.#random.chance(0.1) ? " 2>&1" : "";
    const hereDocument = this.#random.chance(0.12) ? this.#hereDocument(depth) : "";
    return `${assignment}${command}${redirect}${hereDocument}`;
  }

  #pytest(): string {
    this.#id += 1;
    const name = this.#random.pick([
      "pytest",
      "pytest",
      "p''ytest",
      "\\pytest",
      '"pytest"',
      "$'pytest'",
      "py\\\ntest",
    ]);
    return `${name} tests/e2e/id${this.#id}${this.#random.chance(0.3) ? ` ${this.#quotedWord()}` : ""}`;
  }

  /** A run that can stand in quotes. */
  #plain(): string {
    this.#id += 1;
    return `pytest tests/e2e/id${this.#id}`;
  }

  #builtin(depth: number, isArrayWanted: boolean): string {
    const substitution = (): string =>
      depth < DEPTH_MAX ? `$(${this.#substituted(depth)})` : "$(true)";
    const forms: readonly (() => string)[] = [
      () => "true",
      () => `echo ${this.#word()} ${this.#quotedWord()}`,
      () => `echo "${substitution()}"`,
      () => `echo ${substitution()} 'pytest tests/e2e/quoted'`,
      () => `Y=${substitution()}`,
      () => `: "\${Z:-${substitution()}}"`,
      () => `echo \`${depth < DEPTH_MAX ? this.#pytest().replaceAll("\\", "") : "true"}\``,
      () => `read -r line < <(${this.#substituted(depth)})`,
      () => `echo $(( 1 + $( ${this.#pytest()} >/dev/null; echo 1 ) ))`,
      () =>
        isArrayWanted ? `A=(${this.#element()} ${substitution()} ${this.#element()})` : "A[1]=2",
      () => `[ "${substitution()}" = x ]`,
      () => `printf '%s\\n' "a;b|c&d" '$(pytest tests/e2e/quoted)'`,
      () => "local_name=1",
      () => `test -n ${this.#quotedWord()}`,
    ];
    return this.#random.pick(forms)();
  }

  /** A substitution's text; a line end before the parenthesis closes comments and here-documents. */
  #substituted(depth: number): string {
    return this.#random.chance(0.5) ? this.#pytest() : `\n${this.#list(depth + 1)}`;
  }

  #hereDocument(depth: number): string {
    this.#id += 1;
    const end = `END${this.#id}`;
    const isQuoted = this.#random.chance(0.5);
    const body =
      isQuoted || depth >= DEPTH_MAX || this.#random.chance(0.5)
        ? "pytest tests/e2e/body\n"
        : `text $(${this.#pytest()}) \\$(pytest tests/e2e/escaped)\n`;
    this.#pending.push(`${body}${end}\n`);
    return ` <<${isQuoted ? `'${end}'` : end}`;
  }

  #word(): string {
    return this.#random.pick([
      "a",
      "b/c",
      "x=1",
      "'s q'",
      '"d q"',
      "$X",
      '"${X[@]}"',
      "\\;",
      "a#b",
      "{a,b}",
      "*.none",
      "~",
      "$((1+2))",
      "${X:-d}",
      "case",
      "done",
      "!",
    ]);
  }

  /** bash 5.2 loses the backslashes of an array's words inside of a substitution. */
  #element(): string {
    const word = this.#word();
    return word.includes("\\") ? "e" : word;
  }

  #quotedWord(): string {
    return this.#random.pick([
      "'a b'",
      '"a $X b"',
      "'# no comment'",
      '"it\'s"',
      "'\"'",
      '"\\""',
      "$'\\''",
      "'a\nb'",
      '"a\nb"',
      "''",
      '"$((1))"',
      '"\\$(pytest)"',
    ]);
  }
}
