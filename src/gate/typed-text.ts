import type { Finding, Verdict } from "./verdict.ts";

/**
 * The text as a terminal and the shells of Windows take it: a carriage return ends a line, and a NUL is nothing. bash keeps the
 * one in its words and never gets the other. `undefined` where both readings are the same.
 */
export function typedText(command: string): string | undefined {
  if (!command.includes("\r") && !command.includes("\0")) return undefined;
  return command.replaceAll(LINE_END, "\n").replaceAll("\0", "");
}

const LINE_END = /\r\n?/g;

/** A verdict on the typed text, its spans as they stand in the command. */
export function inCommand(verdict: Verdict, command: string): Verdict {
  if (verdict.kind === "pass") return verdict;
  const places = placesOf(command);
  const moved = ({ span, ...finding }: Finding): Finding => ({
    ...finding,
    span: { start: places[span.start]!, end: places[span.end - 1]! + 1 },
  });
  const [first, ...rest] = verdict.findings;
  return { ...verdict, findings: [moved(first), ...rest.map((finding) => moved(finding))] };
}

/** Where each unit of the typed text stands in the command. */
function placesOf(command: string): readonly number[] {
  const places: number[] = [];
  for (let at = 0; at < command.length; at++) {
    const isDropped = command[at] === "\0" || (command[at] === "\r" && command[at + 1] === "\n");
    if (!isDropped) places.push(at);
  }
  return places;
}
