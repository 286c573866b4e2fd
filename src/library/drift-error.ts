import type { SessionTally } from "../cassette/session.ts";

/** Lines of one kind that a message shows; the tally has them all. */
const shownMax = 5;

/** Requests were made that the cassettes do not answer, or, where asked, recordings were left over. */
export class DriftError extends Error {
  override readonly name = "DriftError";
  readonly code = "CASSETTES_DRIFT";
  readonly tally: SessionTally;

  constructor(message: string, tally: SessionTally) {
    super(message);
    this.tally = tally;
  }
}

/** What was drift in a run; `undefined` where nothing was. */
export function describeDrift(
  tally: SessionTally,
  refused: readonly string[],
  unused: "fail" | "ignore",
): string | undefined {
  const leftOver = unused === "fail" ? tally.unused : [];
  const sections = [
    listed(
      "requests without a recording",
      tally.misses.map(({ message }) => message),
    ),
    listed(
      "requests made too often",
      tally.exhausted.map(({ message }) => message),
    ),
    listed("requests to no provider", refused),
    listed(
      "recordings that nothing asked for",
      leftOver.map(({ scope, endpoint, model }) => `${scope}: ${endpoint} ${model ?? ""}`.trim()),
    ),
  ].filter((section) => section !== "");
  return sections.length === 0
    ? undefined
    : `Cannot accept the run: the cassettes and the code differ\n${sections.join("\n")}`;
}

function listed(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return "";
  const shown = lines.slice(0, shownMax).map((line) => `  ${line}`);
  const more = lines.length > shownMax ? [`  and ${lines.length - shownMax} more`] : [];
  return [`${lines.length} ${title}:`, ...shown, ...more].join("\n");
}
