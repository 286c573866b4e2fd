import { expect, test } from "vitest";
import { nodePluginVariables } from "../../../src/suite/plugins/node-plugin.ts";

test.each([
  ["nothing before", undefined, "/t/p.cjs", "--require=/t/p.cjs"],
  [
    "the user's own",
    "--max-old-space-size=99",
    "/t/p.cjs",
    "--require=/t/p.cjs --max-old-space-size=99",
  ],
  ["a run inside a run", "--require=/t/p.cjs -r x", "/t/p.cjs", "--require=/t/p.cjs -r x"],
  ["a path with spaces", " ", "/a b/p.cjs", '--require="/a b/p.cjs"'],
  ["a path of Windows", "", String.raw`C:\a b\p.cjs`, String.raw`--require="C:\\a b\\p.cjs"`],
] as const)("NODE_OPTIONS with %s", (_what, inherited, file, expected) => {
  const variables = nodePluginVariables({ NODE_OPTIONS: inherited }, { file, root: "/root" });
  expect(variables).toEqual({ NODE_OPTIONS: expected, TAPEGATE_ROOT: "/root" });
});
