/** The sections of an ini file as the `iniconfig` package reads them: indented lines continue a value. */
export function readIni(text: string): ReadonlyMap<string, Readonly<Record<string, string>>> {
  const sections = new Map<string, { [key: string]: string }>();
  let section: { [key: string]: string } = {};
  let key: string | undefined;
  for (const line of text.split(/\r?\n/)) {
    if (/^\s*(?:[#;]|$)/.test(line)) continue;
    const header = /^\[([^\]]*)\]\s*(?:[#;].*)?$/.exec(line);
    const separator = line.search(/[=:]/);
    if (header !== null) {
      section = {};
      sections.set(header[1]!, section);
      key = undefined;
    } else if (/^\s/.test(line)) {
      if (key !== undefined) section[key] = `${section[key]!}\n${line.trim()}`;
    } else if (separator > 0) {
      key = line.slice(0, separator).trim();
      section[key] = line.slice(separator + 1).trim();
    }
  }
  return sections;
}
