import type { Log } from "../../cassette/ports.ts";
import { counted, oneLine } from "../../report/text.ts";
import type { CliIo } from "../cli-io.ts";
import { helpText, parseCommandLine, type CommandSpec } from "../command-line.ts";
import { EXIT_STATUS } from "../exit-status.ts";
import { removeCassette, removeRecordings } from "../library/edit-cassette.ts";
import {
  readLibraryPlace,
  selectPlaces,
  type CassettePlace,
  type LibraryPlace,
} from "../library/library-place.ts";
import { OPERAND_HELP, PLACE_OPTIONS } from "../library/library-spec.ts";
import { positionsOf, readCassette, readWhole } from "../library/read-cassette.ts";
import { UsageError } from "../usage-error.ts";
import { logTo, jsonLine } from "../tell.ts";

/** What is taken out of one document. */
interface Taking {
  readonly place: CassettePlace;
  /** From 0; `whole`: the document itself. */
  readonly positions: ReadonlySet<number> | "whole";
}

/** `tapegate rm SCOPE…`: deletes cassettes or single recordings; gives the exit status. */
export async function runRm(argv: readonly string[], io: CliIo): Promise<number> {
  const line = parseCommandLine(RM_SPEC, argv);
  if (line.asksHelp) {
    io.stdout(helpText(RM_SPEC));
    return EXIT_STATUS.ok;
  }
  const operands = [...line.operands, ...(line.rest ?? [])];
  if (operands.length === 0) {
    throw new UsageError("Cannot delete: no scope is named. tapegate ls lists them", "rm");
  }
  const library = await readLibraryPlace(line, io);
  const takings = readTakings(operands, library, line.has("below"));
  const isDry = line.has("dry-run");
  const log = logTo(io);
  const rows = takings.map((taking) => {
    const row = rowOf(taking);
    if (!isDry) take(taking, log);
    return row;
  });
  io.stdout(
    line.has("json")
      ? jsonLine({ isDryRun: isDry, removed: rows })
      : rows.map((row) => renderRow(row, isDry)).join(""),
  );
  return EXIT_STATUS.ok;
}

/** Everything is looked up before anything is deleted. */
function readTakings(
  operands: readonly string[],
  library: LibraryPlace,
  takesMany: boolean,
): readonly Taking[] {
  const takings = new Map<string, { place: CassettePlace; positions: Set<number> | "whole" }>();
  for (const operand of operands) {
    const selected = selectPlaces([operand], library, "rm");
    if (selected.length > 1 && !takesMany) {
      throw new UsageError(
        `Cannot delete "${oneLine(operand)}": it stands for ${selected.length} scopes. Name one, or say --below to delete all of them`,
        "rm",
      );
    }
    for (const one of selected) {
      const { place, position } = one;
      const taking = takings.get(place.path) ?? { place, positions: new Set() };
      takings.set(place.path, taking);
      if (position === undefined) taking.positions = "whole";
      else if (taking.positions !== "whole") {
        taking.positions.add(positionsOf(one, readWhole(place), "rm")[0]!);
      }
    }
  }
  return [...takings.values()];
}

interface RemovedRow {
  readonly scope: string;
  readonly path: string;
  /** From 1; `null`: the whole cassette. */
  readonly positions: readonly number[] | null;
  /** How many recordings go; `null` where a damaged cassette does not tell. */
  readonly recordings: number | null;
}

function rowOf({ place, positions }: Taking): RemovedRow {
  const { scope, shown } = place;
  if (positions !== "whole") {
    const sorted = [...positions].sort((a, b) => a - b).map((at) => at + 1);
    return { scope, path: shown, positions: sorted, recordings: sorted.length };
  }
  const read = readCassette(place);
  const count = read.kind === "whole" ? read.index.recordings.length : null;
  return { scope, path: shown, positions: null, recordings: count };
}

function take({ place, positions }: Taking, log: Log): void {
  if (positions === "whole") {
    removeCassette(place, log);
    return;
  }
  const { recordings } = readWhole(place);
  const removals = [...positions].map((position) => ({
    position,
    digest: recordings[position]!.digest,
  }));
  removeRecordings(place, removals, log);
}

function renderRow({ scope, path, positions, recordings }: RemovedRow, isDry: boolean): string {
  const verb = isDry ? "would delete" : "deleted";
  const size = recordings === null ? "damaged" : counted(recordings, "recording");
  const what =
    positions === null ? path : `${positions.map((at) => `#${at}`).join(", ")} of ${path}`;
  return `${oneLine(`${verb} ${what}  (${scope}, ${size})`)}\n`;
}

const RM_SPEC: CommandSpec = {
  name: "rm",
  operands: "SCOPE…",
  summary: `Deletes cassettes, or single recordings of them, each in one step and under the lock of its scope: never
while somebody records it.`,
  options: {
    ...PLACE_OPTIONS,
    below: {
      help: "Let a folder, or the beginning of several names, stand for all of its scopes.",
    },
    "dry-run": { help: "Say what would go, and delete nothing." },
    json: {
      help: "Print one JSON object: isDryRun, and removed with scope, path, positions (null: all)\nand recordings.",
    },
  },
  epilogue: `${OPERAND_HELP}

Example: tapegate rm tests/unit/test_chat.py::test_old`,
};
