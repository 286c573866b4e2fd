import type { Call } from "../shell/machine.ts";
import { begunLinesOf, joinTexts, knownValue, textOf, unknownFrom } from "../shell/text-value.ts";
import type { Field, Text } from "../shell/text-value.ts";

/** Runs of one program over items that are followed one by one; what is more is followed as one run of unknown words. */
export const ITEM_RUNS_MAX = 64;

/** Words that come out of unknown text: any number of them. */
export function unknownWords(...texts: readonly Text[]): Field {
  return { text: unknownFrom(...texts), isSplit: true, at: undefined };
}

/** Lines of which each begins with what is known keep that beginning: `find tests/unit | xargs`. */
export function unknownItems(input: Text): readonly Field[] {
  const lines = begunLinesOf(input);
  return [
    lines === undefined ? unknownWords(input) : { text: lines, isSplit: true, at: undefined },
  ];
}

/** A word of a command with an item in the place of each mark. */
export function replaceIn(field: Field, mark: string, item: Field): Field {
  const known = knownValue(field.text);
  if (known === undefined || !known.includes(mark)) return field;
  const pieces = known
    .split(mark)
    .flatMap((part, index): Text[] => (index === 0 ? [textOf(part)] : [item.text, textOf(part)]));
  return { text: joinTexts(pieces), isSplit: item.isSplit, at: field.at };
}

/** An approval in front of a program that runs its command many times approves none of the runs. */
export function withoutApproval(call: Call, approvalVariable: string): ReadonlyMap<string, Text> {
  return new Map([...call.bound].filter(([name]) => name !== approvalVariable));
}
