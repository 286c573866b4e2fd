/**
 * A path with what varies named: `/v1/files/file-abc123` → `/v1/files/{id}`. For reading and for
 * finding recordings of the same endpoint, never for keys.
 */
export function templatePath(path: string): string {
  return path
    .replace(/\/(models|tunedModels|deployments)\/[^/:]+/g, "/$1/{model}")
    .replace(/^\/model\/[^/]+/, "/model/{model}")
    .replace(/\/(projects|locations|publishers)\/[^/]+/g, (whole, kind: string) =>
      kind === "publishers" ? whole : `/${kind}/{${kind.slice(0, -1)}}`,
    )
    .split("/")
    .map((segment) => (isVolatile(segment) ? "{id}" : segment))
    .join("/");
}

/** Ids: a UUID, a prefix with a tail that holds a digit, or a long run of letters and digits. */
function isVolatile(segment: string): boolean {
  if (segment.length < 8 || !/\d/.test(segment)) return false;
  return UUID.test(segment) || PREFIXED.test(segment) || LONG.test(segment);
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const PREFIXED = /^[a-z]{1,20}[-_][A-Za-z0-9_-]{6,}$/;
const LONG = /^[A-Za-z0-9_-]{10,}$/;
