import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { decide } from "../../src/gate/decide.ts";
import { passPlainCommand } from "../../src/gate/plain/pass-plain-command.ts";
import { DEFAULT_POLICY } from "../../src/gate/policy/policy.ts";
import type { Verdict } from "../../src/gate/verdict.ts";
import { treeReader } from "../gate/tree-reader.ts";
import { PytestOracle, selectsForbidden } from "./pytest-oracle.ts";
import type { LoggedRun } from "./shell-sandbox.ts";
import { ShellSandbox } from "./shell-sandbox.ts";

/**
 * Whether bash reads a command without an objection. Composing may make text that it rejects or warns
 * about (a here-document without its end); there a refusal is what the gate promises.
 */
function isAccepted(command: string): boolean {
  const { status, stderr } = spawnSync("bash", ["-n"], { input: command, encoding: "utf8" });
  return status === 0 && stderr === "";
}

/** A command, and what is known of it by the way it was made. */
export interface OracleCase {
  readonly command: string;
  /**
   * `bound`: an `ALLOW_E2E_TESTS=1` in a run's environment is that run's own. Otherwise one that
   * shows up there got in by another way and approves nothing.
   */
  readonly approval: "bound" | "none";
  /** Nothing in it may be refused: decoys, sanctioned and approved runs only. */
  readonly isHarmless: boolean;
}

export interface OracleAnswer {
  readonly case: OracleCase;
  readonly verdict: Verdict["kind"];
  readonly runs: readonly LoggedRun[];
  /** Real bash and real pytest: it would run forbidden tests that nobody approved. */
  readonly isDangerous: boolean;
  /** `miss`: dangerous and not denied; `stopped`: harmless and denied. */
  readonly failure: "miss" | "stopped" | undefined;
}

/** Asks real bash and real pytest what commands do, and the gate what it says of them. */
export class GateOracle {
  readonly #sandboxes: readonly ShellSandbox[];
  readonly #canonical = new ShellSandbox();
  readonly #pytest: PytestOracle;

  constructor(width: number) {
    this.#sandboxes = Array.from({ length: width }, () => new ShellSandbox());
    this.#pytest = new PytestOracle(2);
  }

  get selectionCount(): number {
    return this.#pytest.askedCount;
  }

  /** Judges all cases; `report` is called for each as its answer comes. */
  async askAll(cases: Iterable<OracleCase>, report: (answer: OracleAnswer) => void): Promise<void> {
    const iterator = cases[Symbol.iterator]();
    await Promise.all(
      this.#sandboxes.map(async (sandbox) => {
        for (let next = iterator.next(); next.done !== true; next = iterator.next()) {
          report(await this.#ask(next.value, sandbox));
        }
      }),
    );
  }

  close(): void {
    this.#pytest.close();
    this.#canonical.close();
    for (const sandbox of this.#sandboxes) sandbox.close();
  }

  async #ask(oracleCase: OracleCase, sandbox: ShellSandbox): Promise<OracleAnswer> {
    const { command, approval, isHarmless } = oracleCase;
    const context = {
      cwd: sandbox.repository,
      environment: new Map(Object.entries(sandbox.environment)),
      files: treeReader(sandbox.repository),
    };
    // As the hook asks them.
    const verdict = passPlainCommand(command, context, DEFAULT_POLICY)
      ? "pass"
      : decide(command, context, DEFAULT_POLICY).kind;
    const runs = await sandbox.run(command);
    const mayWrite = sandbox.mayWrite(command);
    const isMoved =
      !mayWrite || isTestTreeUntouched(sandbox.repository, this.#canonical.repository);
    let isDangerous = false;
    for (const run of runs) {
      if (approval === "bound" && run.approval === "1") continue;
      if (await this.#selectsForbidden(run, sandbox, isMoved)) isDangerous = true;
      if (isDangerous) break;
    }
    if (mayWrite) sandbox.reset();
    const failure =
      isDangerous && verdict === "pass"
        ? "miss"
        : isHarmless && !isDangerous && verdict !== "pass" && isAccepted(command)
          ? "stopped"
          : undefined;
    return { case: oracleCase, verdict, runs, isDangerous, failure };
  }

  /** Asked in one repository for all sandboxes where it is the same: only there answers are shared. */
  async #selectsForbidden(
    run: LoggedRun,
    sandbox: ShellSandbox,
    isMoved: boolean,
  ): Promise<boolean> {
    const move = (text: string): string =>
      isMoved ? text.replaceAll(sandbox.repository, this.#canonical.repository) : text;
    const started = {
      args: run.args.map(move),
      cwd: move(run.cwd),
      environment: run.addopts === undefined ? {} : { PYTEST_ADDOPTS: move(run.addopts) },
      ...(run.isModule ? { isModule: true } : {}),
    };
    // What a command wrote is there for that command alone: an answer of another one says nothing.
    const selection = isMoved
      ? await this.#pytest.select(started)
      : await this.#pytest.selectAnew(started);
    return selectsForbidden(selection);
  }
}

/** Files whose text changes what pytest selects. */
const READ_BY_PYTEST = /\.(?:py|ini|toml|cfg|txt)$/;

/** Whether the same names stand in all directories but for what pytest does not look at, with the same text. */
function isTestTreeUntouched(repository: string, canonical: string): boolean {
  const list = (root: string): readonly string[] =>
    readdirSync(root, { recursive: true, encoding: "utf8" })
      .filter((name) => !/\.(?:sh|log|out)$|^\.venv/.test(name))
      .sort();
  const names = list(canonical);
  if (list(repository).join("\n") !== names.join("\n")) return false;
  const read = (root: string): string =>
    names
      .filter((name) => READ_BY_PYTEST.test(name))
      .map((name) => readFileSync(join(root, name), "utf8"))
      .join("\0");
  return read(repository) === read(canonical);
}
