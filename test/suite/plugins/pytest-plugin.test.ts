import { delimiter } from "node:path";
import { expect, test } from "vitest";
import { pytestPluginVariables } from "../../../src/suite/plugins/pytest-plugin.ts";

test.each([
  [{}, "/ours", "tapegate_pytest"],
  [{ PYTHONPATH: "", PYTEST_PLUGINS: "" }, "/ours", "tapegate_pytest"],
  [
    { PYTHONPATH: ["src", "", "/ours"].join(delimiter), PYTEST_PLUGINS: "a,b" },
    ["/ours", "src"].join(delimiter),
    "tapegate_pytest,a,b",
  ],
])("pytestPluginVariables() adds to %j", (inherited, path, plugins) => {
  expect(pytestPluginVariables(inherited, "/ours")).toEqual({
    PYTHONPATH: path,
    PYTEST_PLUGINS: plugins,
  });
});
