import type { Finding, Verdict } from "./verdict.ts";

/** Claude Code cuts a hook's strings at 10,000 characters; no other host is known to take fewer. */
export const MESSAGE_CHARACTERS_MAX = 10_000;

/** A refused part is quoted up to here; the rest of it does not help to find it. */
const EXCERPT_CHARACTERS_MAX = 400;

/** A rewritten command is worth pasting only whole: past this it is left out. */
const REWRITTEN_CHARACTERS_MAX = 2_000;

/** The rest are counted: thirty refusals of one kind say no more than the first few. */
const FINDINGS_SHOWN_MAX = 5;

/** The words of a refusal, host by host in another envelope. */
export interface RefusalText {
  /** For the agent. */
  readonly message: string;
  /** For the person who watches: one line. */
  readonly summary: string;
}

/**
 * Says of a refused command which part it is, why, and what to run instead, and that the approval is
 * the user's to give. The text holds no more of the command than it needs.
 */
export function describeFindings(
  command: string,
  verdict: Exclude<Verdict, { readonly kind: "pass" }>,
  approvalVariable: string,
): RefusalText {
  const { findings } = verdict;
  const [first] = findings;
  const shown = findings.slice(0, FINDINGS_SHOWN_MAX);
  const hidden = findings.length - shown.length;
  const lines = [headingOf(verdict), ...shown.map((finding) => describeFinding(command, finding))];
  if (hidden > 0) lines.push(`… and ${hidden} more like these.`);
  // What is cut is the list, never what the agent must not do.
  const wayOut = describeWayOut(verdict, approvalVariable)
    .map((text) => `\n\n${text}`)
    .join("");
  return {
    message: shorten(lines.join("\n\n"), MESSAGE_CHARACTERS_MAX - wayOut.length) + wayOut,
    summary: `Tapegate ${verdict.kind === "ask" ? "asks about" : "refused"}: ${oneLine(excerpt(command, first), 120)}`,
  };
}

function headingOf({ kind, findings }: Exclude<Verdict, { readonly kind: "pass" }>): string {
  if (kind === "ask")
    return "Tapegate: a person must confirm this command, since an approval may have been added without asking.";
  return findings.some(isRun)
    ? "Tapegate refused this command: nobody approved all the tests that it would run."
    : "Tapegate refused this command: it cannot judge what it would run.";
}

/** Whether a finding is about tests that run, not about text that cannot be judged. */
function isRun({ code }: Finding): boolean {
  return code.startsWith("PYTEST_") || code === "RUNNER_E2E";
}

/** The part of a command that a finding is about, as it stands there. */
function excerpt(command: string, { span }: Pick<Finding, "span">): string {
  return command.slice(span.start, span.end);
}

function describeFinding(command: string, finding: Finding): string {
  const part = excerpt(command, finding);
  const lines = [
    part === "" ? undefined : `Part: ${shorten(part, EXCERPT_CHARACTERS_MAX)}`,
    `Why: ${finding.reason}`,
    fits(finding.instead) ? `Run instead: ${finding.instead}` : undefined,
  ];
  return lines.filter((line) => line !== undefined).join("\n");
}

function describeWayOut(
  { kind, findings }: Exclude<Verdict, { readonly kind: "pass" }>,
  approvalVariable: string,
): string[] {
  if (kind === "ask")
    return [
      `Ask the user to confirm it; do not take ${approvalVariable}=1 out or rewrite the command to get around this.`,
    ];
  // The last rewritten command holds the approvals of all parts before it, or is the only one.
  const approved = findings.find((finding) => finding.approved !== undefined)?.approved;
  if (approved === undefined) {
    return findings.some(isRun)
      ? [
          `Do not rewrite the command to get around this: ask the user. Only after the user has said yes to this very run, start pytest by itself with ${approvalVariable}=1 directly before it; in this command there is no place for it.`,
        ]
      : [];
  }
  return [
    `Do not add ${approvalVariable}=1 on your own initiative: ask the user first. Only after the user has said yes to this very run${fits(approved) ? `:\n${approved}` : `, put ${approvalVariable}=1 before it.`}`,
  ];
}

function fits(text: string | undefined): text is string {
  return text !== undefined && text.length <= REWRITTEN_CHARACTERS_MAX;
}

function oneLine(text: string, charactersMax: number): string {
  return shorten(text.replaceAll(/\s+/g, " ").trim(), charactersMax);
}

function shorten(text: string, charactersMax: number): string {
  return text.length <= charactersMax ? text : `${text.slice(0, charactersMax - 1)}…`;
}
