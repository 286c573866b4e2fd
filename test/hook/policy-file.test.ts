import { readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { findPolicySource } from "../../src/hook/policy-file.ts";
import { checkConfiguration } from "../../src/suite/configuration-schema.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

describe("findPolicySource", () => {
  test.each([
    ["nothing", {}, "absent"],
    ["a file for other parts", { "tapegate.json": '{"cassettes":"c","providers":{}}' }, "absent"],
    ["a policy", { "tapegate.json": '{"$schema":"s","normalisers":[],"gate":{}}' }, "members"],
    ["a policy in package.json", { "package.json": '{"tapegate":{"gate":{}}}' }, "members"],
    ["a damaged package.json that names no policy", { "package.json": "{" }, "absent"],
  ])("finds %s", (_, files, kind) => {
    expect(findPolicySource(temporaryFolder(files)).kind).toBe(kind);
  });

  test.each([
    ["a name that is nearly gate", '{"gates":{"testRoots":["t"]}}', "gates: Cannot tell"],
    ["a member beside gate", '{"gate":{},"testRoots":["t"]}', "testRoots: Cannot read"],
  ])("says that %s is no policy", (_, text, problem) => {
    const source = findPolicySource(temporaryFolder({ "tapegate.json": text }));
    expect(JSON.stringify(source)).toContain(problem);
  });

  test("says that a link to nothing cannot be read", () => {
    const root = temporaryFolder({});
    symlinkSync("gone.json", join(root, "tapegate.json"));
    expect(findPolicySource(root).kind).toBe("fault");
  });

  test("knows the members that the rest of Tapegate knows, as the schema lists them", () => {
    const schema = JSON.parse(
      readFileSync(join(import.meta.dirname, "../../docs/schema/tapegate.json"), "utf8"),
    ) as { readonly properties: Readonly<Record<string, unknown>> };
    const refused = checkConfiguration({ gates: {} });
    for (const member of ["$schema", "cassettes", "normalisers", "providers", "gate"]) {
      expect(JSON.stringify(refused)).toContain(member);
    }
    // No member that the schema names is taken for a slip.
    for (const member of Object.keys(schema.properties)) {
      const value = member === "gate" ? "{}" : '"x"';
      const root = temporaryFolder({ "tapegate.json": `{"${member}":${value}}` });
      expect(findPolicySource(root).kind, member).not.toBe("fault");
    }
  });
});
