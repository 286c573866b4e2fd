import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** One file of the scripted pull request, as the REST API lists it. */
export interface ListedFile {
  readonly filename: string;
  readonly status: string;
  readonly patch?: string;
  /** @default {1} */
  readonly changes?: number;
}

/** One annotation as a check run holds it. */
export interface StoredAnnotation {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly annotation_level: string;
  readonly title: string;
  readonly message: string;
}

/** How the server misbehaves on purpose. */
export interface ApiFaults {
  /** Status and message of the listing of files. */
  files?: { readonly status: number; readonly message: string };
  /** Status and message of check-run updates, from the n-th update on. */
  checks?: { readonly status: number; readonly message: string; readonly from: number };
  /** Takes requests and never answers. */
  hangs?: boolean;
}

/** GitHub's REST API on loopback: as much of it as the action asks for. */
export interface ApiServer {
  readonly url: string;
  /** `GET /repos/o/r/pulls/7/files?per_page=100&page=1` */
  readonly requests: string[];
  /** Values of the authorization header. */
  readonly tokens: Set<string>;
  readonly files: ListedFile[];
  /** Chunks of annotations in the order in which they came, all of one check run. */
  readonly chunks: (readonly StoredAnnotation[])[];
  readonly faults: ApiFaults;
  close(): Promise<void>;
}

const ANNOTATIONS_PER_UPDATE_MAX = 50;

/** What GitHub answers a token without the permission. */
export function denied(): { readonly status: number; readonly message: string } {
  return { status: 403, message: "Resource not accessible by integration" };
}

/** Starts the server on a free port of 127.0.0.1. */
export async function startApiServer(): Promise<ApiServer> {
  const state = {
    url: "",
    requests: [] as string[],
    tokens: new Set<string>(),
    files: [] as ListedFile[],
    chunks: [] as (readonly StoredAnnotation[])[],
    faults: {} as ApiFaults,
  };
  const server = createServer((request, response) => {
    void answer(request, response, state);
  });
  await new Promise<void>((settle) => server.listen(0, "127.0.0.1", settle));
  state.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ...state,
    close: () =>
      new Promise((settle) => {
        server.close(() => settle());
        server.closeAllConnections();
      }),
  };
}

type State = Omit<ApiServer, "close">;

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  state: State,
): Promise<void> {
  const body = await readBody(request);
  const url = new URL(request.url ?? "", state.url);
  state.requests.push(`${request.method} ${url.pathname}${url.search}`);
  state.tokens.add(request.headers.authorization ?? "");
  if (state.faults.hangs === true) return;
  if (request.method === "GET" && url.pathname === "/repos/o/r/pulls/7/files") {
    listFiles(url, response, state);
  } else if (request.method === "PATCH" && url.pathname.startsWith("/repos/o/r/check-runs/")) {
    updateCheckRun(body, response, state);
  } else send(response, 404, { message: "Not Found" });
}

function listFiles(url: URL, response: ServerResponse, { files, faults }: State): void {
  if (faults.files !== undefined) return refuse(response, faults.files);
  const size = Number(url.searchParams.get("per_page") ?? "30");
  const page = Number(url.searchParams.get("page") ?? "1");
  const next = new URL(url);
  next.searchParams.set("page", String(page + 1));
  if (page * size < files.length) response.setHeader("link", `<${next.href}>; rel="next"`);
  const listed = files.slice((page - 1) * size, page * size);
  send(
    response,
    200,
    listed.map((file) => ({ changes: 1, ...file })),
  );
}

function updateCheckRun(body: string, response: ServerResponse, state: State): void {
  const { checks } = state.faults;
  const updates = state.requests.filter((line) => line.startsWith("PATCH")).length;
  if (checks !== undefined && updates >= checks.from) return refuse(response, checks);
  const { output } = JSON.parse(body) as {
    output: { title: string; summary: string; annotations: StoredAnnotation[] };
  };
  const isRight =
    output.annotations.length <= ANNOTATIONS_PER_UPDATE_MAX &&
    output.title !== "" &&
    output.summary !== "" &&
    output.annotations.every(
      ({ path, start_line, end_line, title, message }) =>
        path !== "" &&
        !path.startsWith("/") &&
        start_line >= 1 &&
        end_line >= start_line &&
        title.length <= 255 &&
        Buffer.byteLength(message) <= 64 * 1024,
    );
  if (!isRight) return send(response, 422, { message: "Validation Failed" });
  state.chunks.push(output.annotations);
  send(response, 200, { id: 1 });
}

function refuse(
  response: ServerResponse,
  { status, message }: { readonly status: number; readonly message: string },
): void {
  send(response, status, { message });
}

function send(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(value));
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
