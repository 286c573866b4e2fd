import { describe, expect, test } from "vitest";
import { storeError } from "../../src/stores/store-error.ts";

describe("storeError()", () => {
  const cases: readonly (readonly [code: string, message: RegExp])[] = [
    ["ENOSPC", /: the disk is full \(ENOSPC\)\. Free some space/],
    ["EROFS", /: the file system is read-only \(EROFS\)\. Record on a writable one, or use replay/],
    ["EACCES", /: permission is denied \(EACCES\)\. Make it writable/],
    ["EMFILE", /: too many files are open \(EMFILE\)\. Close scopes/],
    ["ENAMETOOLONG", /: its path is too long \(ENAMETOOLONG\)\. Use a cassette directory/],
    ["EIO", /: the file system refuses \(EIO\)\. Check the disk/],
  ];
  for (const [code, message] of cases) {
    test(`gives the way out of ${code}`, () => {
      const cause = Object.assign(new Error("cause"), { code });
      const error = storeError("write", "a.cassette.json", cause);
      expect(error).toMatchObject({ code: "CASSETTE_STORE", place: "a.cassette.json", cause });
      expect(error.message).toMatch(/^Cannot write a\.cassette\.json: /);
      expect(error.message).toMatch(message);
    });
  }

  test("asks for no right to write where nothing was to be written", () => {
    const cause = Object.assign(new Error("cause"), { code: "EACCES" });
    expect(storeError("list", "cassettes", cause).message).toBe(
      "Cannot list cassettes: permission is denied (EACCES). Make it readable for this user",
    );
  });
});
