import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { CassetteIndex } from "../../cassette/cassette-index.ts";
import { scanDocument } from "../../cassette/document-scan.ts";
import { decodeJournalLine } from "../../cassette/journal-format.ts";
import { laneKeyOf } from "../../cassette/recovery.ts";
import { DOCUMENT_SUFFIX } from "../../cassette/scope-path.ts";
import { counted } from "../../report/text.ts";
import {
  isLockHeld,
  isTemporaryUsed,
  JOURNAL_SUFFIX,
  readJournalLines,
  surveyDirectory,
  type LibraryFile,
} from "../../stores/survey-directory.ts";
import { placesBelow, shownPath, type CassettePlace, type LibraryPlace } from "./library-place.ts";
import { readCassette } from "./read-cassette.ts";

/** One thing that is wrong, or worth knowing. */
export interface Ailment {
  /** `problem`: stands in the way of a replay or of a recording. */
  readonly severity: "problem" | "note";
  readonly kind:
    | "damaged"
    | "misplaced"
    | "scope twice"
    | "recording twice"
    | "normalisers"
    | "layout"
    | "lock"
    | "journal"
    | "temporary"
    | "link"
    | "special file";
  readonly path: string;
  readonly state: string;
  readonly wayOut: string;
  readonly isCured: boolean;
  /** What `--fix` does; absent where a person must decide. */
  readonly remedy?: Remedy;
}

/** `reopen`: open the scope for writing and write what it holds. `delete`: the file, relative to the root. */
export type Remedy =
  | { readonly kind: "reopen"; readonly scope: string }
  | { readonly kind: "delete"; readonly path: string };

/** A library as a whole. */
export interface Examined {
  readonly documents: number;
  readonly recordings: number;
  /** By path. */
  readonly ailments: readonly Ailment[];
}

/** Looks at every file of a library. `active`: names of the normalisers in use. Writes nothing. */
export function examineLibrary(library: LibraryPlace, active: readonly string[]): Examined {
  const places = placesBelow(library.root, library.cwd);
  const ailments: Ailment[] = [];
  let recordings = 0;
  for (const place of places) {
    const examined = examineDocument(place, { library, active, places });
    recordings += examined.recordings;
    ailments.push(...examined.ailments);
  }
  const files = surveyDirectory(library.root);
  const scopes = new Map(places.map(({ path, scope }) => [path, scope]));
  for (const file of files) ailments.push(...examineFile(file, { library, scopes, files }));
  return {
    documents: places.length,
    recordings,
    ailments: ailments.sort((one, other) =>
      one.path === other.path ? 0 : one.path < other.path ? -1 : 1,
    ),
  };
}

interface DocumentContext {
  readonly library: LibraryPlace;
  readonly active: readonly string[];
  readonly places: readonly CassettePlace[];
}

function examineDocument(
  place: CassettePlace,
  context: DocumentContext,
): { readonly recordings: number; readonly ailments: readonly Ailment[] } {
  const { shown, scope, root, path } = place;
  const twin = context.places.find((other) => other.scope === scope && other.path !== path);
  const read = readCassette(place);
  if (read.kind === "damaged" || root !== context.library.root) {
    const kind =
      twin === undefined ? (read.kind === "damaged" ? "damaged" : "misplaced") : "scope twice";
    const message =
      read.kind === "damaged"
        ? read.message
        : `Cannot use ${shown} from "${context.library.name}": it belongs to a library that begins further down or up. Name that one (--cassettes ${shownPath(root, context.library.cwd)})`;
    return { recordings: 0, ailments: [problem({ kind, path: shown, ...split(message, twin) })] };
  }
  const { index } = read;
  return {
    recordings: index.recordings.length,
    ailments: [
      ...normaliserAilments(index, place, context.active),
      ...twiceAilments(index, place),
      ...layoutAilments(index, place),
    ],
  };
}

