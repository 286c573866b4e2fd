import { lstatSync, type Stats } from "node:fs";
import { basename, join, relative, resolve, sep } from "node:path";
import { createPatternRedactor } from "../../cassette/pattern-redactor.ts";
import type { Redactor } from "../../cassette/ports.ts";
import { DOCUMENT_SUFFIX, scopeOfPath, scopePath } from "../../cassette/scope-path.ts";
import { configureProviders } from "../../dialects/configuration.ts";
import { oneLine } from "../../report/text.ts";
import { readStatedScope } from "../../stores/stated-scope.ts";
import { surveyDirectory } from "../../stores/survey-directory.ts";
import { readConfiguration, type Configuration } from "../../suite/configuration.ts";
import { findKnownSecrets } from "../../suite/known-secrets.ts";
import { SuiteError } from "../../suite/suite-error.ts";
import type { CliIo } from "../cli-io.ts";
import type { CommandLine } from "../command-line.ts";
import { meantHint, nearestScopes } from "../nearest-scopes.ts";
import { UsageError } from "../usage-error.ts";

/** One document of a library, found but not read. */
export interface CassettePlace {
  /** Absolute. */
  readonly path: string;
  /** As people are told: from where they stand. */
  readonly shown: string;
  /** Absolute root of its library. */
  readonly root: string;
  /** As the document states it, else as its path says. */
  readonly scope: string;
}

/** A document, or one recording of it. */
export interface Selected {
  readonly place: CassettePlace;
  /** From 1; absent: the whole document. */
  readonly position?: number;
}

/** A library as a command line names it. */
export interface LibraryPlace {
  /** As the user named it. */
  readonly name: string;
  /** Absolute. */
  readonly root: string;
  readonly configuration: Configuration;
  readonly cwd: string;
}

/** Where cassettes are when nobody says. */
const DEFAULT_CASSETTES = "cassettes";

/** Reads which library is meant. The folder need not exist: operands may name another. */
export async function readLibraryPlace(line: CommandLine, io: CliIo): Promise<LibraryPlace> {
  const configuration = await readConfiguration(io.cwd, line.value("config"));
  const name = line.value("cassettes") ?? configuration.cassettes ?? DEFAULT_CASSETTES;
  return { name, root: resolve(io.cwd, name), configuration, cwd: io.cwd };
}

/** Every document below a folder, by scope. */
export function placesBelow(folder: string, cwd: string): readonly CassettePlace[] {
  return surveyDirectory(folder)
    .filter(({ kind }) => kind === "document")
    .map(({ path }) => placeOf(folder, path, cwd))
    .sort((one, other) =>
      one.scope === other.scope
        ? compareTexts(one.path, other.path)
        : compareTexts(one.scope, other.scope),
    );
}

