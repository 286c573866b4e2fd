import type { WebSocketFrame, WebSocketOutcome } from "../cassette/values.ts";
import { frameKey } from "../cassette/websocket-frame.ts";
import { toReceivedFrame, toSentFrame } from "../exchange/websocket-frame.ts";
import { toWebSocketRequest } from "../exchange/websocket-request.ts";
import { makeInteraction } from "./make-interaction.ts";
import type { ImportOptions, MadeInteraction } from "./make-interaction.ts";
import type { RecordedFrame, RecordedSession } from "./recorded-exchange.ts";
import { findPlaceOfSession } from "./session-place.ts";

/** Makes the interaction that recording the same WebSocket session through the gateway would have made. */
export function sessionToInteraction(
  session: RecordedSession,
  options: ImportOptions,
): MadeInteraction {
  const found = findPlaceOfSession(session, options.mounts);
  if (found.kind === "none") return { kind: "skipped", reason: found.reason };
  const { mount, path } = found;
  const request = toWebSocketRequest({ path, headers: [] }, mount);
  const outcome: WebSocketOutcome = {
    kind: "websocket",
    frames: session.frames.map((frame) => toFrame(frame, options)),
    // Transcripts do not tell who closed; a server that had would be seen to say why.
    close: null,
    ending: "client left",
  };
  return makeInteraction({ request, outcome, recordedAt: null }, options);
}

function toFrame(
  frame: RecordedFrame,
  { redactor, normalisers = [] }: ImportOptions,
): WebSocketFrame {
  if (frame.direction === "received") return toReceivedFrame(frame);
  const sent = toSentFrame(frame, (identity) => frameKey(identity, normalisers));
  return sent.direction === "sent" ? { ...sent, copy: redactor.redact(sent.copy) } : sent;
}
