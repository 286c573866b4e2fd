/** Where the plug-in is, and what the names that it gives start from. */
export interface NodePlugin {
  /** Absolute path of the plug-in, a CommonJS file. */
  readonly file: string;
  /** Directory in which the suite is started, absolute: what scopes and call sites are relative to. */
  readonly root: string;
}

/**
 * Variables by which every Node below a suite loads our plug-in without installing it. It is required,
 * not imported: `--import` makes Node 20 load even a CommonJS program as a module (it then refuses
 * names like `tool.es5`), and Nodes before 18.18 do not start with it at all.
 */
export function nodePluginVariables(
  inherited: Readonly<Record<string, string | undefined>>,
  { file, root }: NodePlugin,
): Readonly<Record<string, string>> {
  const ours = `--require=${quote(file)}`;
  const theirs = (inherited["NODE_OPTIONS"] ?? "").trim();
  const others = theirs.startsWith(ours) ? theirs.slice(ours.length).trim() : theirs;
  return { NODE_OPTIONS: others === "" ? ours : `${ours} ${others}`, TAPEGATE_ROOT: root };
}

/** As Node reads NODE_OPTIONS: blanks separate, double quotes keep together, a backslash escapes in them. */
function quote(path: string): string {
  return /[\s"]/u.test(path) ? `"${path.replaceAll(/["\\]/gu, String.raw`\$&`)}"` : path;
}
