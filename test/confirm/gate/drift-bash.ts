import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What bash did with a script. */
export interface DriftAnswer {
  /** The operands of the pytests that it tried to start. */
  readonly ids: readonly string[];
  /** It reads the whole text; `undefined` where it was not asked. */
  readonly isValid: boolean | undefined;
}

/** A script, and whether bash is also asked if the text is valid. */
export interface DriftQuestion {
  readonly script: string;
  readonly isValidityAsked: boolean;
}

/** A script that does not end is ended: nothing in it waits. */
const SCRIPT_TIMEOUT_S = 5;

/** Bash finds no program at all; what it would have started goes into a log instead. */
const HANDLER = '() { printf "%s\\0" @run "$@" >> "$TG_LOG"; }';

/** Runs every script of a folder, one behind the other, each in a folder of its own: they write files. */
const DRIVER = String.raw`
for ((i = 0; i < $2; i++)); do
  cd "$1/$i.d" || exit 1
  IFS= read -r -d '' script < "$1/$i.sh"
  TG_LOG="$1/$i.log" /usr/bin/timeout --foreground -s KILL ${SCRIPT_TIMEOUT_S} /bin/bash --norc -c "$script" < /dev/null > /dev/null 2>&1
  [ -e "$1/$i.ask" ] || continue
  /bin/bash --norc -n -c "$script" 2> /dev/null
  echo $? > "$1/$i.status"
done
exit 0
`;

/** Jobs that scripts left behind in the background may write for this long. */
const REST_MS = 150;

/** Asks bash, which finds no program, what it does with the scripts. */
export async function askBash(
  questions: readonly DriftQuestion[],
): Promise<readonly DriftAnswer[]> {
  const directory = mkdtempSync(join(tmpdir(), "tapegate-drift-"));
  try {
    for (const [index, { script, isValidityAsked }] of questions.entries()) {
      mkdirSync(join(directory, `${index}.d`));
      writeFileSync(join(directory, `${index}.sh`), script);
      writeFileSync(join(directory, `${index}.log`), "");
      if (isValidityAsked) writeFileSync(join(directory, `${index}.ask`), "");
    }
    await runDriver(directory, questions.length);
    return questions.map((question, index) => answerIn(directory, index, question));
  } finally {
    rmSync(directory, { recursive: true, maxRetries: 3 });
  }
}

function answerIn(
  directory: string,
  index: number,
  { isValidityAsked }: DriftQuestion,
): DriftAnswer {
  const words = readFileSync(join(directory, `${index}.log`), "utf8").split("\0");
  const ids = words.filter(
    (word, at) =>
      word.startsWith("tests/e2e/id") && words[at - 1] === "pytest" && words[at - 2] === "@run",
  );
  if (!isValidityAsked) return { ids, isValid: undefined };
  const status = readFileSync(join(directory, `${index}.status`), "utf8").trim();
  return { ids, isValid: status === "0" };
}

function runDriver(directory: string, count: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn("/bin/bash", ["--norc", "-c", DRIVER, "bash", directory, String(count)], {
      env: { PATH: "/nonexistent", "BASH_FUNC_command_not_found_handle%%": HANDLER },
      stdio: "ignore",
      detached: true,
    });
    const end = (): void => {
      try {
        process.kill(-child.pid!, "SIGKILL");
      } catch {
        // The whole group has ended by itself.
      }
    };
    child.on("error", reject);
    child.on("close", (status) => {
      setTimeout(() => {
        end();
        if (status === 0) resolve();
        else reject(new Error(`Cannot run the scripts: bash ended with ${status}.`));
      }, REST_MS);
    });
  });
}
