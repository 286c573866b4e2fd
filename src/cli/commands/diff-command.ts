import {
  compareCassettes,
  compareInteractions,
  type InteractionDifferences,
  type RecordingChange,
} from "../../cassette/cassette-difference.ts";
import type { CassetteIndex } from "../../cassette/cassette-index.ts";
import { CassetteError } from "../../cassette/errors.ts";
import type { Difference } from "../../cassette/explain.ts";
import type { Redactor } from "../../cassette/ports.ts";
import { fieldOf } from "../../cassette/recording-field.ts";
import { counted, oneLine } from "../../report/text.ts";
import type { CliIo } from "../cli-io.ts";
import { helpText, parseCommandLine, type CommandSpec } from "../command-line.ts";
import { EXIT_STATUS } from "../exit-status.ts";
import {
  compareTexts,
  openRedactor,
  readLibraryPlace,
  selectPlaces,
  type Selected,
} from "../library/library-place.ts";
import { OPERAND_HELP, PLACE_OPTIONS, SECRET_OPTION } from "../library/library-spec.ts";
import { valueLine } from "../library/lines-of-text.ts";
import { positionsOf, readWhole } from "../library/read-cassette.ts";
import { UsageError } from "../usage-error.ts";
import { jsonLine } from "../tell.ts";

/** One scope, or pair of recordings, as `tapegate diff --json` prints it. */
interface ScopeDifference {
  readonly before: string | null;
  readonly after: string | null;
  readonly same: number;
  readonly changes: readonly ShownChange[];
}

type ShownChange = RecordingChange & {
  readonly endpoint: string;
  readonly differences?: InteractionDifferences;
};

/** `tapegate diff OLD NEW`: says what differs; gives the exit status. */
export async function runDiff(argv: readonly string[], io: CliIo): Promise<number> {
  const line = parseCommandLine(DIFF_SPEC, argv);
  if (line.asksHelp) {
    io.stdout(helpText(DIFF_SPEC));
    return EXIT_STATUS.ok;
  }
  const [before, after, ...extra] = [...line.operands, ...(line.rest ?? [])];
  if (before === undefined || after === undefined || extra.length > 0) {
    throw new UsageError(
      "Cannot compare: name two things, the old one first (scopes, recordings, cassettes or folders)",
      "diff",
    );
  }
  const library = await readLibraryPlace(line, io);
  const redactor = openRedactor(library, line, io);
  const scopes = compareSelected(
    selectPlaces([before], library, "diff"),
    selectPlaces([after], library, "diff"),
    redactor,
  );
  const isSame = scopes.every(({ changes }) => changes.length === 0);
  io.stdout(line.has("json") ? jsonLine({ isSame, scopes }) : render(scopes));
  return isSame ? EXIT_STATUS.ok : EXIT_STATUS.found;
}

/** One with one, whatever they are called; else by scope. */
function compareSelected(
  before: readonly Selected[],
  after: readonly Selected[],
  redactor: Redactor,
): readonly ScopeDifference[] {
  const [one] = before;
  const [other] = after;
  if (before.length === 1 && after.length === 1) return [comparePair(one, other, redactor)];
  const byScope = (list: readonly Selected[]): ReadonlyMap<string, Selected> =>
    new Map(list.map((selected) => [selected.place.scope, selected]));
  const [olds, news] = [byScope(before), byScope(after)];
  return [...new Set([...olds.keys(), ...news.keys()])]
    .sort(compareTexts)
    .map((scope) => comparePair(olds.get(scope), news.get(scope), redactor));
}

function comparePair(
  before: Selected | undefined,
  after: Selected | undefined,
  redactor: Redactor,
): ScopeDifference {
  const [old, fresh] = [before, after].map((one) =>
    one === undefined ? undefined : readWhole(one.place),
  );
  const names = { before: nameOf(before), after: nameOf(after) };
  if (old === undefined || fresh === undefined) {
    const kind = old === undefined ? "added" : "removed";
    const changes = (old ?? fresh)!.recordings.map((recording, at): ShownChange => {
      const endpoint = fieldOf(recording.text, "endpoint") ?? "";
      return kind === "added"
        ? { kind, after: at + 1, endpoint }
        : { kind, before: at + 1, endpoint };
    });
    return { ...names, same: 0, changes };
  }
  if (before!.position !== undefined || after!.position !== undefined) {
    return {
      ...names,
      ...compareRecordings({ before: before!, after: after!, old, fresh }, redactor),
    };
  }
  const { sameCount, changes } = compareCassettes(old, fresh);
  return {
    ...names,
    same: sameCount,
    changes: changes.map((change) => withDifferences(change, { old, fresh, redactor })),
  };
}

