import type { CallSites } from "./call-site.ts";
import type { Work } from "./work.ts";

/** What the gateway is told of a request: names of headers and values, both as headers are written. */
export type Mark = readonly (readonly [name: string, value: string])[];

/** Says who asks now, and notes that something was asked. */
export function markOf(work: Work, callSites: CallSites, path: string): Mark {
  const scope = work.current();
  const mark: [string, string][] = [];
  // A scope in the address was written by somebody who means it.
  if (scope !== undefined && !/^(?:\/t\/[^/]*)?\/s\//u.test(path)) {
    scope.hasAsked = true;
    mark.push(["x-tapegate-scope", latin1(scope.name)]);
    if (scope.isTest) mark.push(["x-tapegate-verdict", "awaited"]);
    if (scope.worker !== undefined) mark.push(["x-tapegate-worker", scope.worker]);
  }
  const lane = work.lane(scope);
  if (lane > 0) mark.push(["x-tapegate-lane", String(lane)]);
  const site = callSites.current() ?? scope?.place?.();
  if (site !== undefined) mark.push(["x-tapegate-call-site", latin1(site)]);
  return mark;
}

/** The bytes of UTF-8 as the characters that Node writes as these bytes; a path may hold control characters. */
function latin1(text: string): string {
  return Buffer.from(text.replaceAll(/\p{Cc}/gu, " "), "utf8").toString("latin1");
}
