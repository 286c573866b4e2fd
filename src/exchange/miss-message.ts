import type { IssuedRequest, Lookup } from "../cassette/session.ts";

/**
 * What a client reads of a miss: one line without any of the request's content. Words that
 * frameworks take for a rate limit or an overflowing context do not occur, not even in a scope's
 * name or a path; the report has the whole explanation.
 */
export function missMessage(
  issued: IssuedRequest,
  lookup: Extract<Lookup, { kind: "miss" | "exhausted" }>,
): string {
  const call = `${harmlessText(issued.request.endpoint) ?? issued.request.identity.method} key ${issued.key.slice(0, 12)}`;
  const named = harmlessText(issued.scope);
  const cassette = named === undefined ? "its cassette" : `cassette "${named}"`;
  if (lookup.kind === "exhausted") {
    return `replay used up: ${call} was recorded ${lookup.recordedCount} times in ${cassette} and asked more often; record again with "tapegate record" or "tapegate auto"`;
  }
  return `replay miss: ${call} is not in ${cassette}${hint(lookup.explanation)}; see the report, record again with "tapegate record" or "tapegate auto"`;
}

function hint(explanation: Extract<Lookup, { kind: "miss" }>["explanation"]): string {
  if (explanation.found !== "nowhere") {
    const at = harmlessText(explanation.foundAt ?? "");
    const where = explanation.found === "other-lane" ? "lane" : "cassette";
    return ` (it is recorded in another ${where}${at === undefined || at === "" ? "" : `: ${at}`})`;
  }
  if (explanation.isScopeEmpty) return " (nothing is recorded there)";
  const nearest = explanation.nearest[0];
  if (nearest === undefined) return " (nothing like it is recorded there)";
  const [path] = nearest.differences.map((difference) => harmlessText(difference.path));
  const differs = path ?? nearest.changedSegments.map(harmlessText)[0];
  const tail = differs === undefined ? "" : ` differs at ${differs}`;
  return ` (nearest: #${nearest.position}${tail})`;
}

/** A text as it is where no framework's classifier fires on it; `undefined` where one would. */
export function harmlessText(text: string): string | undefined {
  return CLASSIFIED.test(text) ? undefined : text;
}

/** LangChain, LiteLLM and ruby_llm classify failures by such substrings. */
const CLASSIFIED =
  /rate.?limit|quota|too.?many|per.?day|billing|credit|overloaded|time.?out|timed.?out|try.?again|retry.?after|context.?length|context.?window|maximum|exceed|exhaust|does.?not.?exist|model.?not.?found|invalid.?api.?key|content.?(?:policy|filter)|string.?too.?long|unauthori[sz]ed|permission/i;
