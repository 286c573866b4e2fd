import { chat, USER, withUser, type Scenario } from "./scenario.ts";

const OLD = "You are a careful assistant. Answer in one short sentence.";
const NEW = "You are a careful assistant. Answer in two long paragraphs.";

function tool(description: string, properties: Readonly<Record<string, unknown>>): unknown {
  return {
    type: "function",
    function: { name: "get_weather", description, parameters: { type: "object", properties } },
  };
}

const python = (line: string): string =>
  `import openai\n\nTEMPERATURE = 0\n\n${line}\n\n\ndef ask(client):\n    return client.chat(SYSTEM)\n`;

export const SCENARIOS: readonly Scenario[] = [
  {
    name: "a prompt in a Python string",
    files: { "src/prompts.py": [python(`SYSTEM = "${OLD}"`), python(`SYSTEM = "${NEW}"`)] },
    before: [chat(OLD)],
    after: [chat(NEW)],
    places: [["src/prompts.py", `SYSTEM = "${NEW}"`]],
  },
  {
    name: "a prompt in a TypeScript template literal with a placeholder",
    files: {
      "src/prompt.ts": [
        "export const system = (name: string) =>\n  `You are ${name}, a careful assistant. Answer briefly.`;\n",
        "export const system = (name: string) =>\n  `You are ${name}, a careful assistant. Answer at great length.`;\n",
      ],
    },
    before: [chat("You are Ada, a careful assistant. Answer briefly.")],
    after: [chat("You are Ada, a careful assistant. Answer at great length.")],
    places: [
      ["src/prompt.ts", "  `You are ${name}, a careful assistant. Answer at great length.`;"],
    ],
  },
  {
    name: "a prompt in a Python f-string",
    files: {
      "app/agent.py": [
        'def prompt(topic):\n    return f"Write about {topic} for children."\n',
        'def prompt(topic):\n    return f"Write about {topic} for lawyers."\n',
      ],
    },
    before: [chat("Write about whales for children.")],
    after: [chat("Write about whales for lawyers.")],
    places: [["app/agent.py", '    return f"Write about {topic} for lawyers."']],
  },
  {
    name: "a prompt in Markdown",
    files: {
      "prompts/system.md": [
        "# Role\n\nYou help people with taxes.\n\nNever give legal advice.\n",
        "# Role\n\nYou help people with taxes.\n\nAlways recommend a lawyer.\n",
      ],
    },
    before: [chat("# Role\n\nYou help people with taxes.\n\nNever give legal advice.\n")],
    after: [chat("# Role\n\nYou help people with taxes.\n\nAlways recommend a lawyer.\n")],
    places: [["prompts/system.md", "Always recommend a lawyer."]],
  },
  {
    name: "a prompt in YAML, folded over lines",
    files: {
      "config/agent.yaml": [
        "agent:\n  system: >\n    You are a careful assistant.\n    Answer in one short sentence.\n  retries: 2\n",
        "agent:\n  system: >\n    You are a careful assistant.\n    Answer in two long paragraphs.\n  retries: 2\n",
      ],
    },
    before: [chat(`${OLD}\n`)],
    after: [chat(`${NEW}\n`)],
    places: [["config/agent.yaml", "    Answer in two long paragraphs."]],
  },
  {
    name: "a prompt in a Jinja template",
    files: {
      "templates/system.j2": [
        "You are {{ role }}.\n{% if strict %}Refuse everything unclear.{% endif %}\n",
        "You are {{ role }}.\n{% if strict %}Ask back when something is unclear.{% endif %}\n",
      ],
    },
    before: [chat("You are a clerk.\nRefuse everything unclear.\n")],
    after: [chat("You are a clerk.\nAsk back when something is unclear.\n")],
    places: [
      ["templates/system.j2", "{% if strict %}Ask back when something is unclear.{% endif %}"],
    ],
  },
  {
    name: "a multi-line prompt in triple quotes",
    files: {
      "src/p.py": [
        'SYSTEM = """\nYou translate.\nKeep names.\nKeep numbers.\n"""\n',
        'SYSTEM = """\nYou translate.\nKeep names.\nSpell numbers out in words.\n"""\n',
      ],
    },
    before: [chat("\nYou translate.\nKeep names.\nKeep numbers.\n")],
    after: [chat("\nYou translate.\nKeep names.\nSpell numbers out in words.\n")],
    places: [["src/p.py", "Spell numbers out in words."]],
  },
  {
    name: "escaped line breaks and quotes in one literal",
    files: {
      "src/p.js": [
        'const s = "Say \\"yes\\".\\nThen stop.";\n',
        'const s = "Say \\"yes\\".\\nThen explain why you stopped.";\n',
      ],
    },
    before: [chat('Say "yes".\nThen stop.')],
    after: [chat('Say "yes".\nThen explain why you stopped.')],
    places: [["src/p.js", 'const s = "Say \\"yes\\".\\nThen explain why you stopped.";']],
  },
  {
    name: "a comma that the prompt lost",
    files: {
      "src/p.py": [
        'SYSTEM = "Be brief, kind and exact."\nOTHER = "Be brief in all you do."\n',
        'SYSTEM = "Be brief kind and exact."\nOTHER = "Be brief in all you do."\n',
      ],
    },
    before: [chat("Be brief, kind and exact.")],
    after: [chat("Be brief kind and exact.")],
    places: [["src/p.py", 'SYSTEM = "Be brief kind and exact."']],
  },
  {
    name: "words added in the middle of a long prompt",
    files: {
      "src/p.py": [
        `SYSTEM = (\n    "First rule about apples and pears. "\n    "Second rule about planes and trains. "\n    "Third rule about salt."\n)\n`,
        `SYSTEM = (\n    "First rule about apples and pears. "\n    "Second rule about fast planes and trains. "\n    "Third rule about salt."\n)\n`,
      ],
    },
    before: [
      chat(
        "First rule about apples and pears. Second rule about planes and trains. Third rule about salt.",
      ),
    ],
    after: [
      chat(
        "First rule about apples and pears. Second rule about fast planes and trains. Third rule about salt.",
      ),
    ],
    places: [["src/p.py", '    "Second rule about fast planes and trains. "']],
  },
  {
    name: "a whole sentence taken out: the line after it",
    files: {
      "prompts/s.txt": [
        "Rule one: answer politely.\nRule two: never mention competitors.\nRule three: cite sources.\n",
        "Rule one: answer politely.\nRule three: cite sources.\n",
      ],
    },
    before: [
      chat(
        "Rule one: answer politely.\nRule two: never mention competitors.\nRule three: cite sources.\n",
      ),
    ],
    after: [chat("Rule one: answer politely.\nRule three: cite sources.\n")],
    places: [["prompts/s.txt", "Rule three: cite sources."]],
  },
  {
    name: "a file that moved and changed",
    files: {
      "old/prompt.txt": ["Summarise the text in three points.\n", undefined],
      "new/prompt.txt": [undefined, "Summarise the text in seven bullet points.\n"],
    },
    before: [chat("Summarise the text in three points.\n")],
    after: [chat("Summarise the text in seven bullet points.\n")],
    places: [["new/prompt.txt", "Summarise the text in seven bullet points."]],
  },
  {
    name: "the model in a configuration file",
    files: {
      "config.toml": [
        '[llm]\nmodel = "gpt-4o-mini"\nretries = 3\n',
        '[llm]\nmodel = "gpt-5-nano"\nretries = 3\n',
      ],
    },
    before: [chat(OLD)],
    after: [chat(OLD, { model: "gpt-5-nano" })],
    places: [["config.toml", 'model = "gpt-5-nano"']],
  },
  {
    name: "the model in an environment file",
    files: { ".env.test": ["LLM=gpt-4o-mini\n", "LLM=gpt-4.1\n"] },
    before: [chat(OLD)],
    after: [chat(OLD, { model: "gpt-4.1" })],
    places: [[".env.test", "LLM=gpt-4.1"]],
  },
  {
    name: "the temperature in code, beside other numbers",
    files: {
      "src/llm.py": [
        "RETRIES = 2\nclient.chat(temperature=0, top_p=1)\n",
        "RETRIES = 0.7\nclient.chat(temperature=0.7, top_p=1)\n",
      ],
    },
    before: [chat(OLD)],
    after: [chat(OLD, { temperature: 0.7 })],
    places: [["src/llm.py", "client.chat(temperature=0.7, top_p=1)"]],
  },
  {
    name: "a parameter that is new, in camel case",
    files: {
      "src/llm.ts": [
        "export const options = {};\n",
        "export const options = {\n  maxTokens: 256,\n};\n",
      ],
    },
    before: [chat(OLD)],
    after: [chat(OLD, { max_tokens: 256 })],
    places: [["src/llm.ts", "  maxTokens: 256,"]],
  },
  {
    name: "a boolean in Python spelling",
    files: { "src/llm.py": ["ask(stream_options=None)\n", "ask(logprobs=True)\n"] },
    before: [chat(OLD)],
    after: [chat(OLD, { logprobs: true })],
    places: [["src/llm.py", "ask(logprobs=True)"]],
  },
  {
    name: "a tool's description",
    files: {
      "tools/weather.py": [
        'def get_weather(city):\n    """Tells the weather of a city."""\n',
        'def get_weather(city):\n    """Tells the weather of a city for the next seven days."""\n',
      ],
    },
    before: [chat(OLD, { tools: [tool("Tells the weather of a city.", {})] })],
    after: [
      chat(OLD, { tools: [tool("Tells the weather of a city for the next seven days.", {})] }),
    ],
    places: [
      ["tools/weather.py", '    """Tells the weather of a city for the next seven days."""'],
    ],
  },
  {
    name: "a tool's schema got a property",
    files: {
      "tools/weather.ts": [
        "export const weather = {\n  city: z.string(),\n};\n",
        "export const weather = {\n  city: z.string(),\n  temperature_unit: z.enum(['celsius', 'fahrenheit']),\n};\n",
      ],
    },
    before: [chat(OLD, { tools: [tool("Weather", { city: { type: "string" } })] })],
    after: [
      chat(OLD, {
        tools: [
          tool("Weather", {
            city: { type: "string" },
            temperature_unit: { type: "string", enum: ["celsius", "fahrenheit"] },
          }),
        ],
      }),
    ],
    places: [["tools/weather.ts", "  temperature_unit: z.enum(['celsius', 'fahrenheit']),"]],
  },
  {
    name: "fourteen requests with one changed prompt are one cause",
    files: { "src/prompts.py": [python(`SYSTEM = "${OLD}"`), python(`SYSTEM = "${NEW}"`)] },
    before: Array.from({ length: 14 }, (_, n) => withUser(OLD, `question ${n}`)),
    after: Array.from({ length: 14 }, (_, n) => withUser(NEW, `question ${n}`)),
    places: [["src/prompts.py", `SYSTEM = "${NEW}"`]],
  },
  {
    name: "two causes in two files",
    files: {
      "src/a.py": [
        'A = "Classify the mood of the text."\n',
        'A = "Classify the mood and the topic of the text."\n',
      ],
      "src/b.py": [
        'B = "Translate into French, please."\n',
        'B = "Translate into Portuguese, please."\n',
      ],
    },
    before: [
      chat("Classify the mood of the text."),
      chat("Translate into French, please.", { seed: 1 }),
    ],
    after: [
      chat("Classify the mood and the topic of the text."),
      chat("Translate into Portuguese, please.", { seed: 1 }),
    ],
    places: [
      ["src/a.py", 'A = "Classify the mood and the topic of the text."'],
      ["src/b.py", 'B = "Translate into Portuguese, please."'],
    ],
    groups: [1, 1],
  },
  {
    name: "the added line wins over a longer unrelated file",
    files: {
      "README.md": ["# App\n", `# App\n\n${"Answer in a short and careful way. ".repeat(5)}\n`],
      "src/p.py": [`S = "${OLD}"\n`, `S = "${NEW}"\n`],
    },
    before: [chat(OLD)],
    after: [chat(NEW)],
    places: [["src/p.py", `S = "${NEW}"`]],
  },
  {
    name: "a test's own message, known by its call site",
    files: { "tests/test_a.py": ["def test_a():\n    ask(q)\n", "def test_a():\n    ask(q2)\n"] },
    before: [withUser(OLD, "one")],
    after: [withUser(OLD, "zwei")],
    places: [["tests/test_a.py", "    ask(q2)"]],
    callSite: "tests/test_a.py:2",
  },
  {
    name: "a test of a package, and an equal path of the root in the pull request",
    files: {
      "tests/test_a.py": ["def test_a():\n    ask(q)\n", "def test_a():\n    ask(q3)\n"],
    },
    before: [withUser(OLD, "one")],
    after: [withUser(OLD, "zwei")],
    places: [null],
    callSite: "tests/test_a.py:2",
    suiteFolder: "packages/api",
  },
  {
    name: "a test of a package whose runner names files from the repository's root",
    files: {
      "packages/api/tests/test_a.py": [
        "def test_a():\n    ask(q)\n",
        "def test_a():\n    ask(q2)\n",
      ],
    },
    before: [withUser(OLD, "one")],
    after: [withUser(OLD, "zwei")],
    places: [["packages/api/tests/test_a.py", "    ask(q2)"]],
    callSite: "packages/api/tests/test_a.py:2",
    suiteFolder: "packages/api",
  },
  {
    name: "a test of a package of a monorepo, known by its call site",
    files: {
      "packages/api/tests/test_a.py": [
        "def test_a():\n    ask(q)\n",
        "def test_a():\n    ask(q2)\n",
      ],
      "tests/test_a.py": ["def test_a():\n    ask(q)\n", "def test_a():\n    ask(q3)\n"],
    },
    before: [withUser(OLD, "one")],
    after: [withUser(OLD, "zwei")],
    places: [["packages/api/tests/test_a.py", "    ask(q2)"]],
    callSite: "tests/test_a.py:2",
    suiteFolder: "packages/api",
  },
  {
    name: "three causes at once, each with its own requests",
    files: {
      "src/prompts.py": [python(`SYSTEM = "${OLD}"`), python(`SYSTEM = "${NEW}"`)],
      "config/models.json": [
        '{\n  "judge": "gpt-4.1-mini"\n}\n',
        '{\n  "judge": "gpt-5.1-judge"\n}\n',
      ],
      "src/tools.ts": [
        "export const unit = z.enum(['celsius']);\n",
        "export const unit = z.enum(['celsius', 'kelvin_absolute']);\n",
      ],
    },
    before: [
      ...Array.from({ length: 3 }, (_, n) => withUser(OLD, `question ${n}`)),
      judge("gpt-4.1-mini", "first"),
      judge("gpt-4.1-mini", "second"),
      chat("Use the tool.", { tools: [unitTool(["celsius"])] }),
    ],
    after: [
      ...Array.from({ length: 3 }, (_, n) => withUser(NEW, `question ${n}`)),
      judge("gpt-5.1-judge", "first"),
      judge("gpt-5.1-judge", "second"),
      chat("Use the tool.", { tools: [unitTool(["celsius", "kelvin_absolute"])] }),
    ],
    places: [
      ["src/prompts.py", `SYSTEM = "${NEW}"`],
      ["config/models.json", '  "judge": "gpt-5.1-judge"'],
      ["src/tools.ts", "export const unit = z.enum(['celsius', 'kelvin_absolute']);"],
    ],
    groups: [3, 2, 1],
  },
  {
    name: "the temperature in a YAML configuration",
    files: {
      "config/llm.yaml": [
        "llm:\n  retries: 1\n  temperature: 0\n  top_p: 1\n",
        "llm:\n  retries: 0.3\n  temperature: 0.3\n  top_p: 1\n",
      ],
    },
    before: [chat(OLD), withUser(OLD, "another question")],
    after: [
      chat(OLD, { temperature: 0.3 }),
      { ...(withUser(OLD, "another question") as object), temperature: 0.3 },
    ],
    places: [["config/llm.yaml", "  temperature: 0.3"]],
  },
  {
    name: "a template literal over several lines, the change between placeholders",
    files: {
      "src/review.ts": [
        "export const review = (file: string, style: string) => `\nReview ${file} as a ${style} reviewer.\nList at most three problems in ${file}.\n`;\n",
        "export const review = (file: string, style: string) => `\nReview ${file} as a ${style} reviewer.\nList every single problem in ${file}, worst first.\n`;\n",
      ],
    },
    before: [chat("\nReview a.ts as a strict reviewer.\nList at most three problems in a.ts.\n")],
    after: [
      chat(
        "\nReview a.ts as a strict reviewer.\nList every single problem in a.ts, worst first.\n",
      ),
    ],
    places: [["src/review.ts", "List every single problem in ${file}, worst first."]],
  },
  {
    name: "one f-string with other values in each test is one cause",
    files: {
      "app/agent.py": [
        'def prompt(topic):\n    return f"Write about {topic} for children."\n',
        'def prompt(topic):\n    return f"Write about {topic} for lawyers."\n',
      ],
    },
    before: ["whales", "trains", "salt and pepper"].map((topic) =>
      chat(`Write about ${topic} for children.`),
    ),
    after: ["whales", "trains", "salt and pepper"].map((topic) =>
      chat(`Write about ${topic} for lawyers.`),
    ),
    places: [["app/agent.py", '    return f"Write about {topic} for lawyers."']],
  },
  {
    name: "a YAML block that keeps its line breaks",
    files: {
      "agents.yml": [
        "system: |\n  You sort letters.\n  Urgent ones go first.\n",
        "system: |\n  You sort letters.\n  Letters of the tax office go first.\n",
      ],
    },
    before: [chat("You sort letters.\nUrgent ones go first.\n")],
    after: [chat("You sort letters.\nLetters of the tax office go first.\n")],
    places: [["agents.yml", "  Letters of the tax office go first."]],
  },
  {
    name: "a cause outside the diff is placed nowhere",
    files: { "docs/x.md": ["hello\n", "hello world\n"] },
    before: [chat(OLD)],
    after: [chat(NEW)],
    places: [null],
  },
  {
    name: "a request that differs on every run is placed nowhere",
    files: { "docs/x.md": ["hello\n", "hello world\n"] },
    before: [chat(OLD, { metadata: { run: "5b1c7c1e-54a5-4f6a-9d0b-0d8f3f1d2a11" } })],
    after: [chat(OLD, { metadata: { run: "c2f0a4d8-7c0b-4a0e-8f43-9a3a5f0e6b22" } })],
    places: [null],
  },
  {
    name: "requests that each have a new value in one place are one cause",
    files: { "docs/x.md": ["hello\n", "hello world\n"] },
    before: [1, 2, 3].map((n) => traced(n, `5b1c7c1e-54a5-4f6a-9d0b-0d8f3f1d2a1${n}`)),
    after: [1, 2, 3].map((n) => traced(n, `c2f0a4d8-7c0b-4a0e-8f43-9a3a5f0e6b2${n}`)),
    places: [null],
  },
  {
    name: "a prompt in JSON with unicode escapes",
    files: {
      "prompts.json": [
        '{\n  "system": "Antworte h\\u00f6flich."\n}\n',
        '{\n  "system": "Antworte h\\u00f6flich und ausf\\u00fchrlich."\n}\n',
      ],
    },
    before: [chat("Antworte höflich.")],
    after: [chat("Antworte höflich und ausführlich.")],
    places: [["prompts.json", '  "system": "Antworte h\\u00f6flich und ausf\\u00fchrlich."']],
  },
  {
    name: "a prompt in another script",
    files: { "p.py": ['S = "用一句话回答问题。"\n', 'S = "请用两段详细的文字来回答问题。"\n'] },
    before: [chat("用一句话回答问题。")],
    after: [chat("请用两段详细的文字来回答问题。")],
    places: [["p.py", 'S = "请用两段详细的文字来回答问题。"']],
  },
  {
    name: "indentation and wrapping change nothing in the search",
    files: {
      "p.go": [
        "const system = `You are a reviewer.\n\t\tLook for mistakes in the code.`\n",
        "const system = `You are a reviewer.\n\t\tLook for security problems in the code.`\n",
      ],
    },
    before: [chat("You are a reviewer.\n  Look for mistakes in the code.")],
    after: [chat("You are a reviewer.\n  Look for security problems in the code.")],
    places: [["p.go", "\t\tLook for security problems in the code.`"]],
  },
  {
    name: "a few-shot example was added to the messages",
    files: {
      "shots.py": [
        "SHOTS = []\n",
        'SHOTS = [\n    ("How tall is the Eiffel tower?", "330 metres"),\n]\n',
      ],
    },
    before: [chat(OLD)],
    after: [
      {
        ...(chat(OLD) as object),
        messages: [
          { role: "system", content: OLD },
          { role: "user", content: "How tall is the Eiffel tower?" },
          { role: "assistant", content: "330 metres" },
          { role: "user", content: USER },
        ],
      },
    ],
    places: [["shots.py", '    ("How tall is the Eiffel tower?", "330 metres"),']],
  },
  {
    name: "a response format was changed",
    files: {
      "schema.py": [
        'FORMAT = {"type": "json_object"}\n',
        'FORMAT = {"type": "json_schema", "json_schema": {"name": "capital_city_answer"}}\n',
      ],
    },
    before: [chat(OLD, { response_format: { type: "json_object" } })],
    after: [
      chat(OLD, {
        response_format: {
          type: "json_schema",
          json_schema: { name: "capital_city_answer", schema: {} },
        },
      }),
    ],
    places: [
      [
        "schema.py",
        'FORMAT = {"type": "json_schema", "json_schema": {"name": "capital_city_answer"}}',
      ],
    ],
  },
  {
    name: "a tool was renamed",
    files: {
      "tools.py": [
        '@tool("look_up_order")\ndef f(): ...\n',
        '@tool("find_customer_order")\ndef f(): ...\n',
      ],
    },
    before: [chat(OLD, { tools: [{ type: "function", function: { name: "look_up_order" } }] })],
    after: [
      chat(OLD, { tools: [{ type: "function", function: { name: "find_customer_order" } }] }),
    ],
    places: [["tools.py", '@tool("find_customer_order")']],
  },
  {
    name: "a cassette in the diff is never the cause",
    files: {
      "cassettes/a.cassette.json": [`"${OLD}"\n`, `"${NEW}"\n`],
      "src/p.py": [`S = "${OLD}"\n`, `S = "${NEW}"\n`],
    },
    before: [chat(OLD)],
    after: [chat(NEW)],
    places: [["src/p.py", `S = "${NEW}"`]],
  },
];

function judge(model: string, text: string): unknown {
  return { ...(withUser("You judge answers.", text) as object), model };
}

function unitTool(units: readonly string[]): unknown {
  return tool("Weather", { unit: { type: "string", enum: units } });
}

function traced(n: number, run: string): unknown {
  return { ...(withUser(OLD, `question ${n}`) as object), metadata: { run } };
}