interface RecordingPair {
  readonly before: Selected;
  readonly after: Selected;
  readonly old: CassetteIndex;
  readonly fresh: CassetteIndex;
}

function compareRecordings(
  { before, after, old, fresh }: RecordingPair,
  redactor: Redactor,
): { readonly same: number; readonly changes: readonly ShownChange[] } {
  const [from, ...moreFrom] = positionsOf(before, old, "diff");
  const [to, ...moreTo] = positionsOf(after, fresh, "diff");
  if (from === undefined || to === undefined || moreFrom.length + moreTo.length > 0) {
    throw new UsageError(
      "Cannot compare a recording with a whole scope: name a recording on both sides, as in SCOPE#1 SCOPE#2",
      "diff",
    );
  }
  const isSameKey = old.recordings[from]!.key === fresh.recordings[to]!.key;
  const kind = isSameKey ? "answer" : "request";
  const change = withDifferences(
    { kind, before: from + 1, after: to + 1 },
    { old, fresh, redactor },
  );
  const { request = [], answer = [] } = change.differences ?? {};
  const isSame = isSameKey && request.length + answer.length === 0;
  return isSame ? { same: 1, changes: [] } : { same: 0, changes: [change] };
}

function withDifferences(
  change: RecordingChange,
  sides: {
    readonly old: CassetteIndex;
    readonly fresh: CassetteIndex;
    readonly redactor: Redactor;
  },
): ShownChange {
  const { old, fresh, redactor } = sides;
  const { text } =
    "after" in change ? fresh.recordings[change.after - 1]! : old.recordings[change.before - 1]!;
  const endpoint = fieldOf(text, "endpoint") ?? "";
  if (change.kind === "added" || change.kind === "removed") return { ...change, endpoint };
  try {
    const before = old.interaction(change.before - 1);
    const after = fresh.interaction(change.after - 1);
    return { ...change, endpoint, differences: compareInteractions(before, after, redactor) };
  } catch (error) {
    if (!(error instanceof CassetteError)) throw error;
    return { ...change, endpoint };
  }
}

function nameOf(selected: Selected | undefined): string | null {
  if (selected === undefined) return null;
  const { place, position } = selected;
  return position === undefined ? place.shown : `${place.shown}#${position}`;
}

function render(scopes: readonly ScopeDifference[]): string {
  const changed = scopes.filter(({ changes }) => changes.length > 0);
  const same = scopes.reduce((sum, scope) => sum + scope.same, 0);
  const changes = changed.reduce((sum, scope) => sum + scope.changes.length, 0);
  const total =
    changes === 0
      ? `same: ${counted(same, "recording")}`
      : `different: ${counted(changes, "recording")}; same: ${same}`;
  return `${[...changed.flatMap(scopeLines), total].join("\n")}\n`;
}

function scopeLines({ before, after, changes }: ScopeDifference): readonly string[] {
  return [
    `--- ${oneLine(before ?? "(no cassette)")}`,
    `+++ ${oneLine(after ?? "(no cassette)")}`,
    ...changes.flatMap(changeLines),
    "",
  ];
}

function changeLines(change: ShownChange): readonly string[] {
  const endpoint = oneLine(change.endpoint);
  switch (change.kind) {
    case "added":
      return [`+ #${change.after} ${endpoint}: only in the new one`];
    case "removed":
      return [`- #${change.before} ${endpoint}: only in the old one`];
    case "answer":
    case "request": {
      const { request = [], answer = [], moreCount = 0 } = change.differences ?? {};
      const what = change.kind === "request" ? "other request" : "same request, other answer";
      return [
        `~ #${change.before} → #${change.after} ${endpoint}: ${what}`,
        ...[...request, ...answer].flatMap(differenceLines),
        ...(moreCount === 0 ? [] : [`    … and ${counted(moreCount, "more difference")}`]),
      ];
    }
  }
}

function differenceLines({ path, before, after }: Difference): readonly string[] {
  return [
    `    ${oneLine(path)}`,
    ...(before === undefined ? [] : [`    - ${valueLine(before)}`]),
    ...(after === undefined ? [] : [`    + ${valueLine(after)}`]),
  ];
}

const DIFF_SPEC: CommandSpec = {
  name: "diff",
  operands: "OLD NEW",
  summary: `Says what differs between two recordings, two cassettes, or two folders of cassettes: requests that
came and went, and answers that changed. Times of recording do not count. Secrets are redacted.`,
  options: {
    ...PLACE_OPTIONS,
    json: {
      help: "Print one JSON object: isSame, and scopes with before, after, same and changes.",
    },
    ...SECRET_OPTION,
  },
  epilogue: `${OPERAND_HELP}

Exit status: 1 where anything differs, 0 otherwise.

Example: git worktree add ../base main && tapegate diff ../base/cassettes cassettes`,
};
