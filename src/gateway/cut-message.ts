import type { ProviderMount } from "../exchange/dialect.ts";

/** What is said of an answer that the run's end cut off. */
export function cutMessage(mount: ProviderMount, endpoint: string): string {
  return `Not recorded: the run was ended while ${mount.name} answered ${endpoint}. What was recorded of it before stays`;
}
