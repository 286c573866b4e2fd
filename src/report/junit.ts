import { oneLine } from "./text.ts";
import type { RunReport } from "./run-report.ts";

/**
 * The report as JUnit XML: one test case for each scope, failed where requests of it had no
 * recording, and one for the run itself. CI systems show it beside the suite's own results.
 */
export function renderJunit(report: RunReport): string {
  const byScope = failuresByScope(report);
  const cases: readonly Case[] = [
    runCase(report),
    ...report.scopes.map(({ scope }) => ({ name: scope, failures: byScope.get(scope) ?? [] })),
  ];
  const failures = cases.filter((one) => one.failures.length > 0).length;
  const seconds = ((report.suite?.durationMs ?? 0) / 1000).toFixed(3);
  const lines = cases.map((one) => {
    const attributes = `classname="tapegate.${escapeXml(report.mode)}" name="${escapeXml(one.name)}" time="0"`;
    if (one.failures.length === 0) return `    <testcase ${attributes}/>`;
    const bodies = one.failures.map(
      (failure) =>
        `      <failure message="${escapeXml(failure.title)}">${escapeXml(failure.text)}</failure>`,
    );
    return `    <testcase ${attributes}>\n${bodies.join("\n")}\n    </testcase>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="tapegate" tests="${cases.length}" failures="${failures}" time="${seconds}">`,
    `  <testsuite name="tapegate ${escapeXml(report.mode)}" tests="${cases.length}" failures="${failures}" errors="0" skipped="0" timestamp="${escapeXml(report.startedAt)}" time="${seconds}">`,
    ...lines,
    "  </testsuite>",
    "</testsuites>",
    "",
  ].join("\n");
}

interface Case {
  readonly name: string;
  readonly failures: readonly { readonly title: string; readonly text: string }[];
}

function runCase(report: RunReport): Case {
  return {
    name: "run",
    failures: report.troubles.map((trouble) => ({ title: trouble, text: trouble })),
  };
}

/** What failed in each scope; made once, suites have thousands of scopes. */
function failuresByScope(report: RunReport): ReadonlyMap<string, Case["failures"]> {
  const titles = new Map<string, string>();
  for (const { missIds, title } of report.causes) {
    for (const id of missIds) {
      const known = titles.get(id);
      titles.set(id, known === undefined ? title : `${known}; ${title}`);
    }
  }
  const failures = new Map<string, Case["failures"][number][]>();
  const add = (scope: string, failure: Case["failures"][number]): void => {
    const known = failures.get(scope) ?? [];
    failures.set(scope, known);
    known.push(failure);
  };
  for (const { id, scope, endpoint, message } of report.misses) {
    add(scope, { title: titles.get(id) ?? endpoint, text: message });
  }
  for (const { scope, endpoint, message } of report.exhausted) {
    add(scope, { title: `asked more often than recorded: ${endpoint}`, text: message });
  }
  return failures;
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
]);

/** XML has no spelling at all for most control characters and for half surrogate pairs. */
function escapeXml(text: string): string {
  return oneLine(text).replace(/[&<>"]|[\ufffe\uffff\ud800-\udfff]/gu, (character) => {
    return ENTITIES.get(character) ?? "\ufffd";
  });
}
