import { relative } from "node:path";
import { createPatternRedactor } from "../../cassette/pattern-redactor.ts";
import { parseNormaliser } from "../../cassette/normaliser.ts";
import { configureProviders } from "../../dialects/configuration.ts";
import {
  findScopeClashes,
  pytestScopeOf,
  type ScopedFile,
  scopesOfFiles,
} from "../../import/scopes-of-files.ts";
import type { ImportOptions } from "../../import/make-interaction.ts";
import { openDirectoryStore } from "../../stores/directory-store.ts";
import { readConfiguration } from "../../suite/configuration.ts";
import { findKnownSecrets } from "../../suite/known-secrets.ts";
import type { CliIo } from "../cli-io.ts";
import { type CommandLine, type CommandSpec, helpText, parseCommandLine } from "../command-line.ts";
import { EXIT_STATUS } from "../exit-status.ts";
import { findRecordings } from "../import/find-recordings.ts";
import { importFile, type ImportedFile } from "../import/import-file.ts";
import { renderImport } from "../import/render-import.ts";
import { UsageError } from "../usage-error.ts";
import { logTo, tell, jsonLine } from "../tell.ts";

/** `tapegate import`: turns other tools' recordings into cassettes. */
export async function runImport(argv: readonly string[], io: CliIo): Promise<number> {
  const line = parseCommandLine(IMPORT_SPEC, argv);
  if (line.asksHelp) {
    io.stdout(helpText(IMPORT_SPEC));
    return EXIT_STATUS.ok;
  }
  const folder = line.value("to");
  if (folder === undefined) {
    throw new UsageError("Cannot import: --to DIR is missing (the library to write to)", "import");
  }
  const operands = [...line.operands, ...(line.rest ?? [])];
  if (operands.length === 0) {
    throw new UsageError("Cannot import: no file is named", "import");
  }
  const options = await readOptions(line, io);
  const found = findRecordings(operands, io.cwd);
  const files = scopesOfFiles(found.operands).map((file) => toScope(file, line, io));
  refuseClashes(files.map(({ file, scope }) => ({ file: found.nameOf(file), scope })));
  const store = openDirectoryStore(found.absolute(folder), { log: logTo(io) });
  const imported: ImportedFile[] = [];
  const troubles = [...found.troubles];
  for (const { file, scope } of files) {
    const name = found.nameOf(file);
    const result = importFile(
      { path: file, name, scope, isNamed: found.isNamed(file) },
      options,
      store,
    );
    if (result.kind === "imported") imported.push(result.file);
    else if (result.kind === "passed over") tell(io, result.message);
    else troubles.push(result.message);
  }
  for (const trouble of troubles) tell(io, trouble);
  io.stdout(line.has("json") ? renderJson(imported) : renderImport(imported, folder));
  return troubles.length === 0 ? EXIT_STATUS.ok : EXIT_STATUS.trouble;
}

/** Scopes as replay will ask for them: by path, or by the test that pytest's plug-in will name. */
function toScope(file: ScopedFile, line: CommandLine, io: CliIo): ScopedFile {
  if (line.value("scopes") !== "pytest") return file;
  const path = relative(io.cwd, file.file).replaceAll("\\", "/");
  return { ...file, scope: pytestScopeOf(path) ?? file.scope };
}

async function readOptions(line: CommandLine, io: CliIo): Promise<ImportOptions> {
  const configuration = await readConfiguration(io.cwd, line.value("config"));
  const providers = configureProviders(configuration.providers);
  if (providers.kind === "problems") {
    throw new UsageError(
      `Cannot use "${configuration.path ?? "tapegate.json"}": ${providers.problems.join("; ")}`,
      "import",
    );
  }
  const { mounts } = providers;
  const secrets = findKnownSecrets({ environment: io.environment, mounts, named: [] });
  return {
    mounts,
    redactor: createPatternRedactor({ literals: secrets }),
    normalisers: [...configuration.normalisers, ...line.values("normaliser")].map(readNormaliser),
  };
}

function readNormaliser(text: string): ReturnType<typeof parseNormaliser> {
  try {
    return parseNormaliser(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw new UsageError(error.message, "import");
    throw error;
  }
}

function refuseClashes(files: Parameters<typeof findScopeClashes>[0]): void {
  const [clash] = findScopeClashes(files);
  if (clash === undefined) return;
  const names = clash.files.map((file) => `"${file}"`).join(" and ");
  throw new UsageError(
    `Cannot import ${names}: both would be the scope "${clash.scope}". Import them into different folders, or rename one`,
    "import",
  );
}

function renderJson(files: readonly ImportedFile[]): string {
  const rows = files.map(({ file, scope, interactions, skipped }) => ({
    file,
    scope,
    interactions,
    skipped,
  }));
  return jsonLine({ files: rows });
}

const IMPORT_SPEC: CommandSpec = {
  name: "import",
  operands: "FILE…",
  summary: `Turns recordings of VCR.py, pytest-recording, pydantic-ai, LangChain, Ruby VCR, nock and Polly.JS
(or any HAR), and transcripts of realtime sessions, into cassettes. The content tells the format. A
folder stands for the recordings below it. Each file becomes one scope, named after its path below
what all files have in common, without extension; a cassette that the scope already has is replaced.`,
  options: {
    to: { value: "DIR", help: "The library of cassettes to write to." },
    scopes: {
      value: "HOW",
      choices: ["path", "pytest"],
      help: "Names of the scopes: path (of the file), or pytest (ids of the tests, from\npytest-recording's cassettes/<module>/<test>.yaml, seen from here). Default: path.",
    },
    json: { help: "Print one JSON object: files with scope, interactions and what was skipped." },
    config: {
      value: "FILE",
      help: "Configuration. Default: tapegate.json here or in a directory above.",
    },
    normaliser: {
      value: "RULE",
      isMultiple: true,
      help: "Leaves a volatile part of requests out of the keys; replay needs the same.\nRepeatable.",
    },
  },
  epilogue: `Exit status: 0 where every file was read, even where single interactions were skipped; 2 for a
command line that cannot be followed; 4 where a file could not be read or written (the
others are imported all the same).

Example: tapegate import --to cassettes --scopes pytest tests/cassettes`,
};
