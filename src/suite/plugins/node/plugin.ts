import { openCallSites, type CallSites } from "./call-site.ts";
import type { GatewayAddress } from "./gateway-address.ts";
import { markOf } from "./mark.ts";
import { patchFetch, type MarkRequest } from "./patch-fetch.ts";
import { patchHttp, patchHttp2 } from "./patch-http.ts";
import { openTellGateway, type TellGateway } from "./tell-gateway.ts";
import { watchHosts } from "./watch-hosts.ts";
import { Work } from "./work.ts";

/** What the parts of the plug-in share in one process. */
export interface Plugin {
  readonly work: Work;
  readonly callSites: CallSites;
  /** Takes what it needs of Node, before a suite can replace it; every runner that is found calls it. */
  readonly prepare: () => void;
  /** Told of each of Node's own modules that a CommonJS module asks for. */
  readonly onBuiltin: (name: string) => void;
}

/** Where lanes of tasks are found by code that does not know the plug-in: `tapegate/task`. */
const TASKS: symbol = Symbol.for("tapegate.tasks");

/** Starts the plug-in: who asks is told of every request to the gateway. */
export function openPlugin(
  address: GatewayAddress,
  place: { readonly root: string; readonly ownFile: string },
): Plugin {
  let tell: TellGateway | undefined;
  const getTell = (): TellGateway => (tell ??= openTellGateway(address));
  const work = new Work(getTell);
  const callSites = openCallSites(place.root, place.ownFile);
  const markRequest: MarkRequest = (path) => {
    try {
      return markOf(work, callSites, path);
    } catch {
      // Whatever a suite does to its world, its request goes out; then in the run's own scope.
      return [];
    }
  };
  patchFetch(address, markRequest);
  offerTasks(globalThis, work);
  return {
    work,
    callSites,
    prepare: () => {
      const isFirst = tell === undefined;
      const told = getTell();
      patchHttp(address, markRequest);
      if (isFirst) watchHosts((host) => void told({ host }));
    },
    onBuiltin: (name) => {
      if (name === "http" || name === "https") patchHttp(address, markRequest);
      if (name === "http2") patchHttp2(address, markRequest);
    },
  };
}

/** Lets code of another realm (jest gives each file one) run tasks. */
export function offerTasks(realm: object, work: Work): void {
  const run = <T>(task: () => T): T => work.task(task);
  Object.defineProperty(realm, TASKS, { value: { run }, configurable: true });
}
