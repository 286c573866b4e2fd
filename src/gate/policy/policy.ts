/** What the gate sanctions. `DEFAULT_POLICY` holds where a repository has no policy file. */
export interface Policy {
  /** Directories below the repository root that hold tests, `/`-separated. @default {["tests"]} */
  readonly testRoots: readonly string[];
  /** Directories whose tests may always run, relative to the root. @default {["tests/unit", "tests/benchmarks"]} */
  readonly sanctionedDirectories: readonly string[];
  /** Directories whose tests need approval, wherever they stand in a path. @default {["tests/e2e", "tests/integration"]} */
  readonly forbiddenDirectories: readonly string[];
  /** Markers that exclude each other; every other marker is free. @default {["unit", "integration", "e2e"]} */
  readonly tierMarkers: readonly string[];
  /** Tier markers that need approval. @default {["integration", "e2e"]} */
  readonly forbiddenMarkers: readonly string[];
  /** Environment variable that approves one run. @default {"ALLOW_E2E_TESTS"} */
  readonly approvalVariable: string;
  /** What an approved run gets. @default {"pass"} */
  readonly onApproved: "pass" | "ask";
  /** Further programs that run the rest of their line. @default {[]} */
  readonly wrappers: readonly WrapperRule[];
  /** Other test runners that are judged too: names of shipped presets or rules. @default {[]} */
  readonly runners: readonly (string | RunnerRule)[];
  /** Set where the policy file cannot be used: then every pytest run is refused with it. @default {undefined} */
  readonly fault?: PolicyFault;
}

/** A policy file that cannot be used, and every reason why. */
export interface PolicyFault {
  /** The file, relative to the repository root: `tapegate.json`. */
  readonly file: string;
  /** One sentence for each problem, with the place in the file: `gate.testRoots[0]: …`. */
  readonly problems: readonly [string, ...string[]];
}

/** A program that runs the rest of its command line. */
interface WrapperRule {
  readonly program: string;
  /** Options that take a value in the next word. @default {[]} */
  readonly optionsWithValue?: readonly string[];
  /** Operands that stand before the wrapped command. @default {0} */
  readonly operands?: number;
}

/**
 * A run of another test runner that needs approval. The rule refuses a run of `program` when every
 * condition that it names holds; an argument that cannot be known counts as whatever it takes to refuse.
 */
export interface RunnerRule {
  readonly name: string;
  readonly program: string;
  /** Each of these words must stand among the arguments; `--option=value` also finds `--option value`. @default {[]} */
  readonly argumentsAll?: readonly string[];
  /**
   * Regular expressions (flag `u`) of which one must match: one argument, or an option and the next
   * argument joined by a space. @default {[]: every run}
   */
  readonly argumentsAny?: readonly string[];
  /** One of these words among the arguments means that no test runs (`--help`, `--list`). @default {[]} */
  readonly argumentsNone?: readonly string[];
}

/** The policy that holds without a policy file. */
export const DEFAULT_POLICY: Policy = {
  testRoots: ["tests"],
  sanctionedDirectories: ["tests/unit", "tests/benchmarks"],
  forbiddenDirectories: ["tests/e2e", "tests/integration"],
  tierMarkers: ["unit", "integration", "e2e"],
  forbiddenMarkers: ["integration", "e2e"],
  approvalVariable: "ALLOW_E2E_TESTS",
  onApproved: "pass",
  wrappers: [],
  runners: [],
};
