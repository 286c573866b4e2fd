import type { JsonValue } from "../cassette/values.ts";
import { asObject, parseJson } from "../exchange/parse-json.ts";

/** A frame of server-sent events, read. */
export interface EventFrame {
  readonly event: string | undefined;
  readonly data: string;
}

/** Name and data of a server-sent event; comments have neither. */
export function readEvent(frame: string): EventFrame {
  const data: string[] = [];
  let event: string | undefined;
  for (const line of frame.split(/\r\n|\n|\r/)) {
    if (line.startsWith("data:")) data.push(line.slice(line[5] === " " ? 6 : 5));
    else if (line.startsWith("event:")) event = line.slice(6).trim();
  }
  return { event, data: data.join("\n") };
}

/** The JSON object that a frame carries, whether as an event's data or as a line. */
export function frameObject(frame: string): { readonly [name: string]: JsonValue } | undefined {
  const text = frame.trimStart().startsWith("{") ? frame : readEvent(frame).data;
  return text.startsWith("{") ? asObject(parseJson(text)?.value) : undefined;
}

/** Whether a frame's JSON has a failure at its top: `{"error": …}`. */
export function hasError(frame: string): boolean {
  if (!frame.includes('"error"')) return false;
  const error = frameObject(frame)?.["error"];
  return error !== undefined && error !== null && error !== false;
}
