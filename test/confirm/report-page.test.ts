import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RunReport } from "../../src/report/run-report.ts";
import type { RunOutcome } from "../../src/report/run-verdict.ts";
import { renderHtmlPage } from "../../src/suite/html-page.ts";
import { ROOT, missing } from "../helpers/node-runtimes.ts";

const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(
  (path) => existsSync(path),
);
const without =
  CHROMIUM === undefined
    ? missing("a real browser (Debian: chromium)", "/usr/bin/chromium")
    : undefined;

const EVIL = `</script><script>document.title="owned"</script><img src=x onerror="document.title='owned'">`;

/** A report with everything on it, and with text that would break out where it is not escaped. */
function makeReport(): RunReport {
  const miss = {
    id: "miss-1",
    scope: `tests/test_a.py::test_${EVIL}`,
    lane: 0,
    key: "0".repeat(64),
    provider: "openai",
    method: "POST",
    endpoint: "POST /v1/chat/completions",
    model: "gpt-5-mini",
    callSite: "tests/test_a.py:12",
    request: {},
    explanation: {
      found: "nowhere",
      foundAt: null,
      nearest: [],
      normaliser: null,
      isScopeEmpty: false,
    },
    message: `replay miss: ${EVIL}`,
  } as const;
  return {
    format: "tapegate-report",
    version: 1,
    tapegate: "0.0.0",
    mode: "replay",
    cassettes: EVIL,
    startedAt: "2026-01-01T00:00:00.000Z",
    endedAt: "2026-01-01T00:00:01.000Z",
    suite: {
      command: ["pytest", EVIL],
      exitCode: 0,
      signal: null,
      durationMs: 1,
      endedBy: "itself",
    },
    hits: 4,
    counts: {
      hits: 4,
      misses: 1,
      exhausted: 0,
      unused: 1,
      recorded: 0,
      requests: 5,
      tokensSaved: { input: 10, output: 5 },
    },
    misses: [miss],
    exhausted: [],
    unused: [],
    causes: [
      {
        id: "cause-2",
        title: "POST /v1/embeddings asked 3 times, recorded 2 times: 1 request in 1 scope",
        difference: null,
        missIds: [],
        scopes: ["default"],
      },
      {
        id: "cause-1",
        title: `system prompt changed: ${EVIL}`,
        difference: {
          path: "$.messages[0].content",
          before: "Be brief.",
          after: `Be very brief. ${EVIL}`,
        },
        missIds: ["miss-1"],
        scopes: [miss.scope],
      },
    ],
    scopes: [
      {
        scope: "examples/quick/quick.test.mjs::streams a poem",
        path: "examples/quick/quick.test.mjs/streams a poem.cassette.json",
        hits: 4,
        misses: 0,
        recorded: 0,
        verdict: "hit",
      },
      { scope: miss.scope, path: "x", hits: 0, misses: 1, recorded: 0, verdict: "miss" },
    ],
    findings: [EVIL],
    troubles: [EVIL],
  };
}

