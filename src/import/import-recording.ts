import type { Interaction } from "../cassette/values.ts";
import { type ParsedRecording, parseRecording, type RecordingFormat } from "./parse-recording.ts";
import type { ExchangeReading, SkippedInteraction } from "./recorded-exchange.ts";
import { sessionToInteraction } from "./session-to-interaction.ts";
import type { ImportOptions, MadeInteraction } from "./make-interaction.ts";
import { toInteraction } from "./to-interaction.ts";

/** A recording as interactions of one cassette, or where its text is damaged. */
export type ImportedRecording =
  | {
      readonly kind: "imported";
      readonly format: RecordingFormat;
      /** In recorded order, so that repeated requests are answered as they were. */
      readonly interactions: readonly Interaction[];
      /**
       * What was not carried over. With `interactions`, of which one holds all frames of a WebSocket
       * session, it accounts for all of the recording.
       */
      readonly skipped: readonly SkippedInteraction[];
    }
  | Exclude<ParsedRecording, { readonly kind: "recording" }>;

/**
 * Turns another tool's recording into interactions. Each has
 * the key of the same request sent through the gateway.
 */
export function importRecording(text: string, options: ImportOptions): ImportedRecording {
  const parsed = parseRecording(text);
  if (parsed.kind !== "recording") return parsed;
  const interactions: Interaction[] = [];
  const skipped: SkippedInteraction[] = [];
  /** Why the session was skipped whose frames are being read. */
  let lastSkip: string | undefined;
  for (const [index, reading] of parsed.readings.entries()) {
    const made = make(reading, options);
    if (reading.kind === "session") {
      lastSkip = made.kind === "skipped" ? made.reason : undefined;
    }
    if (made.kind === "made") interactions.push(made.interaction);
    else if (made.kind === "skipped") skipped.push({ index, reason: made.reason });
    else if (lastSkip !== undefined) skipped.push({ index, reason: lastSkip });
  }
  return { kind: "imported", format: parsed.format, interactions, skipped };
}

function make(
  reading: ExchangeReading,
  options: ImportOptions,
): MadeInteraction | { readonly kind: "part of session" } {
  switch (reading.kind) {
    case "exchange":
      return toInteraction(reading.exchange, options);
    case "session":
      return sessionToInteraction(reading.session, options);
    case "part of session":
    case "skipped":
      return reading;
  }
}
