import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { clientFailure, letClientWork } from "../../../src/action/cache/client-work.ts";

const never = new AbortController().signal;
let printed: string[];

beforeEach(() => {
  printed = [];
  vi.spyOn(process.stdout, "write").mockImplementation((chunk) => {
    printed.push(String(chunk).trimEnd());
    return true;
  });
});

afterEach(() => {
  vi.restoreAllMocks();
});

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

describe("letClientWork()", () => {
  test("keeps what the client says, and makes its annotations plain lines", async () => {
    const work = await letClientWork(
      async () => {
        print(
          "::warning::Failed to save: Unable to%0Areserve, another job may be creating this cache.",
        );
        await wait(1);
        print("::debug::detail");
        print("::add-mask::secret");
        return 7;
      },
      { msMax: 5000, cancelled: never },
    );
    expect(work).toEqual({
      kind: "done",
      value: 7,
      lines: ["Failed to save: Unable to\nreserve.", "detail"],
    });
    expect(printed.some((line) => line.startsWith("::warning"))).toBe(false);
    expect(printed).toContain("::add-mask::secret");
    expect(printed).toContain("::debug::detail");
  });

  test("waits no longer than the deadline; what comes later is silent, masks excepted", async () => {
    let finish = (): void => undefined;
    const finished = new Promise<void>((settle) => (finish = settle));
    const work = await letClientWork(
      async () => {
        await wait(60);
        print("::warning::late");
        print("::add-mask::late secret");
        finish();
      },
      { msMax: 20, cancelled: never },
    );
    expect(work).toMatchObject({
      kind: "given up",
      why: "the cache service did not answer within 0.02 s",
    });
    print("ours in between");
    await finished;
    await wait(1);
    expect(printed).toEqual(["ours in between", "::add-mask::late secret"]);
    print("after it");
    expect(printed.at(-1)).toBe("after it");
  });

  test("a cancellation ends the waiting, one that came before too", async () => {
    const cancellation = new AbortController();
    const limits = { msMax: 60_000, cancelled: cancellation.signal };
    const working = letClientWork(() => new Promise(() => undefined), limits);
    cancellation.abort("SIGINT");
    expect(await working).toMatchObject({ kind: "given up", why: "the job was cancelled" });
    expect(await letClientWork(() => new Promise(() => undefined), limits)).toMatchObject({
      why: "the job was cancelled",
    });
  });

  test("hands on what the client throws", async () => {
    const failing = letClientWork(() => Promise.reject(new Error("no path")), {
      msMax: 5000,
      cancelled: never,
    });
    await expect(failing).rejects.toThrow("no path");
  });
});

describe("clientFailure()", () => {
  test.each<[string, readonly string[], string | undefined]>([
    ["nothing failed", ["Cache hit for: k", "Cache restored successfully"], undefined],
    [
      "429",
      ["Failed to restore: Failed to X: Rate limited: Failed request: (429) Too Many Requests: m"],
      "the cache service asks to wait (429)",
    ],
    [
      "503, told by the line before the last",
      [
        "Failed to reserve cache: Error: Failed to make request after 5 attempts: Failed request: (503) Service Unavailable: m",
        "Failed to save: Unable to reserve cache with key k.",
      ],
      "the cache service answered 503",
    ],
    [
      "the older service",
      ["Failed to restore: Cache service responded with 502"],
      "the cache service answered 502",
    ],
    [
      "refused",
      ["Failed to restore: Unable to make request: ECONNREFUSED\nIf you are using self-hosted"],
      "the cache service cannot be reached (ECONNREFUSED)",
    ],
    [
      "a token that may not read",
      ["Failed to restore: Failed request: (403) Forbidden: cache read denied by policy"],
      "the cache service refused it: cache read denied by policy",
    ],
    [
      "a key that is taken",
      [
        "Failed to reserve cache: Error: Failed request: (409) Conflict: exists",
        "Failed to save: Unable to reserve cache with key k.",
      ],
      "an entry with this key is there already, or another job is writing it",
    ],
    [
      "what the service sent is no cause",
      ['Body: {"matched_key": "(503)"}', "Failed to restore: something new"],
      "something new",
    ],
  ])("%s", (_, lines, cause) => {
    expect(clientFailure(lines)).toBe(cause);
  });
});
