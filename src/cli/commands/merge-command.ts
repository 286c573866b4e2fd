import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { indexDocument, type CassetteIndex } from "../../cassette/cassette-index.ts";
import { mergeCassettes, type MergePreference } from "../../cassette/merge-cassettes.ts";
import { fieldOf } from "../../cassette/recording-field.ts";
import { oneLine } from "../../report/text.ts";
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
  if (mine === undefined || other === undefined || mine.scope !== other.scope) {
    throw new UsageError(
      `Cannot merge ${oneLine(name!)}: its two sides are no cassettes of one scope`,
      "merge",
    );
  }
  const preference = line.value("prefer") as MergePreference | undefined;
  const merged = mergeCassettes({ base: first, ours: mine, theirs: other }, preference);
  if (merged.kind === "merged") {
    writeFileSync(resolve(io.cwd, ours), merged.document);
    return EXIT_STATUS.ok;
  }
  const why =
    merged.kind === "normalisers"
      ? "the two sides were recorded with different normalisers. Take one of them, and record with the normalisers of tapegate.json"
      : `${merged.conflicts.length === 1 ? "one recording differs" : `${merged.conflicts.length} recordings differ`} on both sides:\n${merged.conflicts
          .slice(0, CONFLICTS_SHOWN_MAX)
          .map(({ text, what }) => `  ${oneLine(fieldOf(text, "endpoint") ?? "?")}: ${what}\n`)
          .join(
            "",
          )}Take one side (git checkout --ours or --theirs), or record "${oneLine(mine.scope)}" again`;
  io.stderr(`Cannot merge ${oneLine(name!)}: ${why}\n`);
  return EXIT_STATUS.found;
}

/** More of them say nothing new. */
const CONFLICTS_SHOWN_MAX = 10;

/** One side; Git hands over an empty file where it has none. */
function readSide(path: string, place: string): CassetteIndex | undefined {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    throw new UsageError(`Cannot read ${place}: ${(error as Error).message}`, "merge");
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

Exit status: 1 where both sides changed the same recording; nothing is written then.`,
};
