import { readFileSync } from "node:fs";
import { join } from "node:path";
import { decodeCassette } from "../../cassette/cassette-format.ts";
import type { Interaction } from "../../cassette/values.ts";
import type { LibraryManifest } from "./library-manifest.ts";

/** A provider's failure that a run recorded. */
export interface RecordedProviderError {
  readonly path: string;
  readonly endpoint: string;
  readonly status: string;
}

/** Answers from here on are failures. */
const STATUS_FAILURE_MIN = 400;

/** How often each failure stands in a library: `path endpoint key status` → count. */
export type ErrorCensus = ReadonlyMap<string, number>;

/** Counts the recorded failures of the documents that the manifest lists. */
export function takeErrorCensus(root: string, manifest: LibraryManifest): ErrorCensus {
  const census = new Map<string, number>();
  for (const path of manifest.keys()) {
    for (const interaction of interactionsOf(root, path)) {
      const status = failureOf(interaction);
      if (status === undefined) continue;
      const name = [path, interaction.endpoint, interaction.key, status].join("\t");
      census.set(name, (census.get(name) ?? 0) + 1);
    }
  }
  return census;
}

/** Failures that stand in `after` more often than in `before`: those must not be frozen into a cache. */
export function newProviderErrors(
  before: ErrorCensus,
  after: ErrorCensus,
): readonly RecordedProviderError[] {
  return [...after]
    .filter(([name, count]) => count > (before.get(name) ?? 0))
    .map(([name]) => {
      const [path = "", endpoint = "", , status = ""] = name.split("\t");
      return { path, endpoint, status };
    });
}

function interactionsOf(root: string, path: string): readonly Interaction[] {
  try {
    return decodeCassette(readFileSync(join(root, path), "utf8"), path).interactions;
  } catch {
    // A damaged document is reported by the run itself; here it holds no failure that we know of.
    return [];
  }
}

function failureOf({ outcome }: Interaction): string | undefined {
  switch (outcome.kind) {
    case "http":
      return outcome.status >= STATUS_FAILURE_MIN ||
        outcome.ending === "abort" ||
        outcome.ending === "error frame"
        ? `${outcome.status}${outcome.ending === "end" ? "" : ` ${outcome.ending}`}`
        : undefined;
    case "error":
      return outcome.error.name;
    case "stream":
      return outcome.error?.name;
    case "websocket":
      return outcome.ending === "abort" ? "websocket abort" : undefined;
    case "response":
    case "lookup":
      return undefined;
  }
}
