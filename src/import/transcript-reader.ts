import { isMapping, type Mapping, toJsonText } from "./recorded-body.ts";
import { type ExchangeReading, type RecordedFrame, skipped } from "./recorded-exchange.ts";

/**
 * Reads a transcript of a WebSocket session (a list `interactions` in which items have `direction` and
 * `data`), perhaps with HTTP interactions beside it; `undefined` where the document holds no frame.
 *
 * @param readOther Reads an item that is no frame.
 */
export function readTranscript(
  document: unknown,
  readOther: (item: unknown, index: number) => ExchangeReading,
): readonly ExchangeReading[] | undefined {
  const items = isMapping(document) ? document["interactions"] : undefined;
  if (!isMapping(document) || !Array.isArray(items) || !items.some(isFrameItem)) return undefined;
  let open: RecordedFrame[] | undefined;
  return items.map((item: unknown, index) => {
    if (!isFrameItem(item)) {
      open = undefined;
      return readOther(item, index);
    }
    const frame = readFrame(item);
    if (typeof frame === "string") return skipped(frame);
    if (open !== undefined && !isBeginning(item)) {
      open.push(frame);
      return { kind: "part of session" };
    }
    open = [frame];
    const url =
      textOf(item["url"]) ??
      textOf(item["uri"]) ??
      textOf(document["url"]) ??
      textOf(document["uri"]);
    return { kind: "session", session: { url, frames: open } };
  });
}

function isFrameItem(item: unknown): item is Mapping {
  if (!isMapping(item) || "request" in item) return false;
  const { direction } = item;
  return direction === "sent" || direction === "received";
}

function readFrame(item: Mapping): RecordedFrame | string {
  const { kind = "message", direction, data } = item;
  if (kind !== "message") return "it is an event of a WebSocket session that is no message";
  const ends = direction as RecordedFrame["direction"];
  if (data instanceof Uint8Array) return { direction: ends, type: "binary", bytes: data };
  if (data === undefined) return "it is a frame of a WebSocket session without its content";
  const text = typeof data === "string" ? data : toJsonText(data);
  return text === undefined
    ? "it is a frame of a WebSocket session that JSON cannot hold, or that is nested too deeply"
    : { direction: ends, type: "text", bytes: Buffer.from(text, "utf8") };
}

/** A server says `session.created` and a client `setup` once, before anything else. */
function isBeginning({ direction, data }: Mapping): boolean {
  if (!isMapping(data)) return false;
  return direction === "sent" ? "setup" in data : data["type"] === "session.created";
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
