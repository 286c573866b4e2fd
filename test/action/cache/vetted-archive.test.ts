import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { RefusedArchive, unpackVetted } from "../../../src/action/cache/vetted-archive.ts";
import { gzipArchive, tarArchive, type TarMember } from "../../helpers/tar-archive.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tapegate-archive-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Unpacks an archive of these bytes below `cassettes`. */
async function unpack(bytes: Buffer): Promise<readonly string[]> {
  writeFileSync(join(folder, "archive"), bytes);
  const { files } = await unpackVetted(join(folder, "archive"), "cassettes", join(folder, "q"));
  return files;
}

/** Bytes that begin like another gzip member and are none. */
function withTail(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.from([0x1f, 0x8b, 0x08]), Buffer.from("garbage")]);
}

const GOOD: TarMember = { name: "cassettes/a.cassette.json", content: "good" };

describe("unpackVetted() unpacks", () => {
  test.each([
    ["gzip", gzipArchive],
    ["no compression", tarArchive],
  ])("cassettes and their folders (%s)", async (_, pack) => {
    const large = Buffer.alloc(3 * 1024 ** 2, "x");
    const files = await unpack(
      pack([
        { name: "cassettes/", type: "5" },
        { name: "cassettes/deep/", type: "5" },
        GOOD,
        { name: "./cassettes/deep/b.cassette.json", content: large },
        { name: "cassettes/empty.cassette.json" },
      ]),
    );
    expect(files).toEqual([
      "cassettes/a.cassette.json",
      "cassettes/deep/b.cassette.json",
      "cassettes/empty.cassette.json",
    ]);
    expect(readFileSync(join(folder, "q", files[0]!), "utf8")).toBe("good");
    expect(readFileSync(join(folder, "q", files[1]!)).equals(large)).toBe(true);
    expect(readFileSync(join(folder, "q", files[2]!)).length).toBe(0);
  });
});

describe("unpackVetted() refuses, and writes nothing of what came before", () => {
  test.each<[string, TarMember, string]>([
    ["an absolute path", { name: "/tmp/x.cassette.json" }, "absolute path"],
    ["a drive", { name: "C:/x.cassette.json" }, "absolute path"],
    ["a way up", { name: "cassettes/../x.cassette.json" }, 'holds "..'],
    ["an empty part", { name: "cassettes//x.cassette.json" }, "an empty part"],
    ["a backslash", { name: "cassettes\\x.cassette.json" }, "backslash"],
    ["a symbolic link", { name: "cassettes/x.cassette.json", type: "2" }, "is a symlink"],
    ["a hard link", { name: "cassettes/x.cassette.json", type: "1" }, "is a link"],
    ["a device", { name: "cassettes/x.cassette.json", type: "3" }, "character-device"],
    ["a pipe", { name: "cassettes/x.cassette.json", type: "6" }, "is a fifo"],
    ["another folder", { name: "src/", type: "5" }, 'outside "cassettes"'],
    ["a neighbour", { name: "cassettes-evil/x.cassette.json" }, 'outside "cassettes"'],
    ["another file", { name: "cassettes/x.json" }, "no cassette document"],
    ["a name twice", GOOD, "it is there twice"],
    [
      "a file below a file",
      { name: "cassettes/a.cassette.json/b.cassette.json" },
      "another entry makes a file of its folder",
    ],
    [
      "a part of a name that no file system takes",
      { name: `cassettes/${"a".repeat(300)}.cassette.json` },
      "a part of its name has more than 255 bytes",
    ],
    [
      "a name that no file system takes",
      { name: `cassettes/${"a/".repeat(600)}x.cassette.json` },
      "its name has more than 1024 bytes",
    ],
    [
      "a file that claims to be too large",
      { name: "cassettes/x.cassette.json", size: 300 * 1024 ** 2 },
      "larger than",
    ],
  ])("%s", async (_, member, said) => {
    await expect(unpack(gzipArchive([GOOD, member]))).rejects.toThrow(said);
    expect(existsSync(join(folder, "q"))).toBe(false);
  });

  test.each<[string, Buffer]>([
    ["nothing", Buffer.alloc(0)],
    ["text", Buffer.from("no archive, only text ".repeat(50))],
    ["a cut gzip stream", gzipArchive([{ ...GOOD, content: "x".repeat(9000) }]).subarray(0, 60)],
    ["a gzip stream without its end", gzipArchive([GOOD]).subarray(0, -8)],
    ["a gzip stream with something else behind", withTail(gzipArchive([GOOD]))],
    ["a zstd frame that is none", Buffer.from("28b52ffd0000", "hex")],
    ["a cut archive", tarArchive([{ ...GOOD, content: "x".repeat(9000) }]).subarray(0, 2000)],
    [
      "a name of half a gigabyte",
      tarArchive([{ name: "././@LongLink", type: "L", size: 0o7777777777 }, GOOD]),
    ],
  ])("%s", async (name, bytes) => {
    if (name === "nothing") expect(await unpack(bytes)).toEqual([]);
    else {
      const refusal = await unpack(bytes).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(RefusedArchive);
      expect((refusal as Error).message).toMatch(
        /^it (?:is damaged or no archive|holds|is packed with zstd)/,
      );
    }
    expect(existsSync(join(folder, "q"))).toBe(false);
  });
});
