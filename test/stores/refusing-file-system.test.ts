import { spawnSync, type SpawnSyncReturns } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decodeCassette } from "../../src/cassette/cassette-format.ts";
import { openDirectoryStore } from "../../src/stores/directory-store.ts";
import { answer, chatRequest } from "../cassette/requests.ts";
import { replayOne, sessionsOver } from "../cassette/session-fixture.ts";
import { bundleProgram, type BundledProgram } from "../helpers/bundle-program.ts";
import { mayLackPrograms } from "../helpers/node-runtimes.ts";

/** A user without rights: root ignores permissions. */
const NOBODY = 65_534;

/** Blocks of 512 or 1,024 bytes, as shells count, that one file may have. */
const FILE_BLOCKS_MAX = 60;

let program: BundledProgram;
const folder = mkdtempSync(join(tmpdir(), "tapegate-refusing-"));

beforeAll(() => {
  program = bundleProgram(new URL("../cassette/recording-program.ts", import.meta.url));
  for (const path of [folder, dirname(program.path)]) chmodSync(path, 0o755);
});

afterAll(() => {
  program.remove();
  rmSync(folder, { recursive: true, force: true });
});

describe("recording into a directory that may not be written", () => {
  test("is refused before the first live call, with the way out", () => {
    const root = join(folder, "read-only");
    mkdirSync(root);
    chmodSync(root, 0o555);
    const asNobody = process.getuid?.() === 0 ? { uid: NOBODY } : {};
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [program.path, "record", root, "1", "1"],
      { encoding: "utf8", ...asNobody },
    );
    expect(stdout).toBe("");
    expect(stderr).toContain(
      `Cannot record into ${root}: permission is denied (EACCES). Make it writable for this user, or use replay, which writes nothing`,
    );
    expect(status).not.toBe(0);
  });
});

describe("recording below a folder in which nothing can be made", () => {
  test.skipIf(process.platform !== "linux")("is refused, where Node's mkdir never returns", () => {
    const { status, signal, stderr } = spawnSync(
      process.execPath,
      [program.path, "record", "/proc/tapegate/a", "1", "1"],
      { encoding: "utf8", timeout: 20_000, killSignal: "SIGKILL" },
    );
    expect(stderr).toContain("Cannot record into /proc/tapegate/a: ");
    expect({ signal, isRefused: status !== 0 }).toEqual({ signal: null, isRefused: true });
  });
});

describe("recording below a folder of a read-only file system", () => {
  test("says that it is read-only, though making folders there ends in ENOENT", (context) => {
    const place = join(folder, "mounted");
    mkdirSync(place);
    const mount = 'mount -t tmpfs -o ro none "$0" && exec "$@"';
    const [unshare, ...words] = ["unshare", "-rm", "sh", "-c", mount, place] as const;
    const canMount = spawnSync(unshare, [...words, "true"]).status === 0;
    if (!canMount && mayLackPrograms) context.skip();
    const root = join(place, "a/b");
    const { status, stderr } = spawnSync(
      unshare,
      [...words, process.execPath, program.path, "record", root, "1", "1"],
      { encoding: "utf8" },
    );
    expect(stderr).toContain(
      `Cannot record into ${root}: the file system is read-only (EROFS). Record on a writable one`,
    );
    expect(status).not.toBe(0);
  });
});

describe("recording where a file may not grow", () => {
  test("ends in a clear error, keeps the earlier document and every finished interaction", () => {
    const root = join(folder, "full");
    const earlier = spawnSync(process.execPath, [program.path, "record", root, "1", "2"]);
    expect(earlier.status).toBe(0);
    const path = openDirectoryStore(root).pathOf("default");
    const document = readFileSync(path, "utf8");

    const { status, stdout, stderr } = recordInto(root);
    expect(status).not.toBe(0);
    expect(stderr).toMatch(/Cannot (?:record into|write) .*: the file may not grow any larger/);
    const finished = stdout.split("\n").slice(0, -1).map(Number);
    expect(finished.length).toBeGreaterThan(2);
    // Either nothing was written since, or a whole document: never half of one.
    const now = readFileSync(path, "utf8");
    expect(() => decodeCassette(now, path)).not.toThrow();
    expect(now.length).toBeGreaterThanOrEqual(document.length);

    const { open } = sessionsOver(openDirectoryStore(root));
    const replay = open("replay");
    for (const number of [1, 2, ...finished]) {
      const request = chatRequest(`question ${number} ${"x".repeat(3000)}`);
      expect(replayOne(replay, request)).toEqual(answer(`answer ${number}`));
    }
  });
});

function recordInto(root: string): SpawnSyncReturns<string> {
  const command = `ulimit -f ${FILE_BLOCKS_MAX}; exec "$0" "$@"`;
  const args = [process.execPath, program.path, "auto", root, "100", "1000"];
  return spawnSync("sh", ["-c", command, ...args], { encoding: "utf8" });
}
