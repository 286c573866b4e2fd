import { HOST_WRAPPERS } from "./host-wrappers.ts";
import { STARTER_WRAPPERS } from "./starter-wrappers.ts";
import type { SubcommandWrapper, Wrapper } from "./wrapper.ts";

/** The wrapper of a program that is seldom seen: a bundle of its own, so that the hook does not load it for nothing. */
export function rareWrapperOf(program: string): Wrapper | SubcommandWrapper | undefined {
  return HOST_WRAPPERS.get(program) ?? STARTER_WRAPPERS.get(program);
}
