import { join } from "node:path";
import { GateCommandError } from "./gate-terminal.ts";
import { readSettingsFile, type FileChange } from "./settings-file.ts";

const GUARD_FILE = "tapegate_pytest_guard.py";
const BEGIN = "# tapegate guard: begin (written by: tapegate gate install --pytest-guard)";
const END = "# tapegate guard: end";

/**
 * Loaded by path, so that it works under every import mode and changes no `sys.path`; the hooks'
 * names are all that it adds to the conftest's names without a mark of its own.
 */
const BLOCK = `${BEGIN}
import importlib.util as _tapegate_importlib
from pathlib import Path as _tapegate_Path

_tapegate_spec = _tapegate_importlib.spec_from_file_location(
    "tapegate_pytest_guard", _tapegate_Path(__file__).with_name("${GUARD_FILE}")
)
_tapegate_guard = _tapegate_importlib.module_from_spec(_tapegate_spec)
_tapegate_spec.loader.exec_module(_tapegate_guard)
pytest_runtestloop = _tapegate_guard.pytest_runtestloop
pytest_testnodedown = _tapegate_guard.pytest_testnodedown
${END}
`;

/**
 * The files of the pytest guard: the plug-in, copied to the repository's root, and the lines of the
 * root's `conftest.py` that load it. `source` is the plug-in as it ships.
 */
export function planGuard(
  verb: "install" | "uninstall",
  project: string,
  source: string,
): readonly FileChange[] {
  const guardPath = join(project, GUARD_FILE);
  const conftestPath = join(project, "conftest.py");
  const guard = readSettingsFile(guardPath);
  const conftest = readSettingsFile(conftestPath);
  const others = withoutBlock(conftest ?? "", conftestPath);
  if (verb === "uninstall") {
    return [
      { path: guardPath, before: guard, after: undefined },
      { path: conftestPath, before: conftest, after: others === "" ? undefined : others },
    ];
  }
  const own = /^(?:def +)?(pytest_(?:runtestloop|testnodedown))(?= *[=(])/m.exec(others)?.[1];
  if (own !== undefined) {
    throw new GateCommandError(
      "SETTINGS_UNREADABLE",
      `Cannot add the guard to "${conftestPath}": it defines ${own} itself. Call tapegate_pytest_guard.${own} from there, with the arguments that it gets`,
    );
  }
  const text = readSettingsFile(source);
  if (text === undefined) {
    throw new GateCommandError(
      "GATE_NOT_FOUND",
      `Cannot install the guard: "${source}" does not exist. Install tapegate again`,
    );
  }
  const gap = others === "" ? "" : others.endsWith("\n") ? "\n" : "\n\n";
  return [
    { path: guardPath, before: guard, after: text },
    { path: conftestPath, before: conftest, after: `${others}${gap}${BLOCK}` },
  ];
}

/** A conftest without the lines of the guard, and without the empty line that stands before them. */
function withoutBlock(text: string, path: string): string {
  const start = text.indexOf(BEGIN);
  if (start === -1) return text;
  const end = text.indexOf(END, start);
  if (end === -1) {
    throw new GateCommandError(
      "SETTINGS_UNREADABLE",
      `Cannot change "${path}": the guard's lines have a beginning ("${BEGIN}") and no end. Remove them by hand`,
    );
  }
  const before = text.slice(0, start).replace(/\n\n$/, "\n");
  return `${before}${text.slice(end + END.length).replace(/^\r?\n/, "")}`;
}
