import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { missingTraffic } from "../helpers/node-runtimes.ts";
import { changesOf } from "./changed-requests.ts";
import { type ExpectedExchange, readTraffic, type TrafficFile } from "./recorded-traffic.ts";
import { run, send, serve, type ServedGateway, type ServedProvider } from "./served-gateway.ts";

const skip = missingTraffic();
const files = readTraffic();

interface ImportedFile {
  readonly file: string;
  readonly scope: string;
  readonly interactions: number;
  readonly skipped: readonly { readonly index: number; readonly reason: string }[];
}

const folder = mkdtempSync(join(tmpdir(), "tapegate-traffic-"));
let imported: ReadonlyMap<string, ImportedFile>;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(skip !== undefined)("recorded traffic of others", () => {
  beforeAll(() => {
    const { status, stdout, stderr } = run([
      "import",
      "--to",
      folder,
      "--json",
      ...files.map(({ path }) => path),
    ]);
    expect(stderr).toBe("");
    expect(status).toBe(0);
    const report = JSON.parse(stdout) as { readonly files: readonly ImportedFile[] };
    imported = new Map(report.files.map((entry) => [entry.file, entry]));
  });

  test("is all there", () => {
    expect(files.length).toBeGreaterThan(100);
    expect([...imported.keys()]).toEqual(files.map(({ path }) => path));
  });

  test("imports every interaction or says why not", async () => {
    const gateway = await serve(["--mode", "replay", "--cassettes", folder]);
    await gateway.close();
    for (const file of files) {
      const entry = imported.get(file.path)!;
      expect(entry.scope).toBe(file.file.replace(/\.ya?ml$/, ""));
      expect(entry.interactions + entry.skipped.length, file.file).toBe(file.exchanges.length);
      const foreign = file.exchanges.filter(({ host }) => isForeign(host));
      expect(
        entry.skipped.map(({ index }) => index),
        `${file.file}: ${JSON.stringify(entry.skipped)}`,
      ).toEqual(foreign.map(({ index }) => index));
      for (const { index, reason } of entry.skipped) {
        expect(reason).toContain("provider");
        expect(providerOf(gateway.providers, file.exchanges[index]!)).toBeUndefined();
      }
    }
  });

  test.each(["header", "prefix"] as const)(
    "comes back in order and byte for byte, scope by %s",
    async (by) => {
      const gateway = await serve(["--mode", "replay", "--cassettes", folder]);
      let count = 0;
      for (const file of files) {
        for (const exchange of importedExchanges(file)) {
          const answer = await ask(gateway, { file, exchange, by });
          const place = `${file.file} #${exchange.index} ${exchange.method} ${exchange.path}`;
          expect(answer.headers["x-tapegate"], `${place}: ${answer.body.toString()}`).not.toBe(
            "miss",
          );
          expect(answer.status, place).toBe(exchange.status);
          expectEntity(answer.body, exchange, place);
          if (exchange.answerType !== undefined && exchange.status !== 204) {
            expect(answer.headers["content-type"], place).toBe(exchange.answerType);
          }
          count += 1;
        }
      }
      const report = await gateway.report();
      await gateway.close();
      expect(report.hits).toBe(count);
      expect(report.misses).toEqual([]);
      expect(report.unused).toEqual([]);
      expect(count).toBeGreaterThan(250);
    },
  );

  test("is refused with a changed prompt, temperature, tool list or model", async () => {
    const gateway = await serve(["--mode", "replay", "--cassettes", folder]);
    const counts = new Map<string, number>();
    for (const file of files) {
      for (const exchange of importedExchanges(file)) {
        for (const { what, path, body } of changesOf(exchange)) {
          const changed = { ...exchange, path, body };
          const answer = await ask(gateway, { file, exchange: changed, by: "header" });
          const place = `${file.file} #${exchange.index}: ${what}`;
          expect(answer.status, place).toBe(406);
          expect(answer.headers["x-tapegate"], place).toBe("miss");
          expect(answer.headers["x-should-retry"], place).toBe("false");
          counts.set(what, (counts.get(what) ?? 0) + 1);
        }
      }
    }
    const report = await gateway.report();
    await gateway.close();
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
    expect(report.misses.length).toBe(total);
    for (const what of ["prompt", "temperature", "tool list", "model", "model in the path"]) {
      expect(counts.get(what), what).toBeGreaterThan(20);
    }
  });

  test("is refused when it is asked once more than it was recorded", async () => {
    const gateway = await serve(["--mode", "replay", "--cassettes", folder]);
    const file = files.find(({ file }) => file.startsWith("groq/openinference__"))!;
    const [exchange] = importedExchanges(file);
    const first = await ask(gateway, { file, exchange: exchange!, by: "header" });
    const second = await ask(gateway, { file, exchange: exchange!, by: "header" });
    await gateway.close();
    expect([first.status, second.status]).toEqual([200, 406]);
    expect(second.headers["x-tapegate"]).toMatch(/exhausted|miss/);
  });
});

/** Hosts of the open files that belong to no provider: pictures, documents, tokens, telemetry. */
const FOREIGN_HOSTS =
  /(?:^|\.)(?:rackcdn\.com|gstatic\.com|w3\.org|ftcdn\.net|agno\.com)$|^oauth2\.googleapis\.com$/;

function isForeign(host: string): boolean {
  return FOREIGN_HOSTS.test(host);
}

function importedExchanges(file: TrafficFile): readonly ExpectedExchange[] {
  const skipped = new Set(imported.get(file.path)!.skipped.map(({ index }) => index));
  return file.exchanges.filter(({ index }) => !skipped.has(index));
}

interface Asked {
  readonly file: TrafficFile;
  readonly exchange: ExpectedExchange;
  readonly by: "header" | "prefix";
}

function ask(gateway: ServedGateway, { file, exchange, by }: Asked): ReturnType<typeof send> {
  const { scope } = imported.get(file.path)!;
  const provider = providerOf(gateway.providers, exchange);
  if (provider === undefined) throw new Error(`no provider serves ${exchange.host}`);
  const prefix = by === "prefix" ? `/s/${encodeURIComponent(scope)}` : "";
  return send(`${gateway.url}${prefix}${provider.mount}${exchange.path}`, {
    method: exchange.method,
    headers: {
      // Once as little as a client can say, once everything that the recorded one said.
      ...(by === "header" ? { "x-tapegate-scope": scope } : exchange.headers),
      ...(exchange.contentType === undefined ? {} : { "content-type": exchange.contentType }),
    },
    body: exchange.body,
  });
}

/** The provider whose `hosts` name the recorded host, read as the interface of `serve` says. */
function providerOf(
  providers: readonly ServedProvider[],
  { host }: ExpectedExchange,
): ServedProvider | undefined {
  const name = host.replaceAll(/<[^>]*>/g, "region").toLowerCase();
  const bare = name.replace(/:\d+$/, "");
  return providers.find(({ hosts }) =>
    hosts.some((pattern) => {
      const regex = new RegExp(`^${pattern.split("*").map(escape).join(".+")}$`);
      return regex.test(name) || regex.test(bare);
    }),
  );
}

function escape(text: string): string {
  return text.replaceAll(/[.+?^${}()|[\]\\]/g, "\\$&");
}

function expectEntity(body: Buffer, { answer }: ExpectedExchange, place: string): void {
  if (answer.kind === "json") {
    expect(JSON.parse(body.toString("utf8")), place).toEqual(answer.value);
    return;
  }
  if (Buffer.compare(body, answer.bytes) !== 0) {
    expect(body.toString("latin1"), place).toBe(answer.bytes.toString("latin1"));
  }
}
