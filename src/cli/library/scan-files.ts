import { lstatSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { indexDocument, type CassetteIndex } from "../../cassette/cassette-index.ts";
import { CassetteError } from "../../cassette/errors.ts";
import type { Redactor } from "../../cassette/ports.ts";
import { DOCUMENT_SUFFIX } from "../../cassette/scope-path.ts";
import { findSecrets, secretKinds } from "../../cassette/secret-findings.ts";
import { surveyDirectory } from "../../stores/survey-directory.ts";
import { compareTexts, shownPath } from "./library-place.ts";

/** A secret on disk: where and of what kind, never which. */
export interface SecretPlace {
  readonly path: string;
  /** Of a cassette. */
  readonly scope?: string;
  /** From 1, in a cassette. */
  readonly position?: number;
  /** JSON path in the recording, else `line 12`. */
  readonly at: string;
  readonly kind: string;
}

/** What one file holds. */
export interface FileScan {
  readonly path: string;
  readonly findings: readonly SecretPlace[];
  readonly troubles: readonly string[];
}

/** Largest file that is read whole. */
const FILE_BYTES_MAX = 500_000_000;

/** Scans every file below a folder; links are not followed, pipes and devices hold nothing. */
export function scanFolder(folder: string, cwd: string, redactor: Redactor): readonly FileScan[] {
  return surveyDirectory(folder)
    .filter(({ kind }) => kind !== "link" && kind !== "special")
    .map(({ path }) => join(folder, ...path.split("/")))
    .map((path) => scanFile({ path, shown: shownPath(path, cwd) }, redactor))
    .sort((one, other) => compareTexts(one.path, other.path));
}

/** Scans one file: a cassette recording by recording, anything else line by line. */
export function scanFile(
  file: { readonly path: string; readonly shown: string },
  redactor: Redactor,
): FileScan {
  const path = redactor.redactText(file.shown);
  try {
    const entry = lstatSync(file.path);
    if (entry.isFIFO()) throw new TypeError("it is a pipe");
    const { size } = entry;
    if (size > FILE_BYTES_MAX) throw new RangeError(`it has ${size} bytes`);
    const text = readFileSync(file.path, "utf8");
    const index = basename(file.path).endsWith(DOCUMENT_SUFFIX)
      ? readIndex(text, file.shown)
      : undefined;
    const named = secretKinds(file.shown, redactor).map((kind) => ({ path, at: "its name", kind }));
    const found =
      index === undefined ? scanLines(text, path, redactor) : scanIndex(index, path, redactor);
    return { path, findings: [...named, ...found], troubles: [] };
  } catch (error) {
    const why = (error as Error).message;
    return { path, findings: [], troubles: [`Cannot scan ${path} in ${dirname(path)}: ${why}`] };
  }
}

/** A damaged document is scanned as text: its secrets are there all the same. */
function readIndex(text: string, shown: string): CassetteIndex | undefined {
  try {
    const index = indexDocument(text, shown);
    for (const position of index.recordings.keys()) index.interaction(position);
    return index;
  } catch (error) {
    if (!(error instanceof CassetteError)) throw error;
    return undefined;
  }
}

function scanIndex(index: CassetteIndex, path: string, redactor: Redactor): readonly SecretPlace[] {
  const scope = redactor.redactText(index.scope);
  const named = secretKinds(index.scope, redactor).map((kind) => ({ path, at: "its scope", kind }));
  const found = [...index.recordings.keys()].flatMap((position) =>
    findSecrets(index.interaction(position), redactor).map(({ path: at, kind }) => ({
      path,
      scope,
      position: position + 1,
      at: redactor.redactText(at),
      kind,
    })),
  );
  return [...named, ...found];
}

function scanLines(text: string, path: string, redactor: Redactor): readonly SecretPlace[] {
  return text
    .split("\n")
    .flatMap((line, at) =>
      secretKinds(line, redactor).map((kind) => ({ path, at: `line ${at + 1}`, kind })),
    );
}
