import { absolutePath } from "../posix-path.ts";
import type { WordValue } from "../word-value.ts";
import { hasOption, readCommandLine, valuesOf, type CommandLine } from "./command-line.ts";
import {
  commandScript,
  findPackage,
  findWorkspaces,
  scriptsFor,
  type PackageFile,
} from "./package-scripts.ts";
import { NOTHING, textOf, toLookup, toOpaque, type RunnerCall } from "./runner.ts";
import type { RunnerLookup } from "./runner-lookup.ts";

/** What one package manager calls its verbs, its folders and its workspaces. */
interface Manager {
  readonly withValue: readonly string[];
  /** Options that move it to another folder. */
  readonly folder: readonly string[];
  /** Options that name workspaces; a flag among them means all. */
  readonly workspace: readonly string[];
  readonly run: readonly string[];
  /** Verbs that run the rest of the line as a command. */
  readonly exec: readonly string[];
  /** Verbs that are short for the script of a name. */
  readonly aliases: ReadonlyMap<string, readonly string[]>;
  /** Whether any other operand is the name of a script, or of a program of a dependency. */
  readonly runsBareNames: boolean;
}

/**
 * Scripts that a manager runs by itself before something leaves the machine. Those around `install`
 * are not read: nobody keeps a test suite there. Source: docs.npmjs.com, "scripts".
 */
const LIFE_CYCLES: readonly (readonly [string, readonly string[]])[] = [
  ["pack", ["prepack", "prepare", "postpack"]],
  ["publish", ["prepublishOnly", "prepack", "prepare", "postpack", "publish", "postpublish"]],
];

const NPM_SHORT: readonly (readonly [string, readonly string[]])[] = [
  ["test", ["test"]],
  ["tst", ["test"]],
  ["t", ["test"]],
  ["start", ["start"]],
  ["stop", ["stop"]],
  ["restart", ["stop", "restart", "start"]],
];

/** `npm install-test` installs and tests. */
const NPM_INSTALL_TEST = [
  "install-test",
  "it",
  "install-ci-test",
  "cit",
  "clean-install-test",
  "sit",
].map((name) => [name, ["test"]] as const);

const MANAGERS: ReadonlyMap<string, Manager> = new Map([
  [
    "npm",
    {
      withValue: [
        "--prefix",
        "-C",
        "-w",
        "--workspace",
        "-c",
        "--call",
        "-p",
        "--package",
        "--loglevel",
        "--script-shell",
      ],
      folder: ["--prefix", "-C"],
      workspace: ["-w", "--workspace", "--workspaces", "-ws"],
      run: ["run", "run-script", "rum", "urn"],
      exec: ["exec", "x"],
      aliases: new Map([...LIFE_CYCLES, ...NPM_SHORT, ...NPM_INSTALL_TEST]),
      runsBareNames: false,
    },
  ],
  [
    "pnpm",
    {
      withValue: [
        "-C",
        "--dir",
        "-F",
        "--filter",
        "--filter-prod",
        "--workspace-concurrency",
        "--reporter",
        "--package",
      ],
      folder: ["-C", "--dir"],
      workspace: ["-F", "--filter", "--filter-prod", "-r", "--recursive"],
      run: ["run", "run-script"],
      exec: ["exec", "dlx"],
      aliases: new Map([
        ...LIFE_CYCLES,
        ["test", ["test"]],
        ["t", ["test"]],
        ["tst", ["test"]],
        ["start", ["start"]],
      ]),
      runsBareNames: true,
    },
  ],
  [
    "yarn",
    {
      withValue: ["--cwd", "--include", "--exclude", "--from", "-j", "--jobs", "-p", "--package"],
      folder: ["--cwd"],
      workspace: ["--include", "--from", "-A", "--all", "-W"],
      run: ["run"],
      exec: ["exec", "dlx"],
      aliases: new Map(LIFE_CYCLES),
      runsBareNames: true,
    },
  ],
  [
    "bun",
    {
      withValue: ["--cwd", "--filter", "-F", "--env-file", "--config", "-c", "--shell"],
      folder: ["--cwd"],
      workspace: ["--filter", "-F"],
      run: ["run"],
      exec: ["x"],
      // `bun test` is Bun's own test runner, not a script.
      aliases: new Map([...LIFE_CYCLES, ["test", []]]),
      runsBareNames: true,
    },
  ],
]);

