import type { GateContext } from "./context.ts";
import { COMMAND_BYTES_MAX, LimitReached, RUNS_MAX } from "./limits.ts";
import { mayMention } from "./may-mention.ts";
import type { Policy } from "./policy/policy.ts";
import { judgeRun } from "./pytest/judge-run.ts";
import type { RunJudgement } from "./pytest/judge-run.ts";
import type { PytestRun } from "./pytest/pytest-run.ts";
import { Interpreter } from "./shell/interpreter.ts";
import type { Listener } from "./shell/interpreter.ts";
import { inheritedBy } from "./shell/machine.ts";
import type { Call, PytestStart, Refusal } from "./shell/machine.ts";
import { rememberFiles } from "./remembered-files.ts";
import { inCommand, typedText } from "./typed-text.ts";
import { runTraps } from "./shell/subshell.ts";
import { writtenOver } from "./shell/written-files.ts";
import { ShellState } from "./shell/shell-state.ts";
import { commandSource } from "./shell/source.ts";
import { textOf, textToWordValue, toWordValue } from "./shell/text-value.ts";
import type { Text } from "./shell/text-value.ts";
import type { Finding, Verdict } from "./verdict.ts";
import type { WordValue } from "./word-value.ts";

/**
 * The only judge: says whether a shell command would run e2e, integration or whole-tree tests that
 * nobody approved. Pure and total: same answer for same input, never throws, never runs anything.
 */
export function decide(command: string, outside: GateContext, policy: Policy): Verdict {
  const context = { ...outside, files: rememberFiles(outside.files) };
  const typed = typedText(command);
  if (typed === undefined) return decideText(command, context, policy);
  const asTyped = decideText(typed, context, policy);
  if (asTyped.kind === "deny") return inCommand(asTyped, command);
  const asRead = decideText(command, context, policy);
  return asRead.kind === "pass" ? inCommand(asTyped, command) : asRead;
}

function decideText(command: string, context: GateContext, policy: Policy): Verdict {
  const judging = judge(command, context, policy);
  const [first, ...rest] = judging.findings;
  if (first === undefined) {
    const [approval, ...others] = judging.approvals;
    if (approval === undefined || policy.onApproved === "pass") return { kind: "pass" };
    return { kind: "ask", findings: [approval, ...others] };
  }
  const approved = judging.approvedCommand();
  const isApproving =
    approved !== undefined && judge(approved, context, policy).findings.length === 0;
  // What is offered is judged too: nobody shall paste a command that is refused again.
  const passes = remembering((offered) => judge(offered, context, policy).findings.length === 0);
  const [head, ...tail] = [first, ...rest].map(({ instead, ...finding }) => ({
    ...finding,
    ...(instead !== undefined && passes(instead) ? { instead } : {}),
    ...(isApproving ? { approved } : {}),
  }));
  return { kind: "deny", findings: [head!, ...tail] };
}

/** The same function, asked once for each argument. */
function remembering(ask: (text: string) => boolean): (text: string) => boolean {
  const answers = new Map<string, boolean>();
  return (text) => {
    const known = answers.get(text) ?? ask(text);
    answers.set(text, known);
    return known;
  };
}

function judge(command: string, context: GateContext, policy: Policy): Judging {
  const judging = new Judging(command, context, policy);
  // A character is one to three bytes of UTF-8, a pair of surrogates four: the length alone decides mostly.
  if (command.length * 3 > COMMAND_BYTES_MAX && byteLength(command) > COMMAND_BYTES_MAX) {
    judging.refuseLimit(`it is longer than ${COMMAND_BYTES_MAX} bytes`, true);
    return judging;
  }
  try {
    judging.run();
  } catch (error) {
    if (error instanceof LimitReached) judging.refuseLimit(error.limit, false);
    else if (error instanceof RangeError) judging.refuseLimit("it nests too deeply", false);
    else judging.refuseInternal(error);
  }
  return judging;
}

function byteLength(text: string): number {
  let bytes = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    bytes += code < 0x80 ? 1 : code < 0x800 || (code >= 0xd800 && code < 0xe000) ? 2 : 3;
  }
  return bytes;
}

/** One judgement of one command. */
class Judging implements Listener {
  readonly findings: Finding[] = [];
  /** Runs that are approved, told as findings for a policy that wants them confirmed. */
  readonly approvals: Finding[] = [];
  private readonly command: string;
  private readonly context: GateContext;
  private readonly policy: Policy;
  /** What is put where, by position. */
  private readonly insertions = new Map<number, string>();
  /** Judgements by everything that they depend on: a loop starts the same run again and again. */
  private readonly judgements = new Map<string, RunJudgement>();
  private readonly fileNumbers = new WeakMap<ReadonlyMap<string, Text>, number>();
  private filesCount = 0;
  private isUnapprovable = false;
  private readonly seen = new Set<string>();

  constructor(command: string, context: GateContext, policy: Policy) {
    this.command = command;
    this.context = context;
    this.policy = policy;
  }

  run(): void {
    const machine = new Interpreter(this.context, this.policy, this);
    const state = new ShellState(this.context.cwd, this.context.environment);
    const text: Text = textOf(this.command);
    machine.places.set(text, 0);
    const scene = { machine, state, source: commandSource(this.command) };
    runTraps(machine.runText(text, scene), scene);
  }

