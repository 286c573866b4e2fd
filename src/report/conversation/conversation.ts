import type {
  HttpOutcome,
  Interaction,
  Outcome,
  StoredBody,
  WebSocketOutcome,
} from "../../cassette/values.ts";
import { framesToTurns } from "./frame-turns.ts";
import { answerToTurns, eventsToTurns } from "./answer-turns.ts";
import { requestToTurns } from "./request-turns.ts";
import { asText, type Turn } from "./turn.ts";

/** An interaction as people read it: what was asked, what was answered, how it ended. */
export interface Conversation {
  readonly asked: readonly Turn[];
  readonly answered: readonly Turn[];
  /** `200`, `429`, `200, cut off`, `RateLimitError`. */
  readonly status: string;
}

/** Reads an interaction of any wire; what it does not understand it shows raw. */
export function toConversation(interaction: Interaction): Conversation {
  return {
    asked: requestToTurns(interaction.request),
    answered: outcomeToTurns(interaction.outcome),
    status: statusOf(interaction.outcome),
  };
}

function outcomeToTurns(outcome: Outcome): readonly Turn[] {
  switch (outcome.kind) {
    case "response":
      return answerToTurns({ message: { role: "assistant", ...(outcome.value as object) } });
    case "lookup":
      return [{ role: "answer", kind: "raw", text: asText(outcome.value) }];
    case "error":
      return [{ role: "error", kind: "text", text: outcome.error.message }];
    case "stream":
      return [
        { role: "assistant", kind: "raw", text: outcome.chunks.map(asText).join("\n") },
        ...(outcome.error === undefined
          ? []
          : [{ role: "error", kind: "text", text: outcome.error.message } as const]),
      ];
    case "http":
      return bodyToTurns(outcome.body);
    case "websocket":
      return framesToTurns(outcome.frames);
  }
}

function bodyToTurns(body: StoredBody): readonly Turn[] {
  if ("json" in body) return answerToTurns(body.json);
  if ("events" in body) return shownStream(body.events, body.events.flatMap(eventData));
  if ("lines" in body) return shownStream(body.lines, body.lines.flatMap(parsed));
  if ("text" in body) {
    if (body.text === "") return [];
    const [value] = parsed(body.text);
    return value === undefined
      ? [{ role: "answer", kind: "raw", text: body.text }]
      : answerToTurns(value);
  }
  const bytes = Math.floor((body.base64.length * 3) / 4);
  return [{ role: "answer", kind: "media", text: `${bytes} bytes` }];
}

function shownStream(frames: readonly string[], values: readonly unknown[]): readonly Turn[] {
  const turns = eventsToTurns(values);
  return turns.length > 0 ? turns : [{ role: "answer", kind: "raw", text: frames.join("") }];
}

function eventData(event: string): readonly unknown[] {
  const lines = event.split(/\r\n|\n|\r/).filter((line) => line.startsWith("data:"));
  return parsed(lines.map((line) => line.slice(5).trimStart()).join("\n"));
}

function parsed(text: string): readonly unknown[] {
  try {
    return [JSON.parse(text)];
  } catch {
    // `[DONE]`, comments, anything that is no JSON: it says nothing.
    return [];
  }
}

function statusOf(outcome: Outcome): string {
  switch (outcome.kind) {
    case "http":
      return httpStatus(outcome);
    case "websocket":
      return webSocketStatus(outcome);
    case "error":
      return outcome.error.name;
    case "stream":
      return outcome.error?.name ?? outcome.ending;
    case "response":
    case "lookup":
      return "answered";
  }
}

function webSocketStatus({ close, ending }: WebSocketOutcome): string {
  if (ending === "abort") return "session, connection broke";
  return close === null ? "session" : `session, closed with ${close.code}`;
}

function httpStatus({ status, ending }: HttpOutcome): string {
  const number = status === 0 ? "no answer" : String(status);
  if (ending === "abort") return `${number}, connection broke`;
  return ending === "end" ? number : `${number}, ${ending}`;
}
