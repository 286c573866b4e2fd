import { expect, test } from "vitest";
import { HOST_WRAPPERS } from "../../../src/gate/launch/host-wrappers.ts";
import { RARE_NAMES } from "../../../src/gate/launch/rare-names.ts";
import { rareWrapperOf } from "../../../src/gate/launch/rare-wrappers.ts";
import { STARTER_WRAPPERS } from "../../../src/gate/launch/starter-wrappers.ts";
import { WRAPPERS } from "../../../src/gate/launch/wrapper-table.ts";

test("the names that load the tables of rare wrappers are those of the tables", () => {
  const names = [...HOST_WRAPPERS.keys(), ...STARTER_WRAPPERS.keys()];
  expect([...RARE_NAMES].sort()).toEqual([...names].sort());
  expect(names.filter((name) => WRAPPERS.has(name))).toEqual([]);
  expect(names.filter((name) => rareWrapperOf(name) === undefined)).toEqual([]);
});
