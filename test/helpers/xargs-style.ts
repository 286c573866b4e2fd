import type { XargsStyle } from "../../src/gate/launch/xargs-items.ts";
import type { XargsOptions } from "../gate/cases/word-grammars.ts";

/** What the options of a case mean. */
export function xargsStyle(options: XargsOptions): XargsStyle {
  switch (options) {
    case "-da":
      return { kind: "delimited", delimiter: "a" };
    case "-0":
      return { kind: "delimited", delimiter: "\0" };
    case "-I{}":
      return { kind: "quoted", end: undefined, isReplacing: true };
    case "-EEND":
      return { kind: "quoted", end: "END", isReplacing: false };
    case "":
      return { kind: "quoted", end: undefined, isReplacing: false };
  }
}