/** A message's state and way out: the way out begins with its second sentence. */
function split(
  message: string,
  twin: CassettePlace | undefined,
): { readonly state: string; readonly wayOut: string } {
  const border = message.search(/(?<=\w[)"]?)\. (?=[A-Z])|: (?=restore )/u);
  const state = border < 0 ? message : message.slice(0, border);
  if (twin !== undefined) {
    return {
      state: `${state}; ${twin.shown} has the same scope`,
      wayOut: "Keep the one of the two that is right, and delete the other",
    };
  }
  const rest = border < 0 ? "Record the scope again" : message.slice(border + 2);
  return { state, wayOut: rest.slice(0, 1).toUpperCase() + rest.slice(1) };
}

function problem(
  facts: Pick<Ailment, "kind" | "path" | "state" | "wayOut"> & { remedy?: Remedy },
): Ailment {
  return { severity: "problem", isCured: false, ...facts };
}

function note(
  facts: Pick<Ailment, "kind" | "path" | "state" | "wayOut"> & { remedy?: Remedy },
): Ailment {
  return { severity: "note", isCured: false, ...facts };
}

function normaliserAilments(
  index: CassetteIndex,
  { shown, scope }: CassettePlace,
  active: readonly string[],
): readonly Ailment[] {
  if (index.normalisers.join("\n") === active.join("\n")) return [];
  const list = (names: readonly string[]): string =>
    names.length === 0 ? "none" : names.join(", ");
  return [
    problem({
      kind: "normalisers",
      path: shown,
      state: `It was recorded with the normalisers: ${list(index.normalisers)}; in use are: ${list(active)}, so a replay refuses it`,
      wayOut: `Use the same ones ("normalisers" of tapegate.json, --normaliser), or record it again (tapegate record --only ${scope} -- COMMAND)`,
    }),
  ];
}

/** The same request with the same answer of the same second: two branches that were merged may have both added it. */
function twiceAilments(index: CassetteIndex, { shown, scope }: CassettePlace): readonly Ailment[] {
  const seen = new Map<string, number>();
  const twice: string[] = [];
  for (const [position, recording] of index.recordings.entries()) {
    const name = `${laneKeyOf(recording)} ${recording.digest}`;
    const first = seen.get(name);
    if (first === undefined) seen.set(name, position);
    else twice.push(`#${position + 1} is #${first + 1}`);
  }
  if (twice.length === 0) return [];
  return [
    note({
      kind: "recording twice",
      path: shown,
      state: `It holds ${counted(twice.length, "recording")} twice, to the byte: ${twice.slice(0, 5).join(", ")}`,
      wayOut: `If a merge doubled them, a replay calls them unused: tapegate prune, or tapegate rm ${scope}#N`,
    }),
  ];
}

function layoutAilments(index: CassetteIndex, place: CassettePlace): readonly Ailment[] {
  if (scanDocument(readFileSync(place.path, "utf8")) !== undefined) return [];
  const { scope } = index;
  return [
    note({
      kind: "layout",
      path: place.shown,
      state:
        "Another program laid it out anew, such as a formatter; its digests fit all the same, but it loads slower and merges worse",
      wayOut:
        "Leave cassettes out of the formatter (.prettierignore: *.cassette.json); --fix restores the layout",
      remedy: { kind: "reopen", scope },
    }),
  ];
}

interface FileContext {
  readonly library: LibraryPlace;
  /** Absolute path of a document → its scope. */
  readonly scopes: ReadonlyMap<string, string>;
  readonly files: readonly LibraryFile[];
}

function examineFile(file: LibraryFile, context: FileContext): readonly Ailment[] {
  const { root, cwd } = context.library;
  const path = shownPath(join(root, ...file.path.split("/")), cwd);
  switch (file.kind) {
    case "document":
    case "foreign":
      return [];
    case "link":
      return [
        problem({
          kind: "link",
          path,
          state:
            "It is a symbolic link: a replay reads what it leads to, but lists, searches and changes pass it over, and a cache entry with it is refused",
          wayOut: "Put the file itself in its place",
        }),
      ];
    case "special":
      return [
        problem({
          kind: "special file",
          path,
          state: "It is a pipe, a socket or a device; a program that reads it may wait for ever",
          wayOut: "Delete it",
        }),
      ];
    case "temporary":
      return isTemporaryUsed(file.path) ? [] : [leftover(file, path)];
    case "lock":
      return lockAilments(file, path, context);
    case "journal":
      return journalAilments(file, path, context);
  }
}

function leftover({ path: relative }: LibraryFile, path: string): Ailment {
  return problem({
    kind: "temporary",
    path,
    state: "A process that is gone left it half written",
    wayOut: "Delete it, or say --fix",
    remedy: { kind: "delete", path: relative },
  });
}

function lockAilments(file: LibraryFile, path: string, context: FileContext): readonly Ailment[] {
  if (isLockHeld(context.library.root, file.path)) {
    return [
      note({
        kind: "lock",
        path,
        state: "A process records this scope just now",
        wayOut: "Wait for it to end, or end it",
      }),
    ];
  }
  const scope = scopeBeside(file.path.slice(0, -".lock".length), context);
  return [
    problem({
      kind: "lock",
      path,
      state: "The process that held it is gone",
      wayOut: "The next recording of the scope removes it, and so does --fix",
      remedy: scope === undefined ? { kind: "delete", path: file.path } : { kind: "reopen", scope },
    }),
  ];
}

function journalAilments(
  file: LibraryFile,
  path: string,
  context: FileContext,
): readonly Ailment[] {
  const { root } = context.library;
  const stem = file.path.slice(0, -".journal".length);
  const lock = context.files.find((other) => other.path === `${stem}.lock`);
  if (lock !== undefined && isLockHeld(root, lock.path)) return [];
  const lines = readJournalLines(root, file.path).map(decodeJournalLine);
  const entries = lines.filter(({ kind }) => kind === "entry").length;
  const damaged = lines.filter(({ kind }) => kind === "damaged").length;
  const scope = scopeBeside(stem, context);
  return [
    problem({
      kind: "journal",
      path,
      state: `An interrupted recording left ${counted(entries, "recording")} in it${damaged === 0 ? "" : ` and ${counted(damaged, "damaged line")}`}`,
      wayOut:
        scope === undefined
          ? "Nothing of it can be used. Delete it, or say --fix"
          : "Replay reads it already; the next recording of the scope brings it into the cassette, and so does --fix",
      remedy: scope === undefined ? { kind: "delete", path: file.path } : { kind: "reopen", scope },
    }),
  ];
}

/** The scope of files with this stem: as the document beside them states it, else the journal. */
function scopeBeside(stem: string, { library, scopes, files }: FileContext): string | undefined {
  const document = stem.slice(0, -".cassette".length) + DOCUMENT_SUFFIX;
  const stated = scopes.get(join(library.root, ...document.split("/")));
  if (stated !== undefined) return stated;
  const journal = stem.slice(0, -".cassette".length) + JOURNAL_SUFFIX;
  if (!files.some(({ path }) => path === journal)) return undefined;
  const lines = readJournalLines(library.root, journal).map(decodeJournalLine);
  return lines.find((line) => line.kind === "header")?.header.scope;
}
