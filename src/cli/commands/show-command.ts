import type { Interaction, JsonValue } from "../../cassette/values.ts";
import type { Redactor } from "../../cassette/ports.ts";
import { toConversation } from "../../report/conversation/conversation.ts";
import type { Turn } from "../../report/conversation/turn.ts";
import { grouped, oneLine, shortened } from "../../report/text.ts";
import type { CliIo } from "../cli-io.ts";
import { helpText, parseCommandLine, type CommandSpec } from "../command-line.ts";
import { EXIT_STATUS } from "../exit-status.ts";
import {
  openRedactor,
  readLibraryPlace,
  selectPlaces,
  type CassettePlace,
} from "../library/library-place.ts";
import { OPERAND_HELP, PLACE_OPTIONS, SECRET_OPTION } from "../library/library-spec.ts";
import { indentedLines } from "../library/lines-of-text.ts";
import { positionsOf, readWhole } from "../library/read-cassette.ts";
import { UsageError } from "../usage-error.ts";
import { jsonLine } from "../tell.ts";

/** `tapegate show SCOPE…`: prints conversations; gives the exit status. */
export async function runShow(argv: readonly string[], io: CliIo): Promise<number> {
  const line = parseCommandLine(SHOW_SPEC, argv);
  if (line.asksHelp) {
    io.stdout(helpText(SHOW_SPEC));
    return EXIT_STATUS.ok;
  }
  const operands = [...line.operands, ...(line.rest ?? [])];
  if (operands.length === 0) {
    throw new UsageError("Cannot show: no scope is named. tapegate ls lists them", "show");
  }
  const library = await readLibraryPlace(line, io);
  const redactor = openRedactor(library, line, io);
  const isFull = line.has("full");
  for (const selected of selectPlaces(operands, library, "show")) {
    const index = readWhole(selected.place);
    const shown = positionsOf(selected, index, "show").map((at) => ({
      position: at + 1,
      interaction: index.interaction(at),
    }));
    io.stdout(
      line.has("json")
        ? toJson(selected.place, shown, redactor)
        : render(selected.place, { shown, normalisers: index.normalisers, redactor, isFull }),
    );
  }
  return EXIT_STATUS.ok;
}

interface Shown {
  readonly position: number;
  readonly interaction: Interaction;
}

/** One line for each recording, so that any number of them can be read as a stream. */
function toJson(place: CassettePlace, shown: readonly Shown[], redactor: Redactor): string {
  return shown
    .map(({ position, interaction }) => {
      const { asked, answered, status } = redactedConversation(interaction, redactor);
      const row = {
        scope: place.scope,
        path: place.shown,
        position,
        status,
        asked,
        answered,
        interaction: redactor.redact(interaction as unknown as JsonValue),
      };
      return jsonLine(row);
    })
    .join("");
}

/** Redacted when the pieces of a stream are put together: none of them alone may look like a secret. */
function redactedConversation(
  interaction: Interaction,
  redactor: Redactor,
): ReturnType<typeof toConversation> {
  const { asked, answered, status } = toConversation(interaction);
  const redact = (turn: Turn): Turn => ({ ...turn, text: redactor.redactText(turn.text) });
  return {
    asked: asked.map(redact),
    answered: answered.map(redact),
    status: redactor.redactText(status),
  };
}

interface Rendering {
  readonly shown: readonly Shown[];
  readonly normalisers: readonly string[];
  readonly redactor: Redactor;
  readonly isFull: boolean;
}

function render(place: CassettePlace, rendering: Rendering): string {
  const { shown, normalisers } = rendering;
  const active = normalisers.length === 0 ? "" : `, normalisers ${normalisers.join(", ")}`;
  const head = oneLine(`${place.scope}  (${place.shown}${active})`);
  const bodies = shown.map((one) => recordingLines(one, rendering).join("\n"));
  return `${[head, ...bodies].join("\n\n")}\n\n`;
}

function recordingLines(
  { position, interaction }: Shown,
  { redactor, isFull }: Rendering,
): readonly string[] {
  const { asked, answered, status } = redactedConversation(interaction, redactor);
  const { endpoint, provider, model, lane, recordedAt, callSite, key } = interaction;
  const facts = [
    endpoint,
    provider,
    ...(model === undefined ? [] : [model]),
    ...(lane === 0 ? [] : [`lane ${lane}`]),
    status,
    recordedAt?.slice(0, 10) ?? "undated",
    `key ${key.slice(0, 12)}`,
    ...(callSite === undefined ? [] : [callSite]),
  ];
  return [
    oneLine(redactor.redactText(`#${position}  ${facts.join(" · ")}`)),
    ...[...asked, ...answered].flatMap((turn) => turnLines(turn, isFull)),
  ];
}

/** Characters of one turn that are printed without `--full`. */
const TURN_CHARACTERS_MAX = 2000;

function turnLines({ role, kind, text }: Turn, isFull: boolean): readonly string[] {
  const title = kind === "text" ? role : `${role}, ${kind}`;
  const shown = isFull ? text : shortened(text, TURN_CHARACTERS_MAX);
  const cut =
    shown === text ? [] : [`      (${grouped(text.length)} characters; --full prints all)`];
  return [`    ${oneLine(title)}`, ...indentedLines(shown, "      "), ...cut];
}

const SHOW_SPEC: CommandSpec = {
  name: "show",
  operands: "SCOPE…",
  summary: `Prints what was asked and what was answered, as a conversation. Whatever looks like a secret is
printed as [redacted], also where the cassette holds it (tapegate scan finds those).`,
  options: {
    ...PLACE_OPTIONS,
    full: { help: "Print long texts whole." },
    json: {
      help: "Print one JSON object a line: scope, path, position, status, asked, answered and the\nwhole interaction, redacted.",
    },
    ...SECRET_OPTION,
  },
  epilogue: `${OPERAND_HELP}

Example: tapegate show tests/unit/test_chat.py::test_greets#2`,
};
