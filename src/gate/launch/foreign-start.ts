import type { Field, Text } from "../shell/text-value.ts";

/** A command that a program of another language starts. */
export interface ForeignStart {
  /** Shell text, or the words of one command. */
  readonly text: Text | undefined;
  readonly words: readonly Field[];
  /** It starts in a directory that the program chooses. */
  readonly isElsewhere: boolean;
}
