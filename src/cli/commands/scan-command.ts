import { existsSync, lstatSync } from "node:fs";
import { resolve } from "node:path";
import type { Redactor } from "../../cassette/ports.ts";
import { counted, oneLine } from "../../report/text.ts";
import type { CliIo } from "../cli-io.ts";
import { helpText, parseCommandLine, type CommandSpec } from "../command-line.ts";
import { EXIT_STATUS } from "../exit-status.ts";
import {
  assertLibrary,
  openRedactor,
  readLibraryPlace,
  selectPlaces,
  shownPath,
  type LibraryPlace,
} from "../library/library-place.ts";
import { PLACE_OPTIONS, SECRET_OPTION } from "../library/library-spec.ts";
import { scanFile, scanFolder, type FileScan } from "../library/scan-files.ts";
import { jsonLine, tell } from "../tell.ts";
import { SECRET_CHARACTERS_MIN } from "../../suite/known-secrets.ts";

/** `tapegate scan [FILE…]`: looks for secrets on disk; gives the exit status. */
export async function runScan(argv: readonly string[], io: CliIo): Promise<number> {
  const line = parseCommandLine(SCAN_SPEC, argv);
  if (line.asksHelp) {
    io.stdout(helpText(SCAN_SPEC));
    return EXIT_STATUS.ok;
  }
  const library = await readLibraryPlace(line, io);
  const redactor = openRedactor(library, line, io);
  for (const name of line.values("secret")) {
    const length = io.environment[name]?.trim().length ?? 0;
    if (length >= SECRET_CHARACTERS_MIN) continue;
    const state = length === 0 ? "not set" : `shorter than ${SECRET_CHARACTERS_MIN} characters`;
    tell(
      io,
      `Cannot look for the value of "${name}": the variable is ${state}. Set it, and scan again`,
    );
  }
  const scans = scanAll([...line.operands, ...(line.rest ?? [])], library, redactor);
  const findings = scans.flatMap((scan) => scan.findings);
  const troubles = scans.flatMap((scan) => scan.troubles);
  for (const trouble of troubles) tell(io, trouble);
  io.stdout(
    line.has("json") ? jsonLine({ files: scans.length, findings, troubles }) : render(scans),
  );
  if (findings.length > 0) return EXIT_STATUS.found;
  return troubles.length > 0 ? EXIT_STATUS.trouble : EXIT_STATUS.ok;
}

/** Operands may be any files and folders, and whatever stands for scopes. */
function scanAll(
  operands: readonly string[],
  library: LibraryPlace,
  redactor: Redactor,
): readonly FileScan[] {
  const { cwd } = library;
  if (operands.length === 0) {
    assertLibrary(library);
    return scanFolder(library.root, cwd, redactor);
  }
  const scans = operands.flatMap((operand) => {
    const path = resolve(cwd, operand);
    if (existsSync(path)) {
      return lstatSync(path).isDirectory()
        ? scanFolder(path, cwd, redactor)
        : [scanFile({ path, shown: shownPath(path, cwd) }, redactor)];
    }
    return selectPlaces([operand], library, "scan").map(({ place, position }) => {
      const scan = scanFile(place, redactor);
      if (position === undefined) return scan;
      return { ...scan, findings: scan.findings.filter((one) => one.position === position) };
    });
  });
  return [...new Map(scans.map((scan) => [scan.path, scan])).values()];
}

/** Findings that are printed of one file; the JSON has all. */
const PRINTED_MAX = 20;

function render(scans: readonly FileScan[]): string {
  const hit = scans.filter(({ findings }) => findings.length > 0);
  const count = hit.reduce((sum, { findings }) => sum + findings.length, 0);
  if (count === 0) return `no secrets in ${counted(scans.length, "file")}\n`;
  const lines = hit.flatMap(({ path, findings }) => {
    const more = findings.length - PRINTED_MAX;
    return [
      oneLine(path),
      ...findings.slice(0, PRINTED_MAX).map(({ position, at, kind }) => {
        const where = position === undefined ? at : `#${position} ${at}`;
        return `  ${oneLine(`${where}: ${kind}`)}`;
      }),
      ...(more > 0 ? [`  … and ${more} more`] : []),
    ];
  });
  return `${lines.join("\n")}

${counted(count, "secret")} in ${counted(hit.length, "file")} of ${scans.length}. Revoke what is real, then record the scope again or delete the recording
(tapegate rm SCOPE#N); what was committed stays in the history.
`;
}

const SCAN_SPEC: CommandSpec = {
  name: "scan",
  operands: "[FILE|FOLDER|SCOPE…]",
  summary: `Looks for secrets in every file of the library (cassettes, journals, whatever lies there), or in the named
files, such as reports. In the copy of a request everything counts that would be redacted today; in an
answer known values and what tells itself by its form, also in base64 and split over a stream. Says where
and of what kind, never which.`,
  options: {
    ...PLACE_OPTIONS,
    ...SECRET_OPTION,
    json: {
      help: "Print one JSON object: files, findings (path, scope, position, at, kind) and troubles.",
    },
  },
  epilogue: `Values of this environment's variables that look like credentials are looked for as they are.

Exit status: 1 where secrets were found, 4 where a file cannot be read, 0 otherwise.

Example: tapegate scan && git add cassettes`,
};
