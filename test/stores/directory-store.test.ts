import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { hostname, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { CassetteFormatError, CassetteStoreError } from "../../src/cassette/errors.ts";
import { openSession } from "../../src/cassette/open-session.ts";
import { openDirectoryStore } from "../../src/stores/directory-store.ts";
import { chatRequest } from "../cassette/requests.ts";
import { missing } from "../helpers/node-runtimes.ts";
import { describeStoreContract } from "../contracts/store-contract.ts";

const folder = mkdtempSync(join(tmpdir(), "tapegate-store-"));
let rootCount = 0;
const newRoot = (): string => join(folder, String(rootCount++));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describeStoreContract("directory store", () => openDirectoryStore(newRoot()));

describe("directory store", () => {
  test("leaves nothing but documents behind", () => {
    const root = newRoot();
    const recording = openDirectoryStore(root).openRecording("a/b");
    recording.append("{}");
    recording.commit("{}\n");
    recording.close();
    expect(readdirSync(join(root, "a"))).toEqual(["b.cassette.json"]);
  });

  test("leaves a torn last line of a journal out", () => {
    const store = openDirectoryStore(newRoot());
    const recording = store.openRecording("default");
    recording.append('{"n":1}');
    recording.close();
    appendFileSync(journalOf(store.pathOf("default")), '{"n":2');
    expect(store.read("default")?.journal).toEqual(['{"n":1}']);
  });

  test("refuses a document that is not UTF-8", () => {
    const store = openDirectoryStore(newRoot());
    write(store.pathOf("default"), Buffer.from([0x7b, 0xff, 0x7d]));
    expect(() => store.read("default")).toThrow(CassetteFormatError);
    expect(() => store.read("default")).toThrow(/is not UTF-8/);
  });

  test("refuses a document larger than a string can be", () => {
    const store = openDirectoryStore(newRoot());
    write(store.pathOf("default"), "");
    truncateSync(store.pathOf("default"), 600_000_000);
    expect(() => store.read("default")).toThrow(/600000000 bytes.*500000000 are the limit/);
  });

  test("refuses a folder in a document's place", () => {
    const store = openDirectoryStore(newRoot());
    mkdirSync(store.pathOf("default"), { recursive: true });
    expect(() => store.read("default")).toThrow(/a folder stands in its place \(EISDIR\)/);
  });

  test("says that a file stands where the root should be", () => {
    const root = newRoot();
    writeFileSync(root, "");
    const store = openDirectoryStore(root);
    expect(store.read("default")).toBeUndefined();
    expect([...store.scopes()]).toEqual([]);
    expect(() => store.openRecording("default")).toThrow(/a part of its path is a file/);
  });

  test("lists documents that other programs laid out anew, and no damaged ones", () => {
    const store = openDirectoryStore(newRoot());
    write(store.pathOf("Upper"), '{"version":1,"scope":"Upper","format":"tapegate-cassette"}');
    write(store.pathOf("Damaged"), "{");
    expect([...store.scopes()]).toEqual(["Upper"]);
  });
});

describe("directory store on a file system that refuses", () => {
  test("keeps the earlier document and the journal where a commit fails", () => {
    const store = openDirectoryStore(newRoot());
    const first = store.openRecording("a/default");
    first.commit("earlier\n");
    first.append("{}");
    const path = store.pathOf("a/default");
    // A folder in the place of the document refuses the rename as a full disk refuses the write.
    const aside = `${path}.aside`;
    writeFileSync(aside, readFileSync(path));
    rmSync(path);
    mkdirSync(path);
    expect(() => first.commit("later\n")).toThrow(CassetteStoreError);
    first.close();
    expect(readFileSync(journalOf(path), "utf8")).toBe("{}\n");
    expect(readFileSync(aside, "utf8")).toBe("earlier\n");
    expect(readdirSync(dirname(path)).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  // It answers every write with ENOSPC.
  const skipped = missing("a full disk", "/dev/full");
  test.skipIf(skipped !== undefined)("says that the disk is full and what to do", () => {
    const store = openDirectoryStore(newRoot());
    const recording = store.openRecording("default");
    symlinkSync("/dev/full", journalOf(store.pathOf("default")));
    const append = (): void => recording.append("{}");
    expect(append).toThrow(CassetteStoreError);
    expect(append).toThrow(/the disk is full \(ENOSPC\)\. Free some space/);
    recording.close();
  });
});

describe("directory store's lock", () => {
  const stale: readonly (readonly [name: string, text: () => string, ageMs: number])[] = [
    ["of a process that is gone", () => owner({ pid: deadPid() }), 0],
    ["of a process whose pid was given to another", () => owner({ start: "other-boot 1" }), 0],
    ["of another host, half a day old", () => owner({ host: "elsewhere" }), 13 * 3_600_000],
    ["that a crash tore", () => '{"pid": 1', 20_000],
  ];
  for (const [name, text, ageMs] of stale) {
    test(`is taken over where it is one ${name}`, () => {
      const warnings: string[] = [];
      const log = { warn: (message: string) => warnings.push(message), error: () => {} };
      const store = openDirectoryStore(newRoot(), { log });
      leaveLock(store.pathOf("default"), text(), ageMs);
      store.openRecording("default").close();
      expect(warnings).toHaveLength(1);
      expect(warnings[0]).toMatch(/^Removed the lock that .* left on /);
      expect(existsSync(lockOf(store.pathOf("default")))).toBe(false);
    });
  }

  const live: readonly (readonly [name: string, text: () => string, ageMs: number])[] = [
    ["of this process", () => owner({}), 100_000],
    ["of another host, fresh", () => owner({ host: "elsewhere" }), 60_000],
    ["that is just being written", () => "", 0],
  ];
  for (const [name, text, ageMs] of live) {
    test(`refuses where it is one ${name}`, () => {
      const store = openDirectoryStore(newRoot());
      leaveLock(store.pathOf("default"), text(), ageMs);
      expect(() => store.openRecording("default")).toThrow(/records it\. Wait for it to end/);
      expect(existsSync(lockOf(store.pathOf("default")))).toBe(true);
    });
  }
});

describe("recorderOf()", () => {
  const owners: readonly (readonly [name: string, text: () => string, told: RegExp | undefined])[] =
    [
      ["another process", () => owner({ pid: process.ppid }), /^process \d+ on /],
      ["this process", () => owner({}), undefined],
      ["a process that is gone", () => owner({ pid: deadPid() }), undefined],
    ];
  for (const [name, text, told] of owners) {
    test(`tells ${told === undefined ? "nothing of" : "of"} ${name}; so does a miss`, () => {
      const store = openDirectoryStore(newRoot());
      leaveLock(store.pathOf("default"), text(), 0);
      const said: string[] = [];
      const log = { warn: (message: string) => void said.push(message), error: () => undefined };
      const session = openSession({ mode: "replay", store, clock: { now: () => 0 }, log });
      session.issue(chatRequest("a")).consume();
      expect(store.recorderOf?.("default") ?? "").toMatch(told ?? /^$/);
      expect(said.join("\n")).toMatch(
        told === undefined ? /^$/ : /^"default" is being recorded by process \d+ on /,
      );
    });
  }
});

function owner(change: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ pid: process.pid, start: null, host: hostname(), ...change });
}

function deadPid(): number {
  return spawnSync(process.execPath, ["-e", ""]).pid;
}

function leaveLock(document: string, text: string, ageMs: number): void {
  write(lockOf(document), text);
  const time = (Date.now() - ageMs) / 1000;
  utimesSync(lockOf(document), time, time);
}

function lockOf(document: string): string {
  return document.replace(/json$/, "lock");
}

function journalOf(document: string): string {
  return document.replace(/json$/, "journal");
}

function write(path: string, content: string | Buffer): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
