import { normaliserNames, parseNormaliser } from "../../cassette/normaliser.ts";
import { counted, oneLine } from "../../report/text.ts";
import type { CliIo } from "../cli-io.ts";
import { helpText, parseCommandLine, type CommandSpec } from "../command-line.ts";
import { EXIT_STATUS } from "../exit-status.ts";
import { examineLibrary, type Ailment } from "../library/examine-library.ts";
import { cure } from "../library/cure-library.ts";
import { assertLibrary, readLibraryPlace, type LibraryPlace } from "../library/library-place.ts";
import { PLACE_OPTIONS } from "../library/library-spec.ts";
import { UsageError } from "../usage-error.ts";
import { logTo, jsonLine } from "../tell.ts";

/** `tapegate doctor [DIR]`: says what is wrong with a library and the way out; gives the exit status. */
export async function runDoctor(argv: readonly string[], io: CliIo): Promise<number> {
  const line = parseCommandLine(DOCTOR_SPEC, argv);
  if (line.asksHelp) {
    io.stdout(helpText(DOCTOR_SPEC));
    return EXIT_STATUS.ok;
  }
  const [folder, ...extra] = [...line.operands, ...(line.rest ?? [])];
  if (extra.length > 0 || (folder !== undefined && line.value("cassettes") !== undefined)) {
    throw new UsageError("Cannot examine more than one library: name one folder", "doctor");
  }
  const configured = await readLibraryPlace(line, io);
  const library =
    folder === undefined ? configured : (await import("node:path")).resolve(io.cwd, folder);
  const place: LibraryPlace =
    typeof library === "string" ? { ...configured, name: folder!, root: library } : library;
  assertLibrary(place);
  const active = normaliserNames(
    [...place.configuration.normalisers, ...line.values("normaliser")].map(toNormaliser),
  );
  const examined = examineLibrary(place, active);
  const log = logTo(io);
  const ailments = line.has("fix")
    ? examined.ailments.map((ailment) => cure(ailment, place.root, log))
    : examined.ailments;
  const { documents, recordings } = examined;
  io.stdout(
    line.has("json")
      ? jsonLine({ documents, recordings, findings: ailments.map(toRow) })
      : render(ailments, { documents, recordings }),
  );
  const isIll = ailments.some(({ severity, isCured }) => severity === "problem" && !isCured);
  return isIll ? EXIT_STATUS.found : EXIT_STATUS.ok;
}

function toNormaliser(text: string): ReturnType<typeof parseNormaliser> {
  try {
    return parseNormaliser(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw new UsageError(error.message, "doctor");
    throw error;
  }
}

function toRow({ severity, kind, path, state, wayOut, isCured }: Ailment): object {
  return { severity, kind, path, state, wayOut, isFixed: isCured };
}

function render(
  ailments: readonly Ailment[],
  counts: { readonly documents: number; readonly recordings: number },
): string {
  const size = `${counted(counts.documents, "cassette")}, ${counted(counts.recordings, "recording")}`;
  const problems = ailments.filter(({ severity, isCured }) => severity === "problem" && !isCured);
  const lines = ailments.flatMap(({ severity, path, state, wayOut, isCured }) => [
    oneLine(`${isCured ? "fixed" : severity}: ${path}`),
    `    ${oneLine(state)}`,
    ...(isCured ? [] : [`    → ${oneLine(wayOut)}`]),
  ]);
  const verdict =
    problems.length === 0
      ? `${size}: every digest fits, nothing stands in the way of a replay`
      : `${size}: ${counted(problems.length, "problem")}`;
  return `${[...lines, ...(lines.length > 0 ? [""] : []), verdict].join("\n")}\n`;
}

const DOCTOR_SPEC: CommandSpec = {
  name: "doctor",
  operands: "[DIR]",
  summary: `Examines a library: damaged and edited cassettes, locks and journals that interrupted recordings left,
cassettes in wrong places, scopes recorded twice, other normalisers than those in use, and says the
way out of each.`,
  options: {
    ...PLACE_OPTIONS,
    normaliser: {
      value: "RULE",
      isMultiple: true,
      help: "A normaliser in use, beside those of tapegate.json. Repeatable.",
    },
    fix: {
      help: "Do what is safe: remove locks whose process is gone and files that nobody writes any\nmore, bring journals into their cassettes, restore the layout of reformatted ones.",
    },
    json: {
      help: "Print one JSON object: documents, recordings, and findings with severity (problem or\nnote), kind, path, state, wayOut and isFixed.",
    },
  },
  epilogue: "Exit status: 1 where a problem is left, 0 otherwise.",
};
