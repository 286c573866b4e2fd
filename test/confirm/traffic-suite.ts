// A suite that `tapegate replay` runs: asks everything again that was recorded, and compares. Bundled
// and started by scripts/prove-main-job.mjs.
import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { readTraffic, type ExpectedExchange } from "./recorded-traffic.ts";
import { send } from "./served-gateway.ts";

interface Plan {
  readonly traffic: string;
  readonly files: readonly {
    readonly file: string;
    readonly scope: string;
    readonly skipped: readonly { readonly index: number }[];
  }[];
  readonly providers: readonly { readonly mount: string; readonly hosts: readonly string[] }[];
}

const plan = JSON.parse(readFileSync(process.argv[2]!, "utf8")) as Plan;
const imported = new Map(plan.files.map((file) => [file.file, file]));
const failures: string[] = [];
let asked = 0;

for (const { path, file, exchanges } of readTraffic(plan.traffic)) {
  const entry = imported.get(path) ?? imported.get(file);
  const skipped = new Set(entry?.skipped.map(({ index }) => index));
  for (const exchange of exchanges.filter(({ index }) => !skipped.has(index))) {
    asked += 1;
    const problem = entry === undefined ? "not imported" : await ask(exchange, entry.scope);
    if (problem !== undefined) failures.push(`${file} #${exchange.index}: ${problem}`);
  }
}

for (const failure of failures) console.error(failure);
console.log(`asked ${asked} requests again: ${asked - failures.length} came back as recorded`);
process.exitCode = failures.length === 0 && asked > 0 ? 0 : 1;

/** What is wrong with an answer; `undefined` where nothing is. */
async function ask(exchange: ExpectedExchange, scope: string): Promise<string | undefined> {
  const mount = mountOf(exchange.host);
  if (mount === undefined) return `no provider serves ${exchange.host}`;
  const answer = await send(`${process.env["TAPEGATE_URL"]}${mount}${exchange.path}`, {
    method: exchange.method,
    headers: {
      "x-tapegate-scope": scope,
      ...(exchange.contentType === undefined ? {} : { "content-type": exchange.contentType }),
    },
    body: exchange.body,
  });
  if (answer.status !== exchange.status) return `status ${answer.status}, not ${exchange.status}`;
  const isSame =
    exchange.answer.kind === "bytes"
      ? Buffer.compare(answer.body, exchange.answer.bytes) === 0
      : isDeepStrictEqual(JSON.parse(answer.body.toString("utf8")), exchange.answer.value);
  return isSame ? undefined : "another entity";
}

/** The mount whose `hosts` name a recorded host; `*` stands for any part of it. */
function mountOf(host: string): string | undefined {
  const name = host.replaceAll(/<[^>]*>/gu, "region").toLowerCase();
  const names = [name, name.replace(/:\d+$/u, "")];
  return plan.providers.find(({ hosts }) => hosts.some((pattern) => matches(pattern, names)))
    ?.mount;
}

function matches(pattern: string, names: readonly string[]): boolean {
  const [before = "", after] = pattern.split("*");
  return names.some((name) =>
    after === undefined
      ? name === before
      : name.length > before.length + after.length &&
        name.startsWith(before) &&
        name.endsWith(after),
  );
}
