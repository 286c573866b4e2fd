import { spawn } from "node:child_process";
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeScratchRepository } from "../gate/scratch-repository.ts";
import { PYTHON_STAND_INS, REAL_PROGRAMS, STAND_INS } from "./shell-stand-ins.ts";

/** A pytest that a command started in the sandbox. */
export interface LoggedRun {
  readonly cwd: string;
  /** `ALLOW_E2E_TESTS` in the environment of that process; empty where it is not set. */
  readonly approval: string;
  readonly addopts: string | undefined;
  /** Started as a Python module. */
  readonly isModule: boolean;
  readonly args: readonly string[];
}

/** A command is ended after this long: none of them has anything to wait for. */
const COMMAND_TIMEOUT_MS = 10_000;

/** Text that may leave something behind in the repository, which is then set up anew. */
const WRITES = />|\b(?:tee|touch|mkdir|cp|mv|ln|rm|mktemp|nohup|flock|sed -i|chmod|open)\b/;

/**
 * A scratch repository in which real bash runs commands against stand-ins: nothing on its PATH
 * is able to do more than read and write below a temporary directory.
 */
export class ShellSandbox {
  readonly repository: string;
  /** The whole environment of every command. */
  readonly environment: Readonly<Record<string, string>>;
  readonly #directory: string;
  readonly #log: string;
  #id = 0;

  constructor() {
    this.#directory = realpathSync(mkdtempSync(join(tmpdir(), "tapegate-shell-")));
    this.repository = join(this.#directory, "work/repository");
    this.#log = join(this.#directory, "log");
    for (const name of ["bin", "core", "python", "work", "tmp"])
      mkdirSync(join(this.#directory, name));
    writeScratchRepository(join(this.#directory, "template"));
    cpSync(join(this.#directory, "template"), this.repository, {
      recursive: true,
      verbatimSymlinks: true,
    });
    this.#writeStandIns();
    this.#makeHome();
    this.environment = {
      PATH: `${join(this.#directory, "bin")}:${join(this.#directory, "core")}`,
      HOME: join(this.#directory, "home"),
      TMPDIR: join(this.#directory, "tmp"),
      PYTHONPATH: join(this.#directory, "python"),
      PYTHONDONTWRITEBYTECODE: "1",
      LC_ALL: "C.UTF-8",
      TERM: "dumb",
    };
  }

  /** Runs a command as a host does (`bash -c`) and says which pytests it started. */
  async run(
    command: string,
    shell: readonly string[] = ["bash", "-c"],
  ): Promise<readonly LoggedRun[]> {
    this.#id += 1;
    const id = String(this.#id);
    writeFileSync(this.#log, "");
    await new Promise<void>((resolve) => {
      const [program, ...options] = shell;
      const child = spawn(join(this.#directory, "core", program!), [...options, command], {
        cwd: this.repository,
        env: { ...this.environment, TG_ID: id },
        stdio: ["ignore", "pipe", "pipe"],
        detached: true,
      });
      child.stdout.resume();
      child.stderr.resume();
      const end = (): void => {
        try {
          process.kill(-child.pid!, "SIGKILL");
        } catch {
          // The whole group has ended by itself.
        }
      };
      const timer = setTimeout(end, COMMAND_TIMEOUT_MS);
      // `close`, not `exit`: jobs in the background hold the pipes.
      child.on("close", () => {
        clearTimeout(timer);
        end();
        resolve();
      });
      child.on("error", () => resolve());
    });
    return readLog(readFileSync(this.#log, "utf8"), id);
  }

  /** Whether a command may have changed the repository. */
  mayWrite(command: string): boolean {
    return WRITES.test(command);
  }

  /** Sets the repository up anew. */
  reset(): void {
    rmSync(join(this.#directory, "work"), { recursive: true });
    rmSync(join(this.#directory, "home"), { recursive: true });
    mkdirSync(join(this.#directory, "work"));
    this.#makeHome();
    cpSync(join(this.#directory, "template"), this.repository, {
      recursive: true,
      verbatimSymlinks: true,
    });
  }

  close(): void {
    rmSync(this.#directory, { recursive: true, force: true });
  }

  /** A login shell reads the machine's profile, which sets PATH: the user's own sets it back. */
  #makeHome(): void {
    const home = join(this.#directory, "home");
    mkdirSync(home);
    const path = `${join(this.#directory, "bin")}:${join(this.#directory, "core")}`;
    for (const name of [".bash_profile", ".profile"]) {
      writeFileSync(join(home, name), `PATH='${path}'\n`);
    }
  }

  #writeStandIns(): void {
    for (const [name, text] of Object.entries(STAND_INS))
      this.#writeProgram(join("bin", name), text);
    for (const [name, text] of Object.entries(PYTHON_STAND_INS)) {
      writeFileSync(join(this.#directory, "python", name), text.replaceAll("{log}", this.#log));
    }
    const python = findProgram("python3");
    const venv = join(this.#directory, "template/.venv/bin");
    mkdirSync(venv, { recursive: true });
    this.#writeProgram("template/.venv/bin/pytest", STAND_INS["pytest"]!);
    for (const name of ["python", "python3", "python3.11"]) {
      // -S keeps out packages of this machine: the only pytest is the stand-in.
      const text = `exec '${python}' -S "$@"\n`;
      this.#writeProgram(join("bin", name), text);
      this.#writeProgram(join("template/.venv/bin", name), text);
    }
    cpSync(venv, join(this.repository, ".venv/bin"), { recursive: true });
    for (const name of REAL_PROGRAMS) {
      const path = findProgram(name);
      if (path !== undefined) symlinkSync(path, join(this.#directory, "core", name));
    }
  }

  #writeProgram(path: string, text: string): void {
    const target = join(this.#directory, path);
    writeFileSync(target, `#!/bin/sh\n${text.replaceAll("{log}", this.#log)}`);
    chmodSync(target, 0o755);
  }
}

function findProgram(name: string): string | undefined {
  const directories = ["/usr/bin", "/bin", "/usr/local/bin"];
  const paths = directories
    .map((directory) => join(directory, name))
    .filter((path) => existsSync(path));
  return paths.find((path) => {
    accessSync(path, constants.X_OK);
    return true;
  });
}

/** Records are NUL-separated: `@run`, id, directory, approval, addopts, kind, count, arguments. */
function readLog(text: string, id: string): readonly LoggedRun[] {
  const fields = text.split("\0");
  const runs: LoggedRun[] = [];
  for (let at = 0; fields[at] === "@run";) {
    const [, owner, cwd, approval, addopts, kind, count] = fields.slice(at, at + 7);
    const end = at + 7 + Number(count);
    const run = {
      cwd: cwd!,
      approval: approval!,
      addopts: addopts!.startsWith("=") ? addopts!.slice(1) : undefined,
      isModule: kind === "module",
      args: fields.slice(at + 7, end),
    };
    // An empty id is a run whose environment was emptied.
    if (owner === id || owner === "") runs.push(run);
    at = end;
  }
  return runs;
}