/** By code unit: the same everywhere. */
export function compareTexts(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

/** A folder inside a library holds a part of it: the document's own scope tells where its root is. */
function placeOf(folder: string, path: string, cwd: string): CassettePlace {
  const absolute = join(folder, ...path.split("/"));
  const stated = readStatedScope(absolute);
  const expected = stated === undefined ? undefined : sep + scopePath(stated).replaceAll("/", sep);
  const isInPlace = expected !== undefined && absolute.endsWith(expected);
  return {
    path: absolute,
    shown: shownPath(absolute, cwd),
    root: isInPlace ? absolute.slice(0, -expected.length) : folder,
    scope: stated ?? scopeOfPath(path) ?? path.slice(0, -DOCUMENT_SUFFIX.length),
  };
}

/** A path as people write it: from where they stand, where it lies below. */
export function shownPath(path: string, cwd: string): string {
  const fromHere = relative(cwd, path);
  return fromHere.startsWith("..") || fromHere === "" ? path : fromHere;
}

/**
 * Documents and recordings that a command's operands name; without operands the whole library.
 *
 * @throws {UsageError} where a name means nothing, with the nearest ones.
 * @throws {SuiteError} `CASSETTES` where the library is needed and is not there.
 */
export function selectPlaces(
  operands: readonly string[],
  library: LibraryPlace,
  command: string,
): readonly Selected[] {
  const whole = lazily(() => readLibrary(library));
  if (operands.length === 0) return whole().map((place) => ({ place }));
  const seen = new Set<string>();
  return operands
    .flatMap((operand) => selectOne(operand, { library, whole, command }))
    .filter(({ place, position }) => {
      const name = `${position ?? ""}#${place.path}`;
      return seen.has(name) ? false : seen.add(name);
    });
}

interface Selecting {
  readonly library: LibraryPlace;
  readonly whole: () => readonly CassettePlace[];
  readonly command: string;
}

function selectOne(operand: string, selecting: Selecting): readonly Selected[] {
  const found = findPlaces(operand, selecting);
  if (found.length > 0) return found.map((place) => ({ place }));
  const numbered = /^(.+)#(\d{1,9})$/su.exec(operand);
  const places = numbered === null ? [] : findPlaces(numbered[1]!, selecting);
  if (places.length === 1) return [{ place: places[0]!, position: Number(numbered![2]) }];
  if (places.length > 1) {
    throw new UsageError(
      `Cannot ${selecting.command} "${oneLine(operand)}": "${oneLine(numbered![1]!)}" stands for ${places.length} scopes. Name one of them`,
      selecting.command,
    );
  }
  throw unknownScope(numbered?.[1] ?? operand, selecting);
}

function unknownScope(asked: string, { library, whole, command }: Selecting): UsageError {
  const scopes = whole().map(({ scope }) => scope);
  const hint = meantHint(nearestScopes(asked, scopes).map(oneLine));
  const state =
    scopes.length === 0
      ? `"${library.name}" holds no cassette`
      : `no scope of "${library.name}" has this name, and no file or folder is there`;
  return new UsageError(`Cannot ${command} "${oneLine(asked)}": ${state}${hint}`, command);
}

function findPlaces(operand: string, { library, whole }: Selecting): readonly CassettePlace[] {
  // The usual case, without a look at the rest of the library.
  const direct = join(library.root, ...scopePath(operand).split("/"));
  if (entryAt(direct)?.isFile() === true) {
    return [placeOf(library.root, scopePath(operand), library.cwd)];
  }
  const isThere = entryAt(library.root)?.isDirectory() === true;
  const known = isThere ? whole() : [];
  const exact = known.filter(({ scope }) => scope === operand);
  if (exact.length > 0) return exact;
  const path = resolve(library.cwd, operand);
  const entry = entryAt(path);
  if (entry?.isDirectory() === true) return placesBelow(path, library.cwd);
  if (entry?.isFile() === true && path.endsWith(DOCUMENT_SUFFIX)) {
    return [placeOf(resolve(path, ".."), basename(path), library.cwd)];
  }
  return known.filter(
    ({ scope }) => scope.startsWith(`${operand}::`) || scope.startsWith(`${operand}/`),
  );
}

/** Nothing also where a part of the path is a file, or too long: an operand may be a scope's name. */
function entryAt(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** @throws {SuiteError} `CASSETTES` where the folder is not there. */
export function readLibrary(library: LibraryPlace): readonly CassettePlace[] {
  assertLibrary(library);
  return placesBelow(library.root, library.cwd);
}

/** @throws {SuiteError} `CASSETTES` where the folder is not there. */
export function assertLibrary({ root, name }: LibraryPlace): void {
  const entry = entryAt(root);
  if (entry?.isDirectory() === true || entry?.isSymbolicLink() === true) return;
  const state = entry === undefined ? "there is no such directory" : "it is no directory";
  throw new SuiteError(
    "CASSETTES",
    `Cannot read the library "${name}": ${state}. Name the one you have (--cassettes DIR), or record one (tapegate record -- COMMAND)`,
  );
}

/** What takes secrets out of everything that is printed: by form, and those of this environment by value. */
export function openRedactor(library: LibraryPlace, line: CommandLine, io: CliIo): Redactor {
  const providers = configureProviders(library.configuration.providers);
  const mounts = providers.kind === "mounts" ? providers.mounts : [];
  const { environment } = io;
  const literals = findKnownSecrets({ environment, mounts, named: line.values("secret") });
  return createPatternRedactor({ literals });
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
