import { indexDocument, type CassetteIndex } from "./cassette-index.ts";
import { compareCopies, reconcilingPresets } from "./copy-comparison.ts";
import { CassetteError } from "./errors.ts";
import { FINDINGS_PER_SCOPE_MAX, SELF_CHECK_PAIRS_MAX } from "./limits.ts";
import { fieldOf, withoutOutcome } from "./recording-field.ts";
import { laneKeyOf } from "./recovery.ts";
import type { Recording } from "./scanned-document.ts";
import type { SessionContext } from "./session-context.ts";
import { PIECE_LENGTH_MAX } from "./text-pieces.ts";
import type { Interaction, JsonValue, Outcome } from "./values.ts";
import { findVolatile } from "./volatile-values.ts";

/** What was just written, and what it was written from. */
export interface WrittenScope {
  readonly scope: string;
  readonly document: string;
  readonly place: string;
  /** New recordings in the order of issue. */
  readonly recorded: readonly Recording[];
  /** Earlier recordings that the document still holds. */
  readonly base: readonly Recording[];
  /** Those of the earlier document. */
  readonly earlier: readonly Recording[];
}

/**
 * Replays a document in memory right after it was written. Each finding is a sentence for people, about a
 * request that would not come back from it, or that will not be the same in the next run.
 */
export function checkRecorded(
  written: WrittenScope,
  context: Pick<SessionContext, "clock" | "normalisers">,
): readonly string[] {
  let interactions: readonly Checked[];
  try {
    const index = indexDocument(written.document, written.place);
    interactions = replay(index, written);
  } catch (error) {
    if (!(error instanceof CassetteError)) throw error;
    return [`The scope "${written.scope}" would not replay: ${error.message}`];
  }
  return [
    ...volatileFindings(interactions, written.scope, context),
    ...changedFindings(interactions, written, context),
  ];
}

/** Asks the document everything that was issued, in that order. */
function replay(index: CassetteIndex, written: WrittenScope): readonly Checked[] {
  const asked = new Map<string, number>();
  return [...written.base, ...written.recorded].flatMap(
    (recording, sequence): readonly Checked[] => {
      const name = laneKeyOf(recording);
      const ordinal = asked.get(name) ?? 0;
      asked.set(name, ordinal + 1);
      const position = index.find(recording.lane, recording.key)[ordinal];
      if (position === undefined || index.recordings[position]!.digest !== recording.digest) {
        throw new CassetteError(
          "CASSETTE_INTERNAL",
          `recording ${sequence + 1} (${fieldOf(recording.text, "endpoint") ?? "unknown"}) comes back as another one. Report this as a defect`,
        );
      }
      return sequence < written.base.length ? [] : [readChecked(index, position)];
    },
  );
}

/** What the checks ask of a recording. */
interface Checked extends Pick<Interaction, "key" | "endpoint" | "request"> {
  readonly outcome?: Outcome;
}

/** The body of a large answer is not read again for them: it was looked at when it was recorded. */
function readChecked(index: CassetteIndex, position: number): Checked {
  const { text } = index.recordings[position]!;
  const isLarge = text.length > PIECE_LENGTH_MAX && text.includes(HTTP_OUTCOME);
  const rest = isLarge ? withoutOutcome(text) : undefined;
  if (rest === undefined) return index.interaction(position);
  const { key, endpoint, request } = JSON.parse(rest) as Interaction;
  return { key, endpoint, request };
}

/** An outcome's own member, told by its indentation. */
const HTTP_OUTCOME = '\n          "kind": "http",';

/** Requests that hold something of this very run: its time, its temporary files. */
function volatileFindings(
  interactions: readonly Checked[],
  scope: string,
  context: Pick<SessionContext, "clock" | "normalisers">,
): readonly string[] {
  const findings: string[] = [];
  for (const interaction of interactions) {
    if (findings.length >= FINDINGS_PER_SCOPE_MAX) break;
    const { endpoint } = interaction;
    const volatile = firstVolatile(interaction, context);
    if (volatile === undefined) continue;
    findings.push(
      `A request of "${scope}" is not deterministic: ${endpoint} holds ${volatile.what} at ${volatile.path}, so the next run will miss. Add the normaliser ${volatile.normaliser}, or keep it out of the request`,
    );
  }
  return findings;
}

/** In the request, or in a frame that the client sent. */
function firstVolatile(
  { request, outcome }: Checked,
  context: Pick<SessionContext, "clock" | "normalisers">,
): ReturnType<typeof findVolatile> {
  const found = findVolatile(request, context);
  if (found !== undefined || outcome?.kind !== "websocket") return found;
  for (const frame of outcome.frames) {
    if (frame.direction !== "sent") continue;
    const volatile = findVolatile({ body: frame.copy }, context);
    if (volatile !== undefined) return volatile;
  }
  return undefined;
}

/** Requests that differ from those of the last recording only in what a preset would take away. */
function changedFindings(
  interactions: readonly Checked[],
  written: WrittenScope,
  context: Pick<SessionContext, "clock" | "normalisers">,
): readonly string[] {
  const keys = new Set(interactions.map(({ key }) => key));
  const lost = written.earlier.filter(({ key }) => !keys.has(key));
  const known = new Set(written.earlier.map(({ key }) => key));
  const findings: string[] = [];
  let pairsLeft = SELF_CHECK_PAIRS_MAX;
  for (const { key, endpoint, request } of interactions) {
    if (known.has(key)) continue;
    for (const recording of lost) {
      if (pairsLeft-- <= 0 || findings.length >= FINDINGS_PER_SCOPE_MAX) return findings;
      if (fieldOf(recording.text, "endpoint") !== endpoint) continue;
      const earlier = (JSON.parse(recording.text) as { readonly request: JsonValue }).request;
      const presets = reconcilingPresets(compareCopies(earlier, request, context.normalisers));
      if (presets === null) continue;
      findings.push(
        `A request of "${written.scope}" is not deterministic: ${endpoint} differs from its last recording only in what the normaliser ${presets} takes away. Add it, and record again`,
      );
      break;
    }
  }
  return findings;
}
