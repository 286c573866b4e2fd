import { expect, test } from "vitest";
import type { HttpOutcome } from "../../src/cassette/values.ts";
import { replayResponse } from "../../src/provider/fetch-replay.ts";

const text: HttpOutcome = {
  kind: "http",
  status: 200,
  headers: [
    ["content-type", "text/plain"],
    ["x-request-id", "r-1"],
    ["x-ratelimit-remaining", "1"],
    ["x-ratelimit-remaining", "2"],
  ],
  body: { text: "héllo" },
  ending: "end",
};
const streamed: HttpOutcome = {
  ...text,
  body: { events: ["data: a\n\n", "data: b\n\n"] },
  chunkLengths: [4, 8],
};

test("a whole answer comes back as it was", async () => {
  const response = replay(text);
  expect(response.status).toBe(200);
  expect(response.url).toBe("https://api.example/x");
  expect(response.headers.get("x-request-id")).toBe("r-1");
  expect(response.headers.get("x-ratelimit-remaining")).toBe("1, 2");
  expect(await response.text()).toBe("héllo");
});

test("chunks come back at their recorded boundaries, and what no length names at the end", async () => {
  expect(await readChunks(replay(streamed))).toEqual(["data", ": a\n\ndat", "a: b\n\n"]);
});

test("a reader that transfers its chunks takes nothing else with them", async () => {
  for (let time = 0; time < 2; time++) {
    const read: string[] = [];
    for await (const chunk of replay(streamed).body!) {
      const own = structuredClone(chunk, { transfer: [chunk.buffer as ArrayBuffer] });
      read.push(new TextDecoder().decode(own));
    }
    expect(read.join("")).toBe("data: a\n\ndata: b\n\n");
  }
  expect(Buffer.from("still there").toString()).toBe("still there");
});

test("a broken body breaks after what there was", async () => {
  const response = replay({ ...streamed, ending: "abort", chunkLengths: [9, 9] });
  const reader = response.body!.getReader();
  expect((await reader.read()).value?.byteLength).toBe(9);
  expect((await reader.read()).value?.byteLength).toBe(9);
  await expect(reader.read()).rejects.toMatchObject({
    name: "TypeError",
    message: "terminated",
    cause: { code: "UND_ERR_SOCKET" },
  });
});

test("a whole body that broke breaks", async () => {
  await expect(replay({ ...text, ending: "abort" }).text()).rejects.toThrow("terminated");
});

test("a connection that broke before a status line is fetch's own failure", () => {
  expect(() => replay({ ...text, status: 0, ending: "abort" })).toThrow("fetch failed");
});

test("a stream that the client left gives what there was, and no end", async () => {
  const response = replay({ ...streamed, ending: "client left", chunkLengths: [18] });
  const reader = response.body!.getReader();
  expect((await reader.read()).value?.byteLength).toBe(18);
  await expect(reader.read()).rejects.toThrow("terminated");
});

test.each([204, 205, 304])("status %d has no body", async (status) => {
  const response = replay({ ...text, status, body: { text: "" } });
  expect(response.body).toBeNull();
  expect(response.status).toBe(status);
});

test("HEAD has no body", () => {
  expect(replay(text, { method: "HEAD" }).body).toBeNull();
});

test("a delay before the next try is none, or as recorded on request", () => {
  const limited: HttpOutcome = { ...text, status: 429, headers: [["retry-after", "17"]] };
  expect(replay(limited).headers.get("retry-after")).toBe("0");
  expect(replay(limited, { keepsRetryAfter: true }).headers.get("retry-after")).toBe("17");
});

test("a header value beyond Latin-1 does not break the answer", () => {
  const outcome: HttpOutcome = { ...text, headers: [["x-request-id", "日本"]] };
  const value = replay(outcome).headers.get("x-request-id") ?? "";
  expect(Buffer.from(value, "latin1").toString("utf8")).toBe("日本");
});

test("an abort while a stream is read ends it with the signal's reason", async () => {
  const controller = new AbortController();
  const reader = replay(streamed, { signal: controller.signal }).body!.getReader();
  await reader.read();
  controller.abort(new Error("enough"));
  await expect(reader.read()).rejects.toThrow("enough");
});

function replay(
  outcome: HttpOutcome,
  options: { method?: string; signal?: AbortSignal; keepsRetryAfter?: boolean } = {},
): Response {
  return replayResponse(outcome, {
    url: "https://api.example/x",
    method: options.method ?? "POST",
    signal: options.signal,
    keepsRetryAfter: options.keepsRetryAfter ?? false,
  });
}

async function readChunks(response: Response): Promise<string[]> {
  const chunks: string[] = [];
  for await (const chunk of response.body!) chunks.push(new TextDecoder().decode(chunk));
  return chunks;
}
