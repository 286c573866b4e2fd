import type * as asyncHooks from "node:async_hooks";
import type * as channels from "node:diagnostics_channel";
import type * as dns from "node:dns";
import type * as fs from "node:fs";
import type * as http from "node:http";
import type * as http2 from "node:http2";
import type * as modules from "node:module";
import type * as net from "node:net";
import type * as path from "node:path";
import type * as url from "node:url";

/** A module whose functions others may stand for. */
type Writable<T> = { -readonly [Name in keyof T]: T[Name] };

/** Node's own modules that the plug-in uses. */
export interface NodeModules {
  readonly async_hooks: typeof asyncHooks;
  readonly diagnostics_channel: typeof channels;
  readonly dns: Writable<typeof dns>;
  readonly fs: typeof fs;
  readonly http: typeof http;
  readonly http2: typeof http2;
  readonly module: typeof modules;
  readonly net: typeof net;
  readonly path: typeof path;
  readonly url: typeof url;
}

/**
 * One of Node's own modules, loaded when it is first needed: most programs that load the plug-in ask
 * no provider, and should pay nothing for it.
 */
export function nodeModule<Name extends keyof NodeModules>(name: Name): NodeModules[Name] {
  return process.getBuiltinModule(`node:${name}`) as unknown as NodeModules[Name];
}
