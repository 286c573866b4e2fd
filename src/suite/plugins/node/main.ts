import { readGatewayAddress } from "./gateway-address.ts";
import { watchModules } from "./watch-modules.ts";
import { watchNodeTest } from "./node-test.ts";
import { openPlugin } from "./plugin.ts";
import { watchVitest } from "./vitest.ts";

// Required before every Node program below a suite. Whatever it is, it must start as if we were not there.
const address = readGatewayAddress(process.env["TAPEGATE_URL"]);
if (address !== undefined && typeof process.getBuiltinModule === "function") {
  const root = process.env["TAPEGATE_ROOT"] ?? process.cwd();
  const plugin = openPlugin(address, { root, ownFile: __filename });
  watchModules(plugin);
  watchNodeTest(plugin);
  watchVitest(plugin);
}