  judge(call: Call, start: PytestStart, state: ShellState): void {
    const { policy } = this;
    if (policy.fault !== undefined) {
      const { file, problems } = policy.fault;
      this.add({
        code: "POLICY_INVALID",
        span: call.span,
        reason: `This runs pytest, and the policy file ${file} cannot be used: ${problems.join("; ")}`,
      });
      this.isUnapprovable = true;
      return;
    }
    const judgement = this.judgementOf(call, start, state);
    switch (judgement.kind) {
      case "sanctioned":
        return;
      case "approved":
        this.approvals.push({
          code: "PYTEST_MAY_RUN",
          span: call.span,
          reason: `This runs pytest with ${policy.approvalVariable}=1: confirm that you approved this very run.`,
        });
        return;
      case "refused":
        this.add({
          ...judgement.finding,
          span: call.span,
          reason: reasonAt(call, judgement.finding),
        });
        this.noteInsertion(call, start);
    }
  }

  refuse(refusal: Refusal): void {
    this.isUnapprovable = true;
    this.add(refusal);
  }

  refuseLimit(limit: string, isCertain: boolean): void {
    if (!isCertain && !mayMention(this.command)) return;
    this.refuse({
      code: "LIMIT_REACHED",
      span: { start: 0, end: this.command.length },
      reason: `The command cannot be judged: ${limit}. Split it into smaller commands.`,
    });
  }

  refuseInternal(error: unknown): void {
    this.refuse({
      code: "INTERNAL",
      span: { start: 0, end: this.command.length },
      reason: `The gate failed on this command: ${error instanceof Error ? error.message : String(error)}. Please report it.`,
    });
  }

  /** The command with the approval before every refused run; `undefined` where one has no place. */
  approvedCommand(): string | undefined {
    if (this.isUnapprovable || this.insertions.size === 0) return undefined;
    const pieces: string[] = [];
    let from = 0;
    for (const [at, inserted] of [...this.insertions].sort(([one], [other]) => one - other)) {
      pieces.push(this.command.slice(from, at), inserted);
      from = at;
    }
    return [...pieces, this.command.slice(from)].join("");
  }

  /** The same number for the same written files: they may hold pytest's configuration. */
  private filesNumber({ files }: ShellState): number {
    const number = this.fileNumbers.get(files) ?? this.filesCount++;
    this.fileNumbers.set(files, number);
    return number;
  }

  private judgementOf(call: Call, start: PytestStart, state: ShellState): RunJudgement {
    const key = JSON.stringify([
      start.args.map(({ text, isSplit }) => [text, isSplit]),
      [...call.bound],
      call.removed === "all" ? "all" : [...call.removed],
      state.exportedChanges(),
      state.cwd,
      this.filesNumber(state),
      start.isIndirect || call.source.origin !== undefined,
    ]);
    const known = this.judgements.get(key);
    if (known !== undefined) return known;
    if (this.judgements.size >= RUNS_MAX) {
      throw new LimitReached(`it starts pytest in more than ${RUNS_MAX} ways`);
    }
    const judgement = judgeRun(
      this.toRun(call, start, state),
      { ...this.context, files: writtenOver(this.context.files, state, this.policy) },
      this.policy,
    );
    this.judgements.set(key, judgement);
    return judgement;
  }

  private toRun(call: Call, start: PytestStart, state: ShellState): PytestRun {
    const { approvalVariable } = this.policy;
    return {
      args: start.args.map((field) => toWordValue(field)),
      bound: toValues(call.bound),
      inherited: toValues(inheritedBy(call, state)),
      cwd: state.cwd,
      span: call.span,
      hasMisplacedApproval: this.command.includes(`${approvalVariable}=`),
      isIndirect: start.isIndirect || call.source.origin !== undefined,
    };
  }

  private noteInsertion(call: Call, start: PytestStart): void {
    const isIndirect = start.isIndirect || call.source.origin !== undefined;
    const name = this.policy.approvalVariable;
    const direct = call.leadAt === undefined ? undefined : { at: call.leadAt, text: `${name}=1 ` };
    const wrapped =
      start.programAt === undefined ? undefined : { at: start.programAt, text: `env ${name}=1 ` };
    const insertion = isIndirect ? undefined : (direct ?? wrapped);
    if (insertion === undefined) this.isUnapprovable = true;
    else if (!this.insertions.has(insertion.at)) this.insertions.set(insertion.at, insertion.text);
  }

  private add(finding: Finding): void {
    const key = JSON.stringify([finding.code, finding.span, finding.argv]);
    if (this.seen.has(key) || this.findings.length >= FINDINGS_MAX) return;
    this.seen.add(key);
    this.findings.push(finding);
  }
}

/** The reason, and where the run stands if the command's own text does not hold it. */
function reasonAt({ source: { origin } }: Call, { reason }: Finding): string {
  return origin === undefined ? reason : `${reason} The run stands in: ${origin}.`;
}

/** Findings beyond this say nothing new. */
const FINDINGS_MAX = 64;

function toValues(texts: ReadonlyMap<string, Text>): ReadonlyMap<string, WordValue> {
  return new Map([...texts].map(([name, text]) => [name, textToWordValue(text)]));
}
