import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** One saved cache entry. */
export interface CacheEntry {
  readonly key: string;
  readonly version: string;
  readonly bytes: Buffer;
}

/** How the server misbehaves on purpose. */
export interface CacheFaults {
  /** Answers reservations with this message, as the service does for a read-only token. */
  denyWrite?: string;
  /** Answers look-ups with 403 and this message. */
  denyRead?: string;
  /** The next look-up finds nothing. */
  hidesOnce?: boolean;
  /** Status of every answer of the service. */
  status?: number;
  /** Takes requests whose path matches and never answers. */
  hangs?: RegExp;
}

/** A loopback Actions cache service, version 2: as much of it as `@actions/cache` 6 asks for. */
export interface CacheServer {
  readonly url: string;
  readonly entries: CacheEntry[];
  readonly requests: string[];
  readonly faults: CacheFaults;
  close(): Promise<void>;
}

/** The older service, which GitHub Enterprise Server and nektos/act have. */
const SERVICE_V1 = "/_apis/artifactcache/";
const SERVICE = "/twirp/github.actions.results.api.v1.CacheService/";

/** Starts the server on a free port of 127.0.0.1. */
export async function startCacheServer(): Promise<CacheServer> {
  const entries: CacheEntry[] = [];
  const requests: string[] = [];
  const faults: CacheFaults = {};
  const uploads = new Map<
    string,
    { key: string; version: string; blocks: Map<string, Buffer>; bytes?: Buffer }
  >();
  let url = "";
  const pending: { key: string; version: string; chunks: Buffer[] }[] = [];
  const answerV1 = (call: {
    readonly path: string;
    readonly request: IncomingMessage;
    readonly body: Buffer;
    readonly answer: (status: number, value: unknown) => void;
  }): void => {
    const { request, body, answer } = call;
    const target = new URL(call.path, `${url}/`);
    if (request.method === "GET") {
      const [key = "", ...restoreKeys] = (target.searchParams.get("keys") ?? "").split(",");
      const version = target.searchParams.get("version") ?? "";
      const found = lookUp(entries, { key, restore_keys: restoreKeys, version });
      if (found === undefined) return answer(204, undefined);
      const archiveLocation = `${url}/download/${entries.indexOf(found)}`;
      return answer(200, { archiveLocation, cacheKey: found.key, scope: "refs/heads/main" });
    }
    const upload = pending[Number(target.pathname.split("/").at(-1)) - 1];
    if (upload === undefined) {
      const { key, version } = JSON.parse(body.toString()) as { key: string; version: string };
      return answer(201, { cacheId: pending.push({ key, version, chunks: [] }) });
    }
    if (request.method === "PATCH") upload.chunks.push(body);
    else entries.push({ ...upload, bytes: Buffer.concat(upload.chunks) });
    answer(204, undefined);
  };
  const server: Server = createServer((request, response) => {
    void readBody(request).then((body) => {
      const path = request.url ?? "";
      requests.push(`${request.method} ${path.replace(SERVICE, "")}`);
      if (faults.hangs?.test(path) === true) return;
      const answer = (status: number, value: unknown): void => {
        response.writeHead(status, { "content-type": "application/json", "x-ms-request-id": "1" });
        response.end(value === undefined ? undefined : JSON.stringify(value));
      };
      if (path.startsWith(SERVICE) && faults.status !== undefined) {
        answer(faults.status, { code: "unavailable", msg: "made to fail" });
      } else if (path === `${SERVICE}CreateCacheEntry`) {
        const { key, version } = JSON.parse(body.toString()) as { key: string; version: string };
        if (faults.denyWrite !== undefined)
          return answer(200, { ok: false, message: faults.denyWrite });
        if (entries.some((entry) => entry.key === key && entry.version === version)) {
          return answer(409, { code: "already_exists", msg: "cache entry already exists" });
        }
        const id = String(uploads.size + 1);
        uploads.set(id, { key, version, blocks: new Map() });
        return answer(200, { ok: true, signed_upload_url: `${url}/account/container/${id}?sig=x` });
      } else if (path === `${SERVICE}FinalizeCacheEntryUpload`) {
        const { key, version } = JSON.parse(body.toString()) as { key: string; version: string };
        const upload = [...uploads.values()].find(
          (one) => one.key === key && one.version === version,
        );
        if (upload?.bytes === undefined)
          return answer(404, { code: "not_found", msg: "no upload" });
        entries.push({ key, version, bytes: upload.bytes });
        return answer(200, { ok: true, entry_id: String(entries.length) });
      } else if (path === `${SERVICE}GetCacheEntryDownloadURL`) {
        if (faults.denyRead !== undefined)
          return answer(403, { code: "permission_denied", msg: faults.denyRead });
        const wanted = JSON.parse(body.toString()) as {
          key: string;
          restore_keys?: string[];
          version: string;
        };
        const found = faults.hidesOnce === true ? undefined : lookUp(entries, wanted);
        delete faults.hidesOnce;
        return found === undefined
          ? answer(200, { ok: false })
          : answer(200, {
              ok: true,
              signed_download_url: `${url}/download/${entries.indexOf(found)}`,
              matched_key: found.key,
            });
      } else if (path.startsWith("/account/container/")) {
        const target = new URL(path, url);
        const upload = uploads.get(target.pathname.split("/").at(-1)!)!;
        const block = target.searchParams.get("blockid");
        if (target.searchParams.get("comp") === "blocklist") {
          const ids = [...body.toString().matchAll(/<Latest>([^<]+)<\/Latest>/g)].map(
            ([, id]) => id!,
          );
          upload.bytes = Buffer.concat(ids.map((id) => upload.blocks.get(id)!));
        } else if (block !== null) upload.blocks.set(block, body);
        else upload.bytes = body;
        response.writeHead(201, { "x-ms-request-id": "1" });
        response.end();
      } else if (path.startsWith("/download/")) {
        const bytes = entries[Number(path.split("/").at(-1))]!.bytes;
        response.writeHead(200, { "content-length": bytes.length });
        response.end(bytes);
      } else if (path.startsWith(SERVICE_V1)) {
        answerV1({ path: path.slice(SERVICE_V1.length), request, body, answer });
      } else answer(404, { code: "bad_route", msg: path });
    });
  });
  await new Promise<void>((settle) => server.listen(0, "127.0.0.1", settle));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    entries,
    requests,
    faults,
    close: () =>
      new Promise((settle) => {
        server.close(() => settle());
        server.closeAllConnections();
      }),
  };
}

/** Exact key, then prefix of the key, then each restore key; the newest first. */
function lookUp(
  entries: readonly CacheEntry[],
  wanted: { key: string; restore_keys?: string[]; version: string },
): CacheEntry | undefined {
  const candidates = entries.filter((entry) => entry.version === wanted.version).toReversed();
  for (const key of [wanted.key, ...(wanted.restore_keys ?? [])]) {
    const found =
      candidates.find((entry) => entry.key === key) ??
      candidates.find((entry) => entry.key.startsWith(key));
    if (found !== undefined) return found;
  }
  return undefined;
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** A token as the runner hands it out, with the cache scopes it may use. */
export function runtimeToken(scope: string, permission: number): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  const ac = JSON.stringify([{ Scope: scope, Permission: permission }]);
  return `${part({ alg: "HS256", typ: "JWT" })}.${part({ ac, repository_id: "123" })}.x`;
}