/** npm, pnpm, Yarn and Bun: `run`, their short forms, `exec`, life-cycle scripts, workspaces. */
export function lookUpPackageManager(call: RunnerCall): RunnerLookup {
  const manager = MANAGERS.get(call.program);
  if (manager === undefined) return NOTHING;
  const line = readCommandLine(call.args, { withValue: manager.withValue, endsAtOperand: true });
  const [verb, ...others] = line.operands;
  const name = textOf(verb);
  if (verb === undefined || (name === undefined && !manager.runsBareNames)) return NOTHING;
  if (name === "workspace" || name === "workspaces") {
    return lookUpYarnWorkspace(call, name, others);
  }
  if (name !== undefined && manager.exec.includes(name)) return lookUpExec(call, others);
  const aliased = name === undefined ? undefined : manager.aliases.get(name);
  const isRun = name !== undefined && manager.run.includes(name);
  if (!isRun && aliased === undefined && !manager.runsBareNames) return NOTHING;
  // npm reads its own options behind the script's name too, up to `--`.
  const own = readCommandLine(isRun ? others : line.operands, {
    withValue: manager.withValue,
    endsAtOperand: call.program !== "npm",
  });
  const [script, ...given] = own.operands;
  const scripted: Scripted = {
    manager,
    names: aliased ?? [textOf(script)],
    args: [...given, ...(own.rest ?? [])].filter((word) => textOf(word) !== "--"),
    lines: [line, own],
  };
  if (aliased === undefined && script === undefined) return NOTHING;
  return runScripts(call, scripted, isRun || aliased !== undefined ? undefined : line.operands);
}

/** npx, bunx and pnpx: the rest of the line is a command. */
export function lookUpPackageExec(call: RunnerCall): RunnerLookup {
  return lookUpExec(call, call.args);
}

interface Scripted {
  readonly manager: Manager;
  /** Script names; `undefined` where one cannot be known. */
  readonly names: readonly (string | undefined)[];
  readonly args: readonly WordValue[];
  readonly lines: readonly CommandLine[];
}

/** `bare`: the command that runs where no script has the name. */
function runScripts(
  call: RunnerCall,
  { manager, names, args, lines }: Scripted,
  bare: readonly WordValue[] | undefined,
): RunnerLookup {
  const folder = lines
    .flatMap((line) => valuesOf(line, ...manager.folder))
    .map((word) => textOf(word) ?? ".")
    .reduce((at, step) => absolutePath(at, step), call.cwd);
  const isWide = lines.some((line) => hasOption(line, ...manager.workspace));
  const wanted = lines.flatMap((line) => valuesOf(line, ...manager.workspace)).map(textOf);
  const own = findPackage(folder, call.files);
  if (own === "unreadable") return toOpaque("package.json", call);
  if (own === "absent") return bare === undefined ? NOTHING : toLookup([commandScript(call, bare)]);
  const packages = isWide ? choose(findWorkspaces(own.folder, call.files), wanted) : [own];
  const scripts = packages.flatMap((one) =>
    names
      .flatMap((name) => (name === undefined ? [...one.scripts.keys()] : [name]))
      .flatMap((name) => scriptsFor(one, name, args)),
  );
  if (scripts.length === 0 && bare !== undefined) return toLookup([commandScript(call, bare)]);
  return toLookup(scripts);
}

/** The packages that filters name; all of them where a filter is more than a name or a folder. */
function choose(
  packages: readonly PackageFile[],
  wanted: readonly (string | undefined)[],
): readonly PackageFile[] {
  const isPlain = wanted.every((name) => name !== undefined && /^[\w@./-]+$/.test(name));
  if (wanted.length === 0 || !isPlain) return packages;
  const chosen = packages.filter((one) =>
    wanted.some((name) => one.name === name || isBelow(one.folder, name ?? "")),
  );
  return chosen.length > 0 ? chosen : packages;
}

function isBelow(folder: string, name: string): boolean {
  const path = name.replace(/^\.\//, "").replace(/\/+$/, "");
  return path !== "" && folder.endsWith(`/${path}`);
}

/** `yarn workspace NAME run SCRIPT`, `yarn workspaces foreach … run SCRIPT`. */
function lookUpYarnWorkspace(
  call: RunnerCall,
  verb: string,
  words: readonly WordValue[],
): RunnerLookup {
  const run = words.findIndex((word) => textOf(word) === "run");
  const first = verb === "workspace" ? 1 : words.length;
  const script = run === -1 ? first : run + 1;
  const name = textOf(words[script]);
  const wanted = verb === "workspace" ? [textOf(words[0])] : [];
  const packages = choose(findWorkspaces(call.cwd, call.files), wanted);
  const args = words.slice(script + 1);
  return toLookup(
    packages.flatMap((one) =>
      (name === undefined ? [...one.scripts.keys()] : [name]).flatMap((key) =>
        scriptsFor(one, key, args),
      ),
    ),
  );
}

function lookUpExec(call: RunnerCall, words: readonly WordValue[]): RunnerLookup {
  const line = readCommandLine(words, {
    withValue: ["-p", "--package", "-c", "--call", "-w", "--workspace", "--prefix", "-C", "--dir"],
    endsAtOperand: true,
  });
  const [text] = valuesOf(line, "-c", "--call");
  const script = textOf(text);
  if (script !== undefined) return toLookup([{ ...commandScript(call, []), text: script }]);
  const command = [...line.operands, ...(line.rest ?? [])];
  return command.length === 0 ? NOTHING : toLookup([commandScript(call, command)]);
}
