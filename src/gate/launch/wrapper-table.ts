import { PYTHON_WRAPPERS } from "./python-wrappers.ts";
import { REMOTE_WRAPPERS } from "./remote-wrappers.ts";
import { SYSTEM_WRAPPERS } from "./system-wrappers.ts";
import { TOOL_WRAPPERS } from "./tool-wrappers.ts";
import type { SubcommandWrapper, Wrapper } from "./wrapper.ts";

/** Every wrapper by the name of its program. `env`, `find`, `xargs` and shells have files of their own. */
export const WRAPPERS: ReadonlyMap<string, Wrapper | SubcommandWrapper> = new Map([
  ...SYSTEM_WRAPPERS,
  ...TOOL_WRAPPERS,
  ...REMOTE_WRAPPERS,
  ...PYTHON_WRAPPERS,
]);
