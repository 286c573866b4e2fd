import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { EXIT_STATUS } from "../../src/cli/exit-status.ts";
import { configureProviders } from "../../src/dialects/configuration.ts";
import { checkConfiguration } from "../../src/suite/configuration-schema.ts";
import { ROOT } from "../helpers/node-runtimes.ts";
import { makeFolder } from "../helpers/run-cli.ts";

const README = readFileSync(join(ROOT, "README.md"), "utf8");

describe("README", () => {
  test("its main job prints what it says, times and zero counts left out", () => {
    const run = spawnSync("bash", ["-c", commandNamed("main-job")], {
      cwd: ROOT,
      encoding: "utf8",
      env: { ...process.env, NO_COLOR: "1" },
    });
    expect(run.status).toBe(0);
    const printed = (run.stdout + run.stderr)
      .replaceAll(/ \(\d[\d.]*ms\)/gu, "")
      .replaceAll(/^ℹ (?:duration_ms .*|(?:suites|cancelled|skipped|todo) 0)\n/gmu, "");
    expect(printed).toBe(blockAfter("<!-- command: main-job -->", 2));
  });

  test("a changed prompt looks as it says", () => {
    const folder = makeFolder();
    const quick = join(folder, "examples/quick");
    cpSync(join(ROOT, "examples/quick"), quick, { recursive: true });
    const code = readFileSync(join(quick, "assistant.mjs"), "utf8");
    const changed = code.replace("one short line", "one short sentence");
    expect(changed).not.toBe(code);
    writeFileSync(join(quick, "assistant.mjs"), changed);
    const command = commandNamed("main-job").replace("node dist/", `node ${join(ROOT, "dist")}/`);
    const run = spawnSync("bash", ["-c", command], {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, NO_COLOR: "1" },
    });
    expect(run.status).toBe(1);
    const block = run.stderr.slice(run.stderr.indexOf("tapegate replay:"));
    expect(block).toBe(blockAfter("## What a miss looks like", 1));
  });

  test("its table has every exit status", () => {
    const section = README.split("## Exit status")[1]!.split("\n## ")[0]!;
    const rows = [...section.matchAll(/^\| (\d) \|/gmu)].map((match) => Number(match[1]));
    expect(rows).toEqual(Object.values(EXIT_STATUS).toSorted((a, b) => a - b));
  });

  test("its tapegate.json is accepted", () => {
    const value = JSON.parse(blockAfter("## tapegate.json", 1)) as { readonly providers: unknown };
    expect(checkConfiguration(value).kind).toBe("accepted");
    expect(configureProviders(value.providers).kind).toBe("mounts");
  });
});

describe("docs/commands.md", () => {
  const page = readFileSync(join(ROOT, "docs/commands.md"), "utf8");
  const shown = [...page.matchAll(/^\$ tapegate (.*)\n([^`]*?)\n```$/gmu)];

  test("shows commands with what they print", () => {
    expect(shown.length).toBeGreaterThan(1);
  });

  test.each(shown.map(([, command, printed]) => [command, printed]))(
    "tapegate %s prints what it says",
    (command, printed) => {
      const run = spawnSync("bash", ["-c", `node dist/cli.cjs ${command}`], {
        cwd: ROOT,
        encoding: "utf8",
      });
      expect(run.stdout.trimEnd()).toBe(printed);
    },
  );
});

describe("README on the action", () => {
  const action = parse(readFileSync(join(ROOT, "action.yml"), "utf8")) as ActionFile;
  const section = README.split("## The action")[1]!.split("\n## ")[0]!;

  test("lists every input of action.yml with its default and its words", () => {
    const rows = Object.entries(action.inputs).map(
      ([name, input]) => `| \`${name}\` | ${defaultOf(input)} | ${input.description} |`,
    );
    expect(tableAfter(section, "| input |")).toEqual(rows);
  });

  test("lists every output of action.yml", () => {
    const rows = Object.entries(action.outputs).map(
      ([name, output]) => `| \`${name}\` | ${output.description} |`,
    );
    expect(tableAfter(section, "| output |")).toEqual(rows);
  });

  interface ActionFile {
    readonly inputs: Readonly<Record<string, ActionInput>>;
    readonly outputs: Readonly<Record<string, { readonly description: string }>>;
  }

  interface ActionInput {
    readonly description: string;
    readonly required?: boolean;
    readonly default?: string;
  }

  function defaultOf(input: ActionInput): string {
    if (input.required === true) return "required";
    return input.default === undefined || input.default === "" ? "none" : `\`${input.default}\``;
  }

  function tableAfter(text: string, head: string): readonly string[] {
    const lines = text.slice(text.indexOf(head)).split("\n").slice(2);
    return lines.slice(0, lines.indexOf(""));
  }
});

describe("links between documents", () => {
  const top = readdirSync(ROOT).filter((file) => file.endsWith(".md"));
  const deeper = readdirSync(join(ROOT, "docs"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .map((file) => join("docs", file));
  deeper.push("examples/README.md");
  for (const name of [...top, ...deeper]) {
    test(`${name} leads nowhere that is not there`, () => {
      const links = [...proseOf(name).matchAll(/\]\(([^)#:]*)(?:#([^)]*))?\)/gu)];
      const dead = links.filter(([, target = "", anchor]) => {
        const page = target === "" ? name : join(dirname(name), target);
        if (!existsSync(join(ROOT, page))) return true;
        return anchor !== undefined && !anchorsOf(page).includes(anchor);
      });
      expect(dead.map(([link]) => link)).toEqual([]);
    });
  }
});

/** A page without its fenced blocks. */
function proseOf(page: string): string {
  return readFileSync(join(ROOT, page), "utf8").replaceAll(/^```[^]*?^```$/gmu, "");
}

/** What GitHub makes of a page's headings. */
function anchorsOf(page: string): readonly string[] {
  return [...proseOf(page).matchAll(/^#+ (.*)$/gmu)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{Letter}\p{Number}_ -]/gu, "")
      .replaceAll(" ", "-"),
  );
}

function commandNamed(name: string): string {
  const run = spawnSync(process.execPath, ["scripts/readme-command.mjs", name], {
    cwd: ROOT,
    encoding: "utf8",
  });
  expect(run.stderr).toBe("");
  return run.stdout;
}

/** The text of the nth fenced block after a place. */
function blockAfter(place: string, nth: number): string {
  const blocks = [...README.split(place)[1]!.matchAll(/^```\w*\n([^]*?)^```$/gmu)];
  return blocks[nth - 1]![1]!;
}
