import type { Span } from "../verdict.ts";
import type { WordValue } from "../word-value.ts";

/**
 * One pytest that a command may start, as the shell side hands it over: launchers and wrappers are
 * taken off, words are evaluated as far as they can be.
 */
export interface PytestRun {
  /** Arguments behind the program (behind `-m pytest` for an interpreter). */
  readonly args: readonly WordValue[];
  /**
   * Environment assignments bound to this very process: leading assignments of its segment, those
   * of the `env` that starts it, carried through wrappers that exec exactly this one command, later
   * ones winning; a name that `env -u`/`env -i` took away is absent. Only these can approve.
   */
  readonly bound: ReadonlyMap<string, WordValue>;
  /**
   * Environment that the run inherits otherwise: the context's, and what `export` set earlier. It
   * carries `PYTEST_ADDOPTS`, never an approval. A name that was removed is absent.
   */
  readonly inherited: ReadonlyMap<string, WordValue>;
  /** Absolute working directory, or `undefined` where it cannot be known. */
  readonly cwd: string | undefined;
  /** The part of the judged command that starts it. */
  readonly span: Span;
  /**
   * An approval stands in the same command but is bound to something else (another segment, a
   * shell that is given a script, an `export`): the message says where it belongs.
   */
  readonly hasMisplacedApproval: boolean;
  /** Called through `pytest.main([...])` or a script: there is no place in the text for an approval. */
  readonly isIndirect: boolean;
}
