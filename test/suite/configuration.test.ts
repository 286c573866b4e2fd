import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { readConfiguration } from "../../src/suite/configuration.ts";

const root = mkdtempSync(join(tmpdir(), "tapegate-configuration-"));
afterAll(() => rmSync(root, { recursive: true }));

describe("readConfiguration()", () => {
  test("is empty where there is no file", async () => {
    expect(await readConfiguration(folder("none", undefined))).toEqual({
      path: undefined,
      providers: undefined,
      normalisers: [],
    });
  });

  test("finds the nearest file above, and starts relative names there", async () => {
    const top = folder("above", '{"cassettes":"tapes","normalisers":["uuid"],"gate":{"any":1}}');
    const inner = join(top, "packages", "app");
    mkdirSync(inner, { recursive: true });
    expect(await readConfiguration(inner)).toEqual({
      path: join(top, "tapegate.json"),
      providers: undefined,
      normalisers: ["uuid"],
      cassettes: join(top, "tapes"),
    });
  });

  test("looks no higher than it is told", async () => {
    const top = folder("top", "{}");
    const inner = join(top, "packages", "app");
    mkdirSync(inner, { recursive: true });
    const path = join(top, "tapegate.json");
    expect((await readConfiguration(inner, undefined, top)).path).toBe(path);
    expect((await readConfiguration(inner, undefined, inner)).path).toBeUndefined();
    expect((await readConfiguration(top, undefined, join(top, "packages"))).path).toBe(path);
  });

  test("takes a named file before any other, and a byte order mark as nothing", async () => {
    const top = folder("named", "{}");
    writeFileSync(join(top, "other.json"), '\ufeff{"normalisers":["epoch"]}');
    expect((await readConfiguration(top, "other.json")).normalisers).toEqual(["epoch"]);
  });

  refuses(
    "text that is no JSON",
    "{",
    /Cannot read the configuration ".*tapegate\.json": it is no JSON/u,
  );
  refuses("a list", "[]", /tapegate\.json": it must be an object$/u);
  refuses(
    "text of several lines, on one",
    "[1,\nx]\n",
    /^[^\n]*it is no JSON[^\n]*--config FILE\)?$/u,
  );
  refuses(
    "an unknown member, naming the known ones",
    '{"provider":{}}',
    /"provider" is not known; known here: .*providers/u,
  );
  refuses(
    "a wrong type, with its place",
    '{"normalisers":[1]}',
    /tapegate\.json": normalisers\.0: must be a text$/u,
  );

  test("names a file that is not there", async () => {
    const top = folder("missing", undefined);
    await expect(readConfiguration(top, "x.json")).rejects.toThrow(
      /x\.json": there is no such file/u,
    );
  });
});

function folder(name: string, configuration: string | undefined): string {
  const path = join(root, name);
  mkdirSync(path);
  if (configuration !== undefined) writeFileSync(join(path, "tapegate.json"), configuration);
  return path;
}

function refuses(name: string, configuration: string, message: RegExp): void {
  test(`readConfiguration() refuses ${name}`, async () => {
    const path = folder(name.replace(/\W+/gu, "-"), configuration);
    await expect(readConfiguration(path)).rejects.toMatchObject({ code: "CONFIGURATION" });
    await expect(readConfiguration(path)).rejects.toThrow(message);
  });
}
