import type { Scene } from "./machine.ts";
import type { Function as FunctionNode } from "./parse-script.ts";

/** Defines a function; one that is read-only may stay as it is. */
export function defineFunction(node: FunctionNode, { state, source }: Scene): void {
  const before = state.functions.get(node.name.value);
  const definition = { body: node.body, source, isExported: false };
  const isKept = before?.isReadonly === true;
  state.setFunction(
    node.name.value,
    isKept
      ? { ...definition, isReadonly: true, others: [before, ...(before.others ?? [])] }
      : definition,
  );
}
