import { describeFindings } from "../gate/refusal.ts";
import { enableCompileCache } from "./compile-cache.ts";
import { answerBlock, SILENCE, type Answer, type Host, type Refusal } from "./hosts/host.ts";
import { recogniseHost } from "./hosts/hosts.ts";
import { judgeCommand } from "./judge-command.ts";
import { parsePayload } from "./payload.ts";

/** What the process around a hook knows. */
export interface HookProcess {
  /** The process's own working directory: where the payload names none. */
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/**
 * One run of the hook: the payload on standard input to the answer of the process, in the protocol
 * of the host that sent it. Never the host's "allow": where the gate has no opinion it is silent.
 */
export async function runHook(input: string, surroundings: HookProcess): Promise<Answer> {
  const payload = parsePayload(input);
  if (payload.kind === "empty") return SILENCE;
  if (payload.kind === "malformed") return answerBlock(malformed(payload.problem).message);
  const { host, call } = recogniseHost(payload.object);
  if (call.kind === "other") return host.pass;
  if (call.kind === "malformed") return host.refuse(malformed(call.problem));
  return judgeCall(host, call, surroundings);
}

async function judgeCall(
  host: Host,
  call: { readonly command: string; readonly cwd: string | undefined },
  { cwd, environment }: HookProcess,
): Promise<Answer> {
  const place = { cwd: call.cwd ?? environment["CLAUDE_PROJECT_DIR"] ?? cwd, environment };
  const { verdict, policy } = await judgeCommand(call.command, place, () =>
    enableCompileCache(environment),
  );
  if (verdict.kind === "pass") return host.pass;
  const { message, summary } = describeFindings(call.command, verdict, policy.approvalVariable);
  return host.refuse({ kind: verdict.kind, message, summary });
}

function malformed(problem: string): Refusal {
  return {
    kind: "deny",
    message: `Tapegate refused this call: malformed payload, ${problem}. Nothing is guessed from it. If your agent's hooks changed their form, update Tapegate (tapegate gate status).`,
    summary: "Tapegate refused a call: malformed payload",
  };
}
