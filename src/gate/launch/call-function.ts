import type { Call, Scene } from "../shell/machine.ts";
import type { ShellState } from "../shell/shell-state.ts";
import type { FunctionDefinition } from "../shell/shell-variable.ts";
import { settle } from "../shell/state-set.ts";

/** Runs a function's body with the call's words as its positional parameters. */
export function callFunction(
  definition: FunctionDefinition,
  call: Call,
  { machine, state }: Scene,
): readonly ShellState[] {
  const { positional, isPositionalOpen, hidden, loops, hasOuterLoops, isReturnable } = state;
  const rest = call.argv.slice(1);
  const before = [...call.bound.keys()].map((name) => [name, state.variables.get(name)] as const);
  state.positional = [positional[0]!, ...rest.map(({ text }) => text)];
  state.isPositionalOpen = rest.some(({ isSplit }) => isSplit);
  state.hidden = before;
  // Bash lets no function break its caller's loop, other shells do.
  state.hasOuterLoops ||= loops > 0;
  state.loops = 0;
  state.isReturnable = true;
  for (const [name, text] of call.bound) {
    state.setVariable(name, { kind: "scalar", text, isExported: true });
  }
  const finals = machine.runNode(asRunnable(definition), {
    machine,
    state,
    source: definition.source,
  });
  for (const final of finals) {
    if (final.flow === "return") final.flow = "normal";
    for (const [name, variable] of final.hidden) {
      if (variable === undefined) final.dropVariable(name);
      else final.setVariable(name, variable);
    }
    final.positional = positional;
    final.isPositionalOpen = isPositionalOpen;
    final.hidden = hidden;
    final.loops = loops;
    final.hasOuterLoops = hasOuterLoops;
    final.isReturnable = isReturnable;
  }
  return settle(finals);
}

function asRunnable({ body }: FunctionDefinition): Parameters<Scene["machine"]["runNode"]>[0] {
  return body;
}
