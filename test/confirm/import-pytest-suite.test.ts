import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { missing, ROOT } from "../helpers/node-runtimes.ts";
import { run } from "./served-gateway.ts";

const PYTHON = join(ROOT, ".venv/bin/python");
const skip = missing("pytest", PYTHON);

/** A suite as pytest-recording leaves it; its marker is unknown to this environment and does nothing. */
const SUITE = `
import openai
import pytest

def ask(prompt):
    client = openai.OpenAI()
    answer = client.chat.completions.create(
        model="gpt-4.1-mini", messages=[{"role": "user", "content": prompt}]
    )
    return answer.choices[0].message.content

class TestGreeting:
    @pytest.mark.parametrize("name", ["Ada", "Bob.2"])
    def test_greets(self, name):
        assert ask("Greet " + name) == "Hello " + name

def test_counts():
    assert [ask("Count") for _ in range(3)] == ["one", "two", "three"]
`;

describe.skipIf(skip !== undefined)("A suite recorded by pytest-recording", () => {
  const folder = mkdtempSync(join(tmpdir(), "tapegate-migrated-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("replays after one import, and notices a changed prompt", () => {
    put("tests/test_greeting.py", SUITE);
    put("tests/cassettes/test_greeting/TestGreeting.test_greets[Ada].yaml", [
      ["Greet Ada", "Hello Ada"],
    ]);
    put("tests/cassettes/test_greeting/TestGreeting.test_greets[Bob.2].yaml", [
      ["Greet Bob.2", "Hello Bob.2"],
    ]);
    put("tests/cassettes/test_greeting/test_counts.yaml", [
      ["Count", "one"],
      ["Count", "two"],
      ["Count", "three"],
    ]);
    const imported = run(["import", "--to", "tapes", "--scopes", "pytest", "tests"], {
      cwd: folder,
    });
    expect(imported).toMatchObject({ status: 0, stderr: "" });
    expect(imported.stdout).toContain("Imported 5 interactions into 3 cassettes in tapes");

    const replayed = replay();
    expect(replayed.status, replayed.stdout + replayed.stderr).toBe(0);
    expect(replayed.stdout).toContain("3 passed");

    put("tests/test_greeting.py", SUITE.replace('"Greet "', '"Welcome "'));
    const drifted = replay();
    expect(drifted.status).not.toBe(0);
    expect(drifted.stdout).toContain("2 failed, 1 passed");
    expect(drifted.stdout + drifted.stderr).toContain("replay miss");
  });

  function replay(): ReturnType<typeof run> {
    const pytest = [
      PYTHON,
      "-m",
      "pytest",
      "-q",
      "-p",
      "no:cacheprovider",
      "-p",
      "no:randomly",
      "tests",
    ];
    return run(["replay", "--cassettes", "tapes", "--", ...pytest], { cwd: folder });
  }

  function put(name: string, content: string | readonly (readonly [string, string])[]): void {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, typeof content === "string" ? content : cassette(content));
  }
});

/** What VCR.py writes of chat completions. */
function cassette(calls: readonly (readonly [prompt: string, answer: string])[]): string {
  const interactions = calls.map(([prompt, content]) => ({
    request: {
      body: JSON.stringify({
        model: "gpt-4.1-mini",
        messages: [{ role: "user", content: prompt }],
      }),
      headers: { "content-type": ["application/json"] },
      method: "POST",
      uri: "https://api.openai.com/v1/chat/completions",
    },
    response: {
      body: {
        string: JSON.stringify({
          id: "chatcmpl-1",
          object: "chat.completion",
          created: 1,
          model: "gpt-4.1-mini",
          choices: [{ index: 0, message: { role: "assistant", content }, finish_reason: "stop" }],
        }),
      },
      headers: { "Content-Type": ["application/json"] },
      status: { code: 200, message: "OK" },
    },
  }));
  return JSON.stringify({ interactions, version: 1 });
}
