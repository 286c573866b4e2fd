import type { PythonToken } from "./python-tokens.ts";

/** The modules that a program imports, by their full names. */
export function modulesOf(tokens: readonly PythonToken[]): ReadonlySet<string> {
  const modules = new Set<string>();
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    if (token.kind !== "name" || (token.text !== "import" && token.text !== "from")) continue;
    const isFrom = token.text === "from";
    let name = "";
    for (at++; at < tokens.length; at++) {
      const next = tokens[at]!;
      const text = next.kind === "name" || next.kind === "punctuation" ? next.text : "";
      if (text === "" || text === ";" || text === "import" || text === "(") break;
      if (text === ",") {
        modules.add(name);
        name = "";
      } else if (text === "as") at++;
      else name += text;
    }
    modules.add(name);
    // `from package import module`: the names behind it are no modules that matter here.
    if (isFrom) while (at + 1 < tokens.length && tokens[at + 1]!.kind !== "newline") at++;
  }
  modules.delete("");
  return modules;
}

/** What a module does when it is imported: neither its functions nor what only its own run does. */
export function topLevelOf(text: string): string {
  const kept: string[] = [];
  let isSkipped = false;
  for (const line of text.split("\n")) {
    if (/^(?:async\s+def|def|class)\b|^if\s+__name__\s*==/.test(line)) isSkipped = true;
    else if (/^[^\s#)\]}]/.test(line)) isSkipped = false;
    if (!isSkipped) kept.push(line);
  }
  return kept.join("\n");
}
