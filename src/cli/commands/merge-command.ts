import { readFileSync, realpathSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { indexDocument, type CassetteIndex } from "../../cassette/cassette-index.ts";
import {
  mergeCassettes,
  type Merged,
  type MergePreference,
} from "../../cassette/merge-cassettes.ts";
import { fieldOf } from "../../cassette/recording-field.ts";
import { oneLine } from "../../report/text.ts";
import { replaceFile } from "../../stores/directory-recording.ts";
import { storeError } from "../../stores/store-error.ts";
import type { CliIo } from "../cli-io.ts";
import { helpText, parseCommandLine, type CommandSpec } from "../command-line.ts";
import { EXIT_STATUS } from "../exit-status.ts";
import { UsageError } from "../usage-error.ts";

/** `tapegate merge BASE OURS THEIRS [NAME]`: Git's merge driver for cassettes; gives the exit status. */
export async function runMerge(argv: readonly string[], io: CliIo): Promise<number> {
  const line = parseCommandLine(MERGE_SPEC, argv);
  if (line.asksHelp) {
    io.stdout(helpText(MERGE_SPEC));
    return EXIT_STATUS.ok;
  }
  const [base, ours, theirs, name = ours, ...more] = [...line.operands, ...(line.rest ?? [])];
  if (base === undefined || ours === undefined || theirs === undefined || more.length > 0) {
    throw new UsageError("Cannot merge: name three files, BASE OURS THEIRS", "merge");
  }
  const read = (file: string, side: string): CassetteIndex | undefined =>
    readSide(resolve(io.cwd, file), `${name} (${side})`);
  const [first, mine, other] = [read(base, "base"), read(ours, "ours"), read(theirs, "theirs")];
  if (mine === undefined || other === undefined) {
    throw new UsageError(
      `Cannot merge ${oneLine(name!)}: its side "${mine === undefined ? "ours" : "theirs"}" is empty. Only BASE may be, where both sides made the cassette`,
      "merge",
    );
  }
  const preference = line.value("prefer") as MergePreference | undefined;
  const merged = mergeCassettes({ base: first, ours: mine, theirs: other }, preference);
  if (merged.kind === "merged") {
    const document = realpathSync(resolve(io.cwd, ours));
    const temporary = join(dirname(document), `.tapegate-${process.pid}-merge.tmp`);
    replaceFile({ document, temporary }, merged.document, oneLine(name!));
    return EXIT_STATUS.ok;
  }
  io.stderr(`Cannot merge ${oneLine(name!)}: ${refusalOf(merged, mine, other)}\n`);
  return EXIT_STATUS.found;
}

/** Why nothing was written, and the way out. */
function refusalOf(
  merged: Exclude<Merged, { kind: "merged" }>,
  ours: CassetteIndex,
  theirs: CassetteIndex,
): string {
  const scope = oneLine(ours.scope);
  switch (merged.kind) {
    case "scopes":
      return `it is a cassette of "${scope}" on our side and of "${oneLine(theirs.scope)}" on theirs. Take one side (git checkout --ours or --theirs), or record its test again`;
    case "normalisers":
      return "the two sides were recorded with different normalisers. Take one of them, and record with the normalisers of tapegate.json";
    case "conflict": {
      const { length } = merged.conflicts;
      const shown = merged.conflicts
        .slice(0, CONFLICTS_SHOWN_MAX)
        .map(({ text, what }) => `  ${oneLine(fieldOf(text, "endpoint") ?? "?")}: ${what}\n`);
      const more = length - shown.length;
      if (more > 0) shown.push(`  … and ${more} more\n`);
      return `${length === 1 ? "one recording differs" : `${length} recordings differ`} on both sides:\n${shown.join("")}Take one side (git checkout --ours or --theirs), or record "${scope}" again`;
    }
  }
}

/** More of them say nothing new. */
const CONFLICTS_SHOWN_MAX = 10;

/** One side; Git hands over an empty file where it has none. */
function readSide(path: string, place: string): CassetteIndex | undefined {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") {
      throw storeError("read", oneLine(place), error);
    }
    throw new UsageError(
      `Cannot read ${oneLine(place)}: there is no such file as ${oneLine(path)}. Check the path`,
      "merge",
    );
  }
  return text.trim() === "" ? undefined : indexDocument(text, place);
}

const MERGE_SPEC: CommandSpec = {
  name: "merge",
  operands: "BASE OURS THEIRS [NAME]",
  summary: `Unites two versions of one cassette, recording by recording, and writes the result over OURS: Git's merge
driver for cassettes. Two branches that added calls at the end of the same test merge without a conflict.`,
  options: {
    prefer: {
      value: "SIDE",
      choices: ["ours", "theirs"],
      help: "Whose recording stands where both sides recorded the same request anew:\nours or theirs. Without it that is a conflict.",
    },
  },
  epilogue: `In Git, once for each clone and once in the repository:

  git config merge.tapegate.driver "npx tapegate merge %O %A %B %P"
  echo "*.cassette.json merge=tapegate" >> .gitattributes

Exit status: 1 where the sides contradict each other (nothing is written then), 4 where one of them is damaged
or OURS cannot be written.`,
};
