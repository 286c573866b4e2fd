import { chat, type Scenario } from "./scenario.ts";

const PROMPT = "Be exact.";

/** One row: how it is called, the member's values, the files. The line that is meant is marked by ` <-`. */
interface Row {
  readonly name: string;
  readonly member: string;
  readonly values: readonly [before: unknown, after: unknown];
  readonly files: Readonly<Record<string, readonly [before: string, after: string]>>;
}

const MARK = " <-";

/** Which line gave a member of the request its value. */
export const VALUE_SCENARIOS: readonly Scenario[] = (
  [
    {
      name: "a name that only ends alike, and a number that only begins alike",
      member: "temperature",
      values: [0, 1],
      files: {
        "a.py": [
          "MIN_TEMPERATURE = 0.5\nTEMPERATURE = 0\n",
          "MIN_TEMPERATURE = 1.5\nTEMPERATURE = 1 <-\n",
        ],
      },
    },
    {
      name: "a longer name with the very value",
      member: "temperature",
      values: [0, 1],
      files: {
        "a.py": [
          "MIN_TEMPERATURE = 0\nTEMPERATURE = 0\n",
          "MIN_TEMPERATURE = 1\nTEMPERATURE = 1 <-\n",
        ],
      },
    },
    {
      name: "a negative number",
      member: "n",
      values: [3, 8],
      files: { "a.py": ["n = -3\nn = 3\n", "n = -8\nn = 8 <-\n"] },
    },
    {
      name: "a name of one letter is not in every word",
      member: "n",
      values: [3, 8],
      files: { "a.py": ["x = 1\n", "connections = 8\nn=8, <-\n"] },
    },
    {
      name: "a value that is given to another name of the same line",
      member: "temperature",
      values: [0, 1],
      files: {
        "a.py": [
          "chat(temperature=0.2, top_p=0.5)\nask(temperature=0)\n",
          "chat(temperature=0.2, top_p=1)\nask(temperature=1) <-\n",
        ],
      },
    },
    ...spelled("max_tokens", 2000, [
      ["a.py", "MAX_TOKENS = 2_000"],
      ["a.py", "max_tokens=2e3,"],
      ["a.ts", "maxTokens: 2000.0,"],
      ["a.rs", "let max_tokens = 2_000u32;"],
      ["a.sh", "chat --max-tokens 2000"],
    ]),
    ...spelled("temperature", 0.7, [
      ["a.py", "temperature = .7"],
      ["a.yaml", "temperature: 0.70"],
      ["a.py", "temperature: float = 0.7"],
      ["a.py", 'temperature = float(os.getenv("TEMPERATURE", "0.7"))'],
      ["a.py", "temperature: float = Field(default=0.7)"],
      ["a.rs", ".temperature(0.7f32)"],
      ["a.json", '  "temperature": 7e-1,'],
    ]),
    {
      name: "a short model name, alone on a line that assigns it",
      member: "model",
      values: ["o1", "o3"],
      files: { "a.py": ["LLM = 'o1'\n", "LLM = 'o3' <-\n"] },
    },
    {
      name: "a short model name in code comes before what a README says of it",
      member: "model",
      values: ["o1", "o3"],
      files: {
        "README.md": ["x\n", "x\nUse model o3 here.\n"],
        "src/a.py": ["LLM = 'o1'\n", "LLM = 'o3' <-\n"],
      },
    },
    {
      name: "a model of a longer name is another model",
      member: "model",
      values: ["gpt-4o", "gpt-4.1"],
      files: {
        "a.ts": [
          "const judge = 'gpt-4o';\nconst m = openai('gpt-4o');\n",
          "const judge = 'gpt-4.1-mini';\nconst m = openai('gpt-4.1'); <-\n",
        ],
      },
    },
    {
      name: "a model behind its provider's name",
      member: "model",
      values: ["gpt-4o", "gpt-4.1"],
      files: { "a.yaml": ["llm: openai/gpt-4o\n", "llm: openai/gpt-4.1 <-\n"] },
    },
    {
      name: "a README that names the model is no cause",
      member: "model",
      values: ["o1", "o3"],
      files: { "README.md": ["x\n", "x\nUse model o3 here.\n"] },
    },
    {
      name: "the source comes before the test that asserts the value",
      member: "temperature",
      values: [0, 0.5],
      files: {
        "lib/a.py": ["temperature = 0\n", "temperature = 0.5 <-\n"],
        "a.test.py": ["f(temperature=0)\n", "f(temperature=0.5)\n"],
      },
    },
    {
      name: "a plain word is no evidence without its name",
      member: "tool_choice",
      values: ["auto", "none"],
      files: {
        "a.py": [
          'LOG = "auto"\nchat(tool_choice="auto")\n',
          'LOG = "none"\nchat(tool_choice="none") <-\n',
        ],
      },
    },
  ] satisfies readonly Row[]
).map(toScenario);

function spelled(
  member: string,
  value: number,
  lines: readonly (readonly [path: string, line: string])[],
): readonly Row[] {
  return lines.map(([path, line]) => ({
    name: `${member} written as "${line.trim()}"`,
    member,
    values: [1, value],
    files: { [path]: ["before\n", `${line}${MARK}\n`] },
  }));
}

function toScenario({ name, member, values, files }: Row): Scenario {
  const places = Object.entries(files).flatMap(([path, [, after]]) =>
    after
      .split("\n")
      .filter((line) => line.endsWith(MARK))
      .map((line) => [path, line.slice(0, -MARK.length)] as const),
  );
  const [before, after] = values.map((value) => chat(PROMPT, { [member]: value }));
  return {
    name: `a changed value: ${name}`,
    files: Object.fromEntries(
      Object.entries(files).map(([path, [old, fresh]]) => [
        path,
        [old, fresh.replaceAll(MARK, "")] as const,
      ]),
    ),
    before: [before],
    after: [after],
    places: places.length === 0 ? [null] : places,
  };
}
