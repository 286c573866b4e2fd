/**
 * Whether a host fits a pattern. `*` stands for one or more labels or part of one, whatever its
 * characters (recorders leave `<aws_region>` in host names).
 */
export function matchesHost(host: string, pattern: string): boolean {
  const star = pattern.indexOf("*");
  if (star === -1) return host === pattern;
  const before = pattern.slice(0, star);
  const after = pattern.slice(star + 1);
  return (
    host.length > before.length + after.length && host.startsWith(before) && host.endsWith(after)
  );
}
