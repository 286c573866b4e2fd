import { delimiter } from "node:path";

/** The plug-in's module, which `folder` holds as `tapegate_pytest.py`. */
const MODULE = "tapegate_pytest";

/**
 * Variables by which every pytest below a suite loads our plug-in without installing it. Other
 * Python programs see one more folder on their path, with one module nobody imports.
 *
 * @param folder Absolute path of the folder with the plug-in.
 */
export function pytestPluginVariables(
  inherited: Readonly<Record<string, string | undefined>>,
  folder: string,
): Readonly<Record<string, string>> {
  return {
    PYTHONPATH: join(folder, inherited["PYTHONPATH"], delimiter),
    PYTEST_PLUGINS: join(MODULE, inherited["PYTEST_PLUGINS"], ","),
  };
}

/** Ours first, each once; an empty element of PYTHONPATH would mean the current folder. */
function join(ours: string, theirs: string | undefined, separator: string): string {
  const others = (theirs ?? "").split(separator).filter((item) => item !== "" && item !== ours);
  return [ours, ...others].join(separator);
}
