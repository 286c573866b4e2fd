import type { SessionMode } from "../cassette/values.ts";
import type { Configuration } from "../suite/configuration.ts";
import type { CommandLine, OptionRow } from "./command-line.ts";
import { toPort } from "./option-values.ts";

/** Where cassettes are when nobody says. */
const DEFAULT_CASSETTES = "cassettes";

/** Options that `replay`, `record`, `auto` and `serve` have in common. */
export const LIBRARY_OPTIONS: Readonly<Record<string, OptionRow>> = {
  cassettes: {
    value: "DIR",
    help: `The library of cassettes. Default: "cassettes" of tapegate.json, else ${DEFAULT_CASSETTES}.`,
  },
  config: {
    value: "FILE",
    help: "Configuration. Default: tapegate.json here or in a directory above.",
  },
  normaliser: {
    value: "RULE",
    isMultiple: true,
    help: "Makes a volatile part of requests the same in every run, for the key only:\na preset (uuid), a JSON path ($.metadata.run_id), a pattern (/run-\\d+/). Repeatable.",
  },
  port: { value: "N", help: "Port of the gateway on 127.0.0.1. Default: a free one." },
  stream: {
    value: "HOW",
    choices: ["coalesced", "frames", "real-time"],
    help: "How recorded streams replay: coalesced (as fast as they are read), frames (at\nrecorded chunk boundaries), real-time (with recorded delays). Default: coalesced.",
  },
  pace: { help: "Same as --stream real-time." },
  "keep-retry-after": { help: "Replay retry-after as recorded instead of as 0." },
  secret: {
    value: "NAME",
    isMultiple: true,
    help: "A variable whose value must never reach a cassette, beside those that look like\ncredentials. Repeatable.",
  },
  "allow-secret-in-outcome": {
    help: "Record answers even where they hold the value of a known secret.",
  },
};

/** What those options say. */
export interface LibraryChoices {
  readonly cassettes: string;
  readonly normalisers: readonly string[];
  readonly port: number;
  readonly stream: "coalesced" | "frames" | "real-time";
  readonly keepsRetryAfter: boolean;
  readonly secretNames: readonly string[];
  readonly allowsSecretInOutcome: boolean;
}

/** Joins the command line with the configuration; the command line wins, normalisers add up. */
export function readLibraryChoices(
  line: CommandLine,
  configuration: Configuration,
  command: SessionMode | "serve",
): LibraryChoices {
  const port = line.value("port");
  return {
    cassettes: line.value("cassettes") ?? configuration.cassettes ?? DEFAULT_CASSETTES,
    normalisers: [...configuration.normalisers, ...line.values("normaliser")],
    port: port === undefined ? 0 : toPort({ command, name: "port", text: port }),
    stream: line.has("pace")
      ? "real-time"
      : ((line.value("stream") as LibraryChoices["stream"] | undefined) ?? "coalesced"),
    keepsRetryAfter: line.has("keep-retry-after"),
    secretNames: line.values("secret"),
    allowsSecretInOutcome: line.has("allow-secret-in-outcome"),
  };
}
