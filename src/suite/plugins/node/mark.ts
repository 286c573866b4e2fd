import type { CallSites } from "./call-site.ts";
import type { Scope, Work } from "./work.ts";

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
  const [nearest, ...callers] = callSites.current();
  const testSite = scope === undefined ? undefined : testSiteOf(scope);
  const site = nearest ?? testSite;
  if (site !== undefined) mark.push(["x-tapegate-call-site", latin1(site)]);
  if (callers.length > 0) mark.push(["x-tapegate-callers", latin1(callers.join("|"))]);
  if (testSite !== undefined) mark.push(["x-tapegate-test-site", latin1(testSite)]);
  return mark;
}

/** Some runners leave it to us to find a test in its file: that is done once. */
const testSites = new WeakMap<Scope, string | undefined>();

function testSiteOf(scope: Scope): string | undefined {
  if (!testSites.has(scope)) testSites.set(scope, scope.place?.());
  return testSites.get(scope);
}

/** The bytes of UTF-8 as the characters that Node writes as these bytes; a path may hold control characters. */
function latin1(text: string): string {
  return Buffer.from(text.replaceAll(/\p{Cc}/gu, " "), "utf8").toString("latin1");
}
