import type { MissRecord } from "../../cassette/session.ts";
import type { Place } from "../../report/placement/place-cause.ts";
import type { DriftCause } from "../../report/run-report.ts";
import { counted, exactLine, nameLine, oneLine, shortened } from "../../report/text.ts";
import type { CheckAnnotation, GithubApi } from "./github-api.ts";
import { ANNOTATIONS_MAX, type AnnotationQuota } from "../annotation-quota.ts";
import { say } from "../say.ts";

/** The checks API takes at most this many a request. */
const CHECK_CHUNK_MAX = 50;
/** The runner cuts a message here. */
const MESSAGE_CHARACTERS_MAX = 4096;
const VALUE_CHARACTERS_MAX = 300;
/** Causes that the log lists; beyond them it would bury the suite's own output. */
const LOG_LINES_MAX = 200;
const TESTS_SHOWN_MAX = 5;

/** One cause, ready to be shown. */
export interface Annotation {
  readonly title: string;
  readonly message: string;
  readonly place: Place | undefined;
}

/** Turns a cause into what a reviewer reads on the line. */
export function toAnnotation(
  cause: DriftCause,
  place: Place | undefined,
  context: { readonly misses: ReadonlyMap<string, MissRecord>; readonly recordCommand: string },
): Annotation {
  const first = context.misses.get(cause.missIds[0] ?? "");
  const parts = [
    changeLine(cause),
    `Tests: ${listScopes(cause.scopes)}`,
    first === undefined ? "" : nearestLine(first),
    `Record again: ${context.recordCommand}`,
  ];
  return {
    title: oneLine(`Cassette drift: ${cause.title}`),
    message: shortened(parts.filter((part) => part !== "").join("\n"), MESSAGE_CHARACTERS_MAX),
    place,
  };
}

function changeLine({ difference }: DriftCause): string {
  if (difference === null) return "";
  const { before, after } = difference;
  const path = nameLine(difference.path);
  if (before === undefined) return `${path} is new: ${show(after)}`;
  return after === undefined
    ? `${path} is gone: ${show(before)}`
    : `${path}: ${show(before)} → ${show(after)}`;
}

function show(value: unknown): string {
  return shortened(exactLine(JSON.stringify(value)), VALUE_CHARACTERS_MAX);
}

function listScopes(scopes: readonly string[]): string {
  const shown = scopes.slice(0, TESTS_SHOWN_MAX).map(nameLine).join(", ");
  return scopes.length > TESTS_SHOWN_MAX
    ? `${shown} and ${scopes.length - TESTS_SHOWN_MAX} more`
    : shown;
}

function nearestLine(miss: MissRecord): string {
  const nearest = miss.explanation.nearest[0];
  return nearest === undefined
    ? ""
    : `Nearest recording: #${nearest.position} of ${oneLine(nearest.scope)}`;
}

/** How annotations are published. */
export interface PublishOptions {
  readonly level: "warning" | "notice";
  readonly checkRunId: number | undefined;
  readonly api: GithubApi | undefined;
  readonly quota: AnnotationQuota;
}

/**
 * Publishes annotations: as many as the runner shows (ten, less those of the suite) as workflow
 * commands. More than ten go to the job's own check run in
 * chunks where that is permitted; otherwise nine and one that says how many more there are.
 *
 * @returns a sentence where something could not be shown; `undefined` where everything was.
 */
export async function publishAnnotations(
  annotations: readonly Annotation[],
  options: PublishOptions,
): Promise<string | undefined> {
  for (const { title, place } of annotations.slice(0, LOG_LINES_MAX)) {
    say(place === undefined ? title : `${oneLine(place.path)}:${place.line}: ${title}`);
  }
  if (annotations.length > LOG_LINES_MAX) {
    say(
      `… and ${counted(annotations.length - LOG_LINES_MAX, "more cause")}: the JSON report lists them`,
    );
  }
  const room = options.quota.roomFor(options.level);
  if (annotations.length <= room) {
    for (const annotation of annotations) command(annotation, options);
    return undefined;
  }
  const { refused, publishedCount } =
    annotations.length > ANNOTATIONS_MAX
      ? await publishToCheckRun(annotations, options)
      : { refused: "the suite's own annotations took the room", publishedCount: 0 };
  const rest = annotations.slice(publishedCount);
  const shown = rest.length <= room ? rest : rest.slice(0, Math.max(0, room - 1));
  for (const annotation of shown) command(annotation, options);
  const more = rest.length - shown.length;
  if (more === 0) return undefined;
  if (room > 0) {
    const title = `Cassette drift: and ${more} more`;
    const message = `The runner shows ${ANNOTATIONS_MAX} annotations a step. ${whereAll(annotations)}.`;
    command({ title, message, place: undefined }, options);
  }
  return `${counted(more, "annotation")} could not be shown: ${refused}. ${whereAll(annotations)}`;
}

/** What has every cause, whatever their number and the summary's limit. */
function whereAll({ length }: readonly Annotation[]): string {
  return length <= LOG_LINES_MAX
    ? "Log and JSON report list every cause"
    : "The JSON report lists every cause";
}

async function publishToCheckRun(
  annotations: readonly Annotation[],
  { api, checkRunId, level }: PublishOptions,
): Promise<{ readonly refused: string; readonly publishedCount: number }> {
  if (api === undefined || checkRunId === undefined) {
    return { refused: 'more than ten need "permissions: checks: write"', publishedCount: 0 };
  }
  const placed = annotations.map((annotation) => toCheckAnnotation(annotation, level));
  for (let at = 0; at < placed.length; at += CHECK_CHUNK_MAX) {
    const answer = await api.appendAnnotations(checkRunId, {
      title: `Cassette drift: ${counted(annotations.length, "cause")}`,
      summary: `Requests of the suite found no recording. ${whereAll(annotations)}.`,
      annotations: placed.slice(at, at + CHECK_CHUNK_MAX),
    });
    if (answer.kind === "refused") return { refused: answer.why, publishedCount: at };
  }
  return { refused: "", publishedCount: placed.length };
}

function toCheckAnnotation(
  { title, message, place }: Annotation,
  level: "warning" | "notice",
): CheckAnnotation {
  const line = place?.line ?? 1;
  return {
    // The API wants a path; GitHub itself shows file-less annotations on .github.
    path: place?.path ?? ".github",
    start_line: line,
    end_line: line,
    annotation_level: level,
    title: shortened(title, 255),
    message,
  };
}

function command(
  { title, message, place }: Annotation,
  { level, quota }: Pick<PublishOptions, "level" | "quota">,
): void {
  quota.annotate(level, message, {
    title,
    ...(place === undefined
      ? {}
      : { file: place.path, startLine: place.line, endLine: place.line }),
  });
}
