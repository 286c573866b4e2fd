import { fieldOf } from "../../cassette/recording-field.ts";
import type { CassetteIndex } from "../../cassette/cassette-index.ts";
import { counted, oneLine, shortened } from "../../report/text.ts";
import type { CliIo } from "../cli-io.ts";
import { helpText, parseCommandLine, type CommandSpec } from "../command-line.ts";
import { EXIT_STATUS } from "../exit-status.ts";
import { alignedRows, bytesText } from "../library/aligned-rows.ts";
import { readLibraryPlace, selectPlaces, type CassettePlace } from "../library/library-place.ts";
import { OPERAND_HELP, PLACE_OPTIONS } from "../library/library-spec.ts";
import { positionsOf, readCassette } from "../library/read-cassette.ts";
import { jsonLine } from "../tell.ts";

/** One scope as `tapegate ls --json` prints it. */
interface ScopeRow {
  readonly scope: string;
  readonly path: string;
  readonly recordings: number;
  readonly providers: readonly string[];
  readonly models: readonly string[];
  /** Recorded answers with status 400 and up, connections that broke, and errors raised in process. */
  readonly errors: number;
  /** UTC; `null` where no recording says. */
  readonly oldest: string | null;
  readonly newest: string | null;
  readonly bytes: number;
  readonly normalisers: readonly string[];
  readonly notices: readonly string[];
  /** Why it cannot be replayed; `null` where it can. */
  readonly problem: string | null;
}

/** `tapegate ls [SCOPE…]`: lists scopes; gives the exit status. */
export async function runLs(argv: readonly string[], io: CliIo): Promise<number> {
  const line = parseCommandLine(LS_SPEC, argv);
  if (line.asksHelp) {
    io.stdout(helpText(LS_SPEC));
    return EXIT_STATUS.ok;
  }
  const library = await readLibraryPlace(line, io);
  const selected = selectPlaces([...line.operands, ...(line.rest ?? [])], library, "ls");
  const rows = selected.map((one) => {
    const row = rowOf(one.place);
    if (one.position !== undefined) readPosition(one.place, one.position);
    return row;
  });
  io.stdout(line.has("json") ? jsonLine({ scopes: rows }) : render(rows));
  return rows.some(({ problem }) => problem !== null) ? EXIT_STATUS.trouble : EXIT_STATUS.ok;
}

/** A recording has no line of its own here; that it is there is checked. */
function readPosition(place: CassettePlace, position: number): void {
  const read = readCassette(place);
  if (read.kind === "whole") positionsOf({ place, position }, read.index, "ls");
}

function rowOf(place: CassettePlace): ScopeRow {
  const { scope, shown } = place;
  const read = readCassette(place);
  if (read.kind === "damaged") {
    return { ...EMPTY_ROW, scope, path: shown, problem: read.message };
  }
  const { index, bytes, notices } = read;
  const times = fieldsOf(index, "recordedAt");
  return {
    scope,
    path: shown,
    recordings: index.recordings.length,
    providers: fieldsOf(index, "provider"),
    models: fieldsOf(index, "model"),
    errors: index.recordings.filter(({ text }) => isError(text)).length,
    oldest: times[0] ?? null,
    newest: times.at(-1) ?? null,
    bytes,
    normalisers: index.normalisers,
    notices,
    problem: null,
  };
}

const EMPTY_ROW = {
  recordings: 0,
  providers: [],
  models: [],
  errors: 0,
  oldest: null,
  newest: null,
  bytes: 0,
  normalisers: [],
  notices: [],
} as const;

/** Different values of a member, sorted. */
function fieldsOf(index: CassetteIndex, name: string): readonly string[] {
  const values = index.recordings.map(({ text }) => fieldOf(text, name));
  return [...new Set(values.filter((value) => value !== undefined))].sort();
}

/** At this indentation stand only the outcome's own members. */
const STATUS = /\n {10}"status": (\d+)/u;
const FAILED = /\n {10}"(?:kind": "error"|ending": "(?:error|error frame|abort)")/u;

function isError(text: string): boolean {
  return Number(STATUS.exec(text)?.[1] ?? 200) >= 400 || FAILED.test(text);
}

const SCOPE_CHARACTERS_MAX = 100;
const MODELS_CHARACTERS_MAX = 60;

function render(rows: readonly ScopeRow[]): string {
  if (rows.length === 0) return "no cassettes\n";
  const cells = rows.map((row) => [
    shortened(oneLine(row.scope), SCOPE_CHARACTERS_MAX),
    row.problem === null ? String(row.recordings) : "?",
    shortened(oneLine(row.models.join(", ")), MODELS_CHARACTERS_MAX),
    row.newest?.slice(0, 10) ?? "",
    row.problem === null ? bytesText(row.bytes) : "",
    notesOf(row).map(oneLine).join("; "),
  ]);
  const lines = alignedRows(
    [["SCOPE", "RECORDINGS", "MODELS", "RECORDED", "SIZE", ""], ...cells],
    new Set([1, 4]),
  );
  const recordings = rows.reduce((sum, row) => sum + row.recordings, 0);
  const bytes = rows.reduce((sum, row) => sum + row.bytes, 0);
  const total = `${counted(rows.length, "scope")}, ${counted(recordings, "recording")}, ${bytesText(bytes)}`;
  const problems = rows.flatMap(({ problem }) => (problem === null ? [] : [oneLine(problem)]));
  return `${[...lines, "", total, ...problems].join("\n")}\n`;
}

function notesOf(row: ScopeRow): readonly string[] {
  return [
    ...(row.problem === null ? [] : ["cannot be replayed, see below"]),
    ...(row.errors === 0 ? [] : [counted(row.errors, "error")]),
    ...(row.normalisers.length === 0 ? [] : [`normalisers ${row.normalisers.join(", ")}`]),
    ...(row.notices.length === 0 ? [] : ["an interrupted recording is beside it"]),
  ];
}

const LS_SPEC: CommandSpec = {
  name: "ls",
  operands: "[SCOPE…]",
  summary: `Lists the scopes of a library: how many recordings each has, of which models, when the last was
made, how many hold an error. Reads and verifies every cassette; writes nothing.`,
  options: {
    ...PLACE_OPTIONS,
    json: {
      help: "Print one JSON object: scopes, with path, recordings, providers, models, errors,\noldest, newest, bytes, normalisers, notices and problem.",
    },
  },
  epilogue: `${OPERAND_HELP}

Exit status: 4 where a cassette cannot be replayed, 0 otherwise.

Example: tapegate ls tests/unit/test_chat.py`,
};