describe.skipIf(without !== undefined)(`the report page in a real browser${without ?? ""}`, () => {
  let browser: Browser;
  let folder: string;
  let page: Page;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "tapegate-page-"));
    const file = join(folder, "report.html");
    const html = renderHtmlPage(makeReport(), {
      outcome: "drift",
      root: join(ROOT, "examples/quick/cassettes"),
      places: new Map([["cause-1", `src/p.py:3 (${EVIL})`]]),
    });
    writeFileSync(file, html);
    browser = await chromium.launch({
      executablePath: CHROMIUM!,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    });
    page = await browser.newPage();
    await page.goto(pathToFileURL(file).href);
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test("shows verdict, causes and conversations, and nothing from outside runs", async () => {
    expect(await page.title()).toBe("Tapegate: Cassettes and code have drifted apart");
    expect(await page.locator("h1").textContent()).toContain("drifted apart");
    expect(await page.locator("ins").first().textContent()).toContain("very");
    expect(await page.locator("main").textContent()).not.toContain("0 requests");
    expect(await page.locator("header").textContent()).toContain("2026-01-01 00:00:00 UTC");
    await page.locator("summary", { hasText: "streams a poem" }).click();
    expect(await page.locator(".turn-assistant").first().textContent()).toContain(
      "CI stays green.",
    );
    expect(await page.locator("script").count()).toBe(1);
    expect(await page.locator("img").count()).toBe(0);
  });

  test("searches, filters and moves by keys", async () => {
    await page.keyboard.press("Escape");
    await page.locator("h1").click();
    await page.keyboard.press("/");
    await page.keyboard.type("haiku");
    expect(await page.locator("#shown").textContent()).toBe("1 of 4 shown");
    expect(await page.locator("[data-entry]:not([hidden]) .name").textContent()).toBe(
      "examples/quick/quick.test.mjs::streams a poem",
    );
    expect(await page.locator(".turn-assistant", { hasText: "silence" }).isVisible()).toBe(true);
    await page.keyboard.press("Escape");
    await page.locator("#verdict").selectOption("miss");
    expect(await page.locator("#shown").textContent()).toBe("1 of 4 shown");
    await page.locator("#verdict").selectOption("");
    await page.locator("h1").click();
    await page.keyboard.press("j");
    const focused =
      "document.activeElement.closest('[data-entry]')?.querySelector('.name').textContent";
    expect(await page.evaluate(focused)).toMatch(/^POST \/v1\/embeddings asked/);
    await page.keyboard.press("j");
    expect(await page.evaluate(focused)).toMatch(/^system prompt changed/);
    await page.keyboard.press("k");
    expect(await page.evaluate(focused)).toMatch(/^POST \/v1\/embeddings asked/);
    const isOpen = "[...document.querySelectorAll('[data-entry]')].map((entry) => entry.open)";
    await page.keyboard.press("Enter");
    expect(await page.evaluate(isOpen)).toEqual([false, true, true, false]);
    await page.keyboard.press("o");
    expect(await page.evaluate(isOpen)).toEqual([true, true, true, true]);
    await page.keyboard.press("o");
    expect(await page.evaluate(isOpen)).toEqual([false, false, false, false]);
  });

  test("Enter goes from the search to what it found, which stays; Escape gives all back", async () => {
    await page.keyboard.press("/");
    await page.keyboard.type("haiku");
    await page.keyboard.press("Enter");
    const focused =
      "document.activeElement.closest('[data-entry]')?.querySelector('.name').textContent";
    expect(await page.evaluate(focused)).toBe("examples/quick/quick.test.mjs::streams a poem");
    expect(await page.locator("#shown").textContent()).toBe("1 of 4 shown");
    const headings = page.locator("h2[data-heading]:not([hidden])");
    expect(await headings.allTextContents()).toEqual(["2 scopes"]);
    await page.locator("#verdict").focus();
    await page.keyboard.press("Escape");
    expect(await page.locator("#shown").textContent()).toBe("1 of 4 shown");
    await page.keyboard.press("/");
    // What was searched before makes way for what is searched now.
    await page.keyboard.type("embeddings");
    expect(await page.locator("#shown").textContent()).toBe("1 of 4 shown");
    await page.keyboard.press("Escape");
    expect(await page.locator("#shown").textContent()).toBe("4 of 4 shown");
    expect(await headings.count()).toBe(2);
  });

  test("of hundreds of causes the first are open, and one that is opened shows its change", async () => {
    const long = Array.from({ length: 150 }, (_, n) => `Rule ${n}: be polite.`).join("\n");
    const difference = { path: "$", before: long, after: long.replace("120: be", "120: stay") };
    const whole = makeReport();
    const causes = Array.from({ length: 300 }, () => ({ ...whole.causes[1]!, difference }));
    const own = await openPage({ ...whole, causes });
    const isOpen = await own.evaluate(
      "[...document.querySelectorAll('[data-entry=cause]')].filter((entry) => entry.open).length",
    );
    expect(isOpen).toBe(20);
    await own.locator("[data-entry=cause] > summary").nth(250).click();
    await expect.poll(() => own.evaluate(isInBox)).toBe(true);
    await own.close();
  });

  test.each(["light", "dark"] as const)(
    "axe finds no violation in the %s scheme",
    async (colorScheme) => {
      await page.emulateMedia({ colorScheme });
      const axe = readFileSync(
        createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
        "utf8",
      );
      const violations = await page.evaluate(
        `(async () => { ${axe}; for (const one of document.querySelectorAll("details")) one.open = true;
        const { violations } = await axe.run(document);
        return violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html.slice(0, 100)).join(" | ")); })()`,
      );
      expect(violations).toEqual([]);
    },
  );

  test("a change deep in a long prompt is in sight, and fits a telephone", async () => {
    const long = Array.from({ length: 150 }, (_, n) => `Rule ${n}: be polite.`).join("\n");
    const whole = makeReport();
    const difference = { path: "$", before: long, after: long.replace("120: be", "120: stay") };
    const causes = [{ ...whole.causes[1]!, difference }];
    const own = await openPage({ ...whole, causes });
    await own.setViewportSize({ width: 375, height: 800 });
    await own.reload();
    const wide = "document.documentElement.scrollWidth <= innerWidth";
    expect(await own.evaluate(wide)).toBe(true);
    const isInSight = `[...document.querySelectorAll(".side pre")].map((text) => {
      const change = text.querySelector("del, ins").getBoundingClientRect();
      const box = text.getBoundingClientRect();
      return text.scrollHeight > box.height && change.top > box.top && change.bottom < box.bottom;
    })`;
    expect(await own.evaluate(isInSight)).toEqual([true, true]);
    const marker = `(() => { const summary = document.querySelector("[data-entry] > summary");
      return summary.querySelector(".name").getBoundingClientRect().top - summary.getBoundingClientRect().top; })()`;
    // Beside the marker, not below it.
    expect(Number(await own.evaluate(marker))).toBeLessThan(16);
    await own.close();
  });

  test("a run without a request says so and searches nothing", async () => {
    const errors: string[] = [];
    const empty = { ...makeReport(), causes: [], misses: [], scopes: [], troubles: [] };
    const counts = { ...empty.counts, hits: 0, misses: 0, unused: 0, requests: 0 };
    const own = await openPage({ ...empty, counts }, "clean");
    own.on("pageerror", (error) => errors.push(String(error)));
    await own.reload();
    expect(await own.locator("h1").textContent()).toBe("No request reached the gateway");
    expect(await own.locator("#search").count()).toBe(0);
    await own.keyboard.press("j");
    expect(errors).toEqual([]);
    await own.close();
  });

  async function openPage(report: RunReport, outcome: RunOutcome = "drift"): Promise<Page> {
    const file = join(folder, "own.html");
    writeFileSync(file, renderHtmlPage(report, { outcome, root: folder }));
    const own = await browser.newPage();
    await own.goto(pathToFileURL(file).href);
    return own;
  }

  test("asks nothing of any network", async () => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.reload();
    expect(asked.filter((url) => !url.startsWith("file:"))).toEqual([]);
  });
});

/** Whether a change is in sight in the box that scrolls its text. */
const isInBox = `(() => {
  const change = document.querySelectorAll("[data-entry=cause]")[250].querySelector(".side pre ins");
  const box = change.closest("pre").getBoundingClientRect();
  const { top, bottom } = change.getBoundingClientRect();
  return top > box.top && bottom < box.bottom;
})()`;
