import { chat, withUser, type Scenario } from "./scenario.ts";

const lines = (...rows: readonly string[]): string => `${rows.join("\n")}\n`;
const OLD = "You explain laws to tenants in plain words.";
const NEW = "You explain contracts to tenants in plain words.";

/** Names, values, schemas and copies of prompts, as pull requests change them; and what is chance. */
export const VARIED_SCENARIOS: readonly Scenario[] = [
  {
    name: "a bundle that is committed has the prompt too",
    files: {
      "dist/main.js": [`var S="${OLD}";\n`, `var S="${NEW}";\n`],
      "src/p.ts": [`export const S = "${OLD}";\n`, `export const S = "${NEW}";\n`],
    },
    before: [chat(OLD)],
    after: [chat(NEW)],
    places: [["src/p.ts", `export const S = "${NEW}";`]],
  },
  {
    name: "a snapshot has the prompt too",
    files: {
      "src/__snapshots__/p.test.ts.snap": [
        `exports[\`p 1\`] = \`"${OLD}"\`;\n`,
        `exports[\`p 1\`] = \`"${NEW}"\`;\n`,
      ],
      "src/p.ts": [`export const S = "${OLD}";\n`, `export const S = "${NEW}";\n`],
    },
    before: [chat(OLD)],
    after: [chat(NEW)],
    places: [["src/p.ts", `export const S = "${NEW}";`]],
  },
  {
    name: "recordings of another tool have the prompt too",
    files: {
      "cassettes/test_a.yaml": [`  body: "${OLD}"\n`, `  body: "${NEW}"\n`],
      "src/p.py": [`S = "${OLD}"\n`, `S = "${NEW}"\n`],
    },
    before: [chat(OLD)],
    after: [chat(NEW)],
    places: [["src/p.py", `S = "${NEW}"`]],
  },
  {
    name: "a prompt in the tests' own folder of prompts",
    files: { "tests/prompts/tenant.md": [`${OLD}\n`, `${NEW}\n`] },
    before: [chat(OLD)],
    after: [chat(NEW)],
    places: [["tests/prompts/tenant.md", NEW]],
  },
  {
    name: "content parts of OpenAI's Responses API",
    files: {
      "app/a.ts": [
        'const q = "Which floor is the laundry on?";\n',
        'const q = "Which floor is the bicycle cellar on?";\n',
      ],
    },
    before: [
      {
        model: "m",
        instructions: "Help.",
        input: [
          {
            role: "user",
            content: [{ type: "input_text", text: "Which floor is the laundry on?" }],
          },
        ],
      },
    ],
    after: [
      {
        model: "m",
        instructions: "Help.",
        input: [
          {
            role: "user",
            content: [{ type: "input_text", text: "Which floor is the bicycle cellar on?" }],
          },
        ],
      },
    ],
    places: [["app/a.ts", 'const q = "Which floor is the bicycle cellar on?";']],
  },
  {
    name: "a nested parameter: reasoning effort",
    files: {
      "app/a.py": [
        'ask(reasoning={"effort": "low"}, level="low")\n',
        'ask(reasoning={"effort": "high"}, level="low")\nPRIORITY = "high"\n',
      ],
    },
    before: [chat("A", { reasoning: { effort: "low" } })],
    after: [chat("A", { reasoning: { effort: "high" } })],
    places: [["app/a.py", 'ask(reasoning={"effort": "high"}, level="low")']],
  },
  {
    name: "a parameter that became none",
    files: {
      "app/a.py": ["ask(\n    top_p=0.9,\n    n=1,\n)\n", "ask(\n    top_p=None,\n    n=1,\n)\n"],
    },
    before: [chat("A", { top_p: 0.9 })],
    after: [chat("A")],
    places: [["app/a.py", "    top_p=None,"]],
  },
  {
    name: "rules in a list that are joined",
    files: {
      "app/a.ts": [
        lines("const rules = [", '  "No slang.",', '  "Cite the paragraph.",', '].join("\\n");'),
        lines(
          "const rules = [",
          '  "No slang.",',
          '  "Cite paragraph and sentence.",',
          '].join("\\n");',
        ),
      ],
    },
    before: [chat("No slang.\nCite the paragraph.")],
    after: [chat("No slang.\nCite paragraph and sentence.")],
    places: [["app/a.ts", '  "Cite paragraph and sentence.",']],
  },
  {
    name: "implicit concatenation, the change at the seam",
    files: {
      "app/a.py": [
        lines("S = (", '    "You are a helpful bot that "', '    f"answers for {name}."', ")"),
        lines("S = (", '    "You are a helpful bot who always "', '    f"speaks for {name}."', ")"),
      ],
    },
    before: [chat("You are a helpful bot that answers for Ada.")],
    after: [chat("You are a helpful bot who always speaks for Ada.")],
    places: [["app/a.py", '    "You are a helpful bot who always "']],
  },
  {
    name: "a prompt of a new version in a new file, and the line that loads it",
    files: {
      "prompts/v2.txt": [undefined, `${NEW}\n`],
      "app/a.py": ['S = load("prompts/v1.txt")\n', 'S = load("prompts/v2.txt")\n'],
      "prompts/v1.txt": [`${OLD}\n`, `${OLD}\n`],
    },
    before: [chat(`${OLD}\n`)],
    after: [chat(`${NEW}\n`)],
    places: [["prompts/v2.txt", NEW]],
  },
  {
    name: "a parameter renamed, in requests with other values, is one cause",
    files: { "app/llm.py": ["create(max_tokens=n)\n", "create(max_completion_tokens=n)\n"] },
    before: [100, 200, 300].map((n) => withUser("S", `q${n}`, { max_tokens: n })),
    after: [100, 200, 300].map((n) => withUser("S", `q${n}`, { max_completion_tokens: n })),
    places: [["app/llm.py", "create(max_completion_tokens=n)"]],
  },
  {
    name: "one parameter went and an unlike one came with the same value",
    files: {
      "app/llm.py": ["create(\n    seed=1,\n    x=2,\n)\n", "create(\n    n=1,\n    x=2,\n)\n"],
    },
    before: [chat("S", { seed: 1 })],
    after: [chat("S", { n: 1 })],
    places: [
      ["app/llm.py", "    n=1,"],
      ["app/llm.py", "    n=1,"],
    ],
    groups: [1, 1],
  },
  {
    name: "a picture that is another one",
    files: { "app/a.py": ["x = 1\n", "x = 2\n"] },
    before: [withUser("S", "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ")],
    after: [withUser("S", "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAYAAABytg0k")],
    places: [null],
  },
  {
    name: "a prompt in a docstring that is read at run time",
    files: {
      "app/tools.py": [
        lines(
          "@tool",
          "def refund(order_id: str) -> str:",
          '    """Refunds an order.',
          "",
          "    Use only after the customer confirmed.",
          '    """',
        ),
        lines(
          "@tool",
          "def refund(order_id: str) -> str:",
          '    """Refunds an order.',
          "",
          "    Use only after the customer confirmed twice, in writing.",
          '    """',
        ),
      ],
    },
    before: [
      chat("S", {
        tools: [
          {
            type: "function",
            function: {
              name: "refund",
              description: "Refunds an order.\n\nUse only after the customer confirmed.",
            },
          },
        ],
      }),
    ],
    after: [
      chat("S", {
        tools: [
          {
            type: "function",
            function: {
              name: "refund",
              description:
                "Refunds an order.\n\nUse only after the customer confirmed twice, in writing.",
            },
          },
        ],
      }),
    ],
    places: [["app/tools.py", "    Use only after the customer confirmed twice, in writing."]],
  },
  {
    name: "an argument of a tool's function, known by its signature",
    files: {
      "app/tools.py": [
        "def refund(order_id: str) -> str:\n    return x\n",
        "def refund(order_id: str, reason: str) -> str:\n    return x\n",
      ],
    },
    before: [
      chat("S", {
        tools: [
          {
            type: "function",
            function: {
              name: "refund",
              parameters: {
                type: "object",
                properties: { order_id: { type: "string" } },
                required: ["order_id"],
              },
            },
          },
        ],
      }),
    ],
    after: [
      chat("S", {
        tools: [
          {
            type: "function",
            function: {
              name: "refund",
              parameters: {
                type: "object",
                properties: { order_id: { type: "string" }, reason: { type: "string" } },
                required: ["order_id", "reason"],
              },
            },
          },
        ],
      }),
    ],
    places: [["app/tools.py", "def refund(order_id: str, reason: str) -> str:"]],
  },
  {
    name: "a Literal of a tool's argument",
    files: {
      "app/tools.py": [
        'def convert(unit: Literal["m", "km"]) -> str: ...\n',
        'def convert(unit: Literal["m", "km", "mi"]) -> str: ...\n',
      ],
    },
    before: [
      chat("S", {
        tools: [
          {
            type: "function",
            function: {
              name: "convert",
              parameters: {
                type: "object",
                properties: { unit: { type: "string", enum: ["m", "km"] } },
              },
            },
          },
        ],
      }),
    ],
    after: [
      chat("S", {
        tools: [
          {
            type: "function",
            function: {
              name: "convert",
              parameters: {
                type: "object",
                properties: { unit: { type: "string", enum: ["m", "km", "mi"] } },
              },
            },
          },
        ],
      }),
    ],
    places: [["app/tools.py", 'def convert(unit: Literal["m", "km", "mi"]) -> str: ...']],
  },
  {
    name: "a Go struct that becomes a schema",
    files: {
      "tool.go": [
        'type Args struct {\n\tBudget int `json:"budget"`\n}\n',
        'type Args struct {\n\tBudget float64 `json:"budget"`\n}\n',
      ],
    },
    before: [
      chat("S", {
        tools: [
          {
            type: "function",
            function: { name: "f", parameters: { properties: { budget: { type: "integer" } } } },
          },
        ],
      }),
    ],
    after: [
      chat("S", {
        tools: [
          {
            type: "function",
            function: { name: "f", parameters: { properties: { budget: { type: "number" } } } },
          },
        ],
      }),
    ],
    places: [["tool.go", '\tBudget float64 `json:"budget"`']],
  },
  {
    name: "a schema in YAML, the type on the next line",
    files: {
      "tools.yaml": [
        lines("parameters:", "  budget:", "    type: integer", "  other:", "    type: string"),
        lines("parameters:", "  budget:", "    type: number", "  other:", "    type: string"),
      ],
    },
    before: [
      chat("S", {
        tools: [
          {
            type: "function",
            function: {
              name: "f",
              parameters: {
                properties: { budget: { type: "integer" }, other: { type: "string" } },
              },
            },
          },
        ],
      }),
    ],
    after: [
      chat("S", {
        tools: [
          {
            type: "function",
            function: {
              name: "f",
              parameters: { properties: { budget: { type: "number" }, other: { type: "string" } } },
            },
          },
        ],
      }),
    ],
    places: [["tools.yaml", "    type: number"]],
  },
  {
    name: "a member of a schema that changed elsewhere, and unlike names alike",
    files: {
      "app/m.py": [
        "x = 1\n",
        'x = 1\nlog.info("budget: %s", b)\nbudget_list = 3\nself.budget = compute()\n',
      ],
    },
    before: [
      chat("S", {
        tools: [
          {
            type: "function",
            function: { name: "f", parameters: { properties: { budget: { type: "integer" } } } },
          },
        ],
      }),
    ],
    after: [
      chat("S", {
        tools: [
          {
            type: "function",
            function: { name: "f", parameters: { properties: { budget: { type: "number" } } } },
          },
        ],
      }),
    ],
    places: [null],
  },
  {
    name: "a response format of a pydantic model, a member removed",
    files: {
      "app/m.py": [
        lines(
          "class Answer(BaseModel):",
          "    text: str",
          "    confidence: float",
          "    sources: list[str]",
        ),
        lines("class Answer(BaseModel):", "    text: str", "    sources: list[str]"),
      ],
    },
    before: [
      chat("S", {
        response_format: {
          type: "json_schema",
          json_schema: {
            name: "Answer",
            schema: {
              properties: {
                text: { type: "string" },
                confidence: { type: "number" },
                sources: { type: "array" },
              },
              required: ["text", "confidence", "sources"],
            },
          },
        },
      }),
    ],
    after: [
      chat("S", {
        response_format: {
          type: "json_schema",
          json_schema: {
            name: "Answer",
            schema: {
              properties: { text: { type: "string" }, sources: { type: "array" } },
              required: ["text", "sources"],
            },
          },
        },
      }),
    ],
    places: [["app/m.py", "    sources: list[str]"]],
  },
  {
    name: "a prompt indented anew",
    files: {
      "app/p.py": [
        lines('P = """You count.', "  One by one.", "  Up to ten.", '"""'),
        lines('P = """You count.', "One by one.", "Up to ten.", '"""'),
      ],
    },
    before: [chat("You count.\n  One by one.\n  Up to ten.\n")],
    after: [chat("You count.\nOne by one.\nUp to ten.\n")],
    places: [["app/p.py", "One by one."]],
  },
  {
    name: "a cutoff date in a constant",
    files: {
      "app/p.py": [
        'CUTOFF = "2024-06"\nEDITION = 3\nP = f"Your knowledge ends in {CUTOFF}."\n',
        'CUTOFF = "2025-01"\nEDITION = 4\nP = f"Your knowledge ends in {CUTOFF}."\n',
      ],
    },
    before: [chat("Your knowledge ends in 2024-06.")],
    after: [chat("Your knowledge ends in 2025-01.")],
    places: [["app/p.py", 'CUTOFF = "2025-01"']],
  },
  {
    name: "a version of the product in a constant, in a prompt that does not name it alike",
    files: { "app/p.py": ['VERSION = "v1.3"\nPORT = 80\n', 'VERSION = "v1.4"\nPORT = 81\n'] },
    before: [chat("You support users of Acme v1.3, nothing else.")],
    after: [chat("You support users of Acme v1.4, nothing else.")],
    places: [["app/p.py", 'VERSION = "v1.4"']],
  },
  {
    name: "a link in a prompt",
    files: {
      "app/p.py": [
        'HELP = "https://acme.example/help"\n',
        'HELP = "https://acme.example/support"\n',
      ],
    },
    before: [chat("Send users to https://acme.example/help if unsure.")],
    after: [chat("Send users to https://acme.example/support if unsure.")],
    places: [["app/p.py", 'HELP = "https://acme.example/support"']],
  },
  {
    name: "a locale switched by a constant, with a tool's schema changed in the same request",
    files: {
      "app/p.py": ['LANG = "English"\n', 'LANG = "Swedish"\n'],
      "app/m.py": ["    nights: int\n", "    nights: float\n"],
    },
    before: [
      chat("Answer in English.", {
        tools: [
          {
            type: "function",
            function: { name: "f", parameters: { properties: { nights: { type: "integer" } } } },
          },
        ],
      }),
    ],
    after: [
      chat("Answer in Swedish.", {
        tools: [
          {
            type: "function",
            function: { name: "f", parameters: { properties: { nights: { type: "number" } } } },
          },
        ],
      }),
    ],
    places: [
      ["app/p.py", 'LANG = "Swedish"'],
      ["app/m.py", "    nights: float"],
    ],
    groups: [1, 1],
  },
  {
    name: "a prompt shared by two, one of which asks with other tools now",
    files: {
      "app/p.py": [`S = "${OLD}"\n`, `S = "${NEW}"\n`],
      "app/agent.ts": ["tools: [search]\n", "tools: [search, fileLetter]\n"],
    },
    before: [
      withUser(OLD, "a"),
      withUser(OLD, "b", { tools: [{ type: "function", function: { name: "search" } }] }),
    ],
    after: [
      withUser(NEW, "a"),
      withUser(NEW, "b", {
        tools: [
          { type: "function", function: { name: "search" } },
          { type: "function", function: { name: "fileLetter", description: "Files a letter." } },
        ],
      }),
    ],
    places: [
      ["app/p.py", `S = "${NEW}"`],
      ["app/agent.ts", "tools: [search, fileLetter]"],
    ],
    groups: [2, 1],
  },
  {
    name: "a comment above the prompt that explains the edit",
    files: {
      "app/p.py": [
        `S = "${OLD}"\n`,
        `# We explain contracts to tenants in plain words now.\nS = "${NEW}"\n`,
      ],
    },
    before: [chat(OLD)],
    after: [chat(NEW)],
    places: [["app/p.py", `S = "${NEW}"`]],
  },
  {
    name: "an uuid in the prompt and a line of code with another one",
    files: { "app/p.py": ["ID = 1\n", 'ID = "c2f0a4d8-7c0b-4a0e-8f43-9a3a5f0e6b22"\n'] },
    before: [chat("Session 5b1c7c1e-54a5-4f6a-9d0b-0d8f3f1d2a11: be kind.")],
    after: [chat("Session 1d1c7c1e-54a5-4f6a-9d0b-0d8f3f1d2a99: be kind.")],
    places: [null],
  },
  {
    name: "a Chinese template with placeholders",
    files: {
      "p.py": [
        'P = f"请为{name}写一封信，主题是{topic}。"\n',
        'P = f"请为{name}写一首诗，主题是{topic}。"\n',
      ],
    },
    before: [chat("请为小王写一封信，主题是春天。")],
    after: [chat("请为小王写一首诗，主题是春天。")],
    places: [["p.py", 'P = f"请为{name}写一首诗，主题是{topic}。"']],
  },
  {
    name: "a template of short pieces in Python",
    files: {
      "app/ctx.py": [
        'row = f"{d.id}. {d.title} ({d.year})"\n',
        'row = f"No. {d.id}: {d.title} from {d.year} by {d.author}"\n',
      ],
    },
    before: [chat("Documents:\n1. Laws (1999)\n2. Rents (2003)\n")],
    after: [chat("Documents:\nNo. 1: Laws from 1999 by Ada\nNo. 2: Rents from 2003 by Bob\n")],
    places: [["app/ctx.py", 'row = f"No. {d.id}: {d.title} from {d.year} by {d.author}"']],
  },
  {
    name: "a log message of short pieces is chance",
    files: { "app/log.py": ["x = 1\n", 'log(f"{a} is from {b} to {c}")\n'] },
    before: [chat("The shop opens at nine.")],
    after: [chat("The shop is open from nine to five.")],
    places: [null],
  },
  {
    name: "a question of a test's parameters",
    files: {
      "tests/test_q.py": [
        lines(
          '@pytest.mark.parametrize("q", [',
          '    "Is heating included?",',
          '    "Who pays for water?",',
          "])",
        ),
        lines(
          '@pytest.mark.parametrize("q", [',
          '    "Is heating included?",',
          '    "Who pays for electricity?",',
          "])",
        ),
      ],
    },
    before: [withUser(OLD, "Is heating included?"), withUser(OLD, "Who pays for water?")],
    after: [
      withUser(OLD, "Is heating included?"),
      withUser(OLD, "Who pays for electricity?"),
    ].slice(1),
    places: [["tests/test_q.py", '    "Who pays for electricity?",']],
  },
  {
    name: "the user message wrapped into tags by code",
    files: {
      "app/a.ts": ["content: question,\n", "content: `<question>${question}</question>`,\n"],
    },
    before: [withUser("S", "Who pays?"), withUser("S", "Who cleans?")],
    after: [
      withUser("S", "<question>Who pays?</question>"),
      withUser("S", "<question>Who cleans?</question>"),
    ],
    places: [["app/a.ts", "content: `<question>${question}</question>`,"]],
  },
  {
    name: "a file that programs wrote is found where nothing else has the text",
    files: { "dist/prompts.json": [`{"s": "${OLD}"}\n`, `{"s": "${NEW}"}\n`] },
    before: [chat(OLD)],
    after: [chat(NEW)],
    places: [["dist/prompts.json", `{"s": "${NEW}"}`]],
  },
  {
    name: "the name of a parameter in a comment, in prose and in a longer name is chance",
    files: {
      "a.py": [
        "x = 1\n",
        "x = 1\n# max_completion_tokens: not yet\nuse_max_completion_tokens = f()\n",
      ],
      "README.md": ["x\n", "x\n\nmax_completion_tokens: a number\n"],
    },
    before: [chat("S")],
    after: [chat("S", { max_completion_tokens: 77 })],
    places: [null],
  },
  {
    name: "a prompt in a SQL seed with doubled quotes",
    files: {
      "seed.sql": [
        "INSERT INTO p VALUES ('Don''t guess; say so.');\n",
        "INSERT INTO p VALUES ('Don''t guess; ask the user back.');\n",
      ],
    },
    before: [chat("Don't guess; say so.")],
    after: [chat("Don't guess; ask the user back.")],
    places: [["seed.sql", "INSERT INTO p VALUES ('Don''t guess; ask the user back.');"]],
  },
  {
    name: "a prompt in an environment file",
    files: {
      ".env.test": [
        'SYSTEM_PROMPT="You are terse."\n',
        'SYSTEM_PROMPT="You are verbose and warm."\n',
      ],
    },
    before: [chat("You are terse.")],
    after: [chat("You are verbose and warm.")],
    places: [[".env.test", 'SYSTEM_PROMPT="You are verbose and warm."']],
  },
  {
    name: "a model in a map of tiers",
    files: {
      "m.ts": [
        "const tiers = {\n  fast: 'gpt-4o-mini',\n  deep: 'o3',\n};\n",
        "const tiers = {\n  fast: 'gpt-4.1-nano',\n  deep: 'o3-pro',\n};\n",
      ],
    },
    before: [withUser("S", "a"), withUser("S", "b", { model: "o3" })],
    after: [withUser("S", "a", { model: "gpt-4.1-nano" }), withUser("S", "b", { model: "o3-pro" })],
    places: [
      ["m.ts", "  fast: 'gpt-4.1-nano',"],
      ["m.ts", "  deep: 'o3-pro',"],
    ],
    groups: [1, 1],
  },
  {
    name: "a temperature of Gemini's configuration",
    files: {
      "g.py": [
        "config = GenerateContentConfig(temperature=0.2, top_k=4)\n",
        "config = GenerateContentConfig(temperature=0.9, top_k=4)\n",
      ],
    },
    before: [
      { contents: [{ parts: [{ text: "hi" }] }], generationConfig: { temperature: 0.2, topK: 4 } },
    ],
    after: [
      { contents: [{ parts: [{ text: "hi" }] }], generationConfig: { temperature: 0.9, topK: 4 } },
    ],
    places: [["g.py", "config = GenerateContentConfig(temperature=0.9, top_k=4)"]],
  },
  {
    name: "stop sequences",
    files: { "s.py": ['STOP = ["\\n\\n"]\n', 'STOP = ["END_OF_ANSWER"]\n'] },
    before: [chat("S", { stop: ["\n\n"] })],
    after: [chat("S", { stop: ["END_OF_ANSWER"] })],
    places: [["s.py", 'STOP = ["END_OF_ANSWER"]']],
  },
  {
    name: "system blocks of Anthropic with a cache mark put on one",
    files: {
      "a.ts": [
        "system: [{ type: 'text', text: RULES }],\n",
        "system: [{ type: 'text', text: RULES, cache_control: { type: 'ephemeral' } }],\n",
      ],
    },
    before: [{ model: "c", system: [{ type: "text", text: "Rules." }], messages: [] }],
    after: [
      {
        model: "c",
        system: [{ type: "text", text: "Rules.", cache_control: { type: "ephemeral" } }],
        messages: [],
      },
    ],
    places: [
      ["a.ts", "system: [{ type: 'text', text: RULES, cache_control: { type: 'ephemeral' } }],"],
    ],
  },
  {
    name: "a date that the code computes and a model that it does not",
    files: { "c.py": ['MODEL = "gpt-4o-mini"\n', 'MODEL = "gpt-5-mini"\n'] },
    before: [1, 2].map((n) => withUser(`Today is 2025-01-0${n}.`, `q${n}`)),
    after: [1, 2].map((n) => withUser(`Today is 2026-03-1${n}.`, `q${n}`, { model: "gpt-5-mini" })),
    places: [["c.py", 'MODEL = "gpt-5-mini"'], null],
    groups: [2, 2],
  },
  {
    name: "a member of a schema and a parameter of another function with its name",
    files: {
      "m.py": [
        "class Trip(BaseModel):\n    days: int\n",
        "class Trip(BaseModel):\n    days: float\n",
      ],
      "util.py": ["def wait(hours):\n    ...\n", "def wait(hours, days=1):\n    ...\n"],
    },
    before: [
      chat("S", {
        tools: [
          {
            type: "function",
            function: { name: "Trip", parameters: { properties: { days: { type: "integer" } } } },
          },
        ],
      }),
    ],
    after: [
      chat("S", {
        tools: [
          {
            type: "function",
            function: { name: "Trip", parameters: { properties: { days: { type: "number" } } } },
          },
        ],
      }),
    ],
    places: [["m.py", "    days: float"]],
  },
  {
    name: "a Kotlin block with trimIndent, words cut out of a line",
    files: {
      "P.kt": [
        'val p = """\n    You plan dinners for large families.\n    Be cheap.\n""".trimIndent()\n',
        'val p = """\n    You plan dinners for families.\n    Be cheap.\n""".trimIndent()\n',
      ],
    },
    before: [chat("You plan dinners for large families.\nBe cheap.")],
    after: [chat("You plan dinners for families.\nBe cheap.")],
    places: [["P.kt", "    You plan dinners for families."]],
  },
  {
    name: "an Arabic prompt",
    files: { "p.json": ['{"s": "أجب بجملة قصيرة."}\n', '{"s": "أجب بفقرتين طويلتين من فضلك."}\n'] },
    before: [chat("أجب بجملة قصيرة.")],
    after: [chat("أجب بفقرتين طويلتين من فضلك.")],
    places: [["p.json", '{"s": "أجب بفقرتين طويلتين من فضلك."}']],
  },
  {
    name: "an emoji taken out of a prompt",
    files: {
      "p.py": ['P = "You are cheerful 🎉 and brief."\n', 'P = "You are cheerful and brief."\n'],
    },
    before: [chat("You are cheerful 🎉 and brief.")],
    after: [chat("You are cheerful and brief.")],
    places: [["p.py", 'P = "You are cheerful and brief."']],
  },
  {
    name: "rules numbered anew because one came in between",
    files: {
      "p.md.j2": [
        "1. Be kind.\n2. Be brief.\n3. Cite laws.\n",
        "1. Be kind.\n2. Be honest about doubts.\n3. Be brief.\n4. Cite laws.\n",
      ],
    },
    before: [chat("1. Be kind.\n2. Be brief.\n3. Cite laws.\n")],
    after: [chat("1. Be kind.\n2. Be honest about doubts.\n3. Be brief.\n4. Cite laws.\n")],
    places: [["p.md.j2", "2. Be honest about doubts."]],
  },
  {
    name: "a prompt's file of which an unrelated paragraph changed too",
    files: {
      "prompts/all.yaml": [
        "a: Sort mails by topic.\nb: Write short poems.\n",
        "a: Sort mails by urgency and topic.\nb: Write long poems about rain.\n",
      ],
    },
    before: [chat("Write short poems.")],
    after: [chat("Write long poems about rain.")],
    places: [["prompts/all.yaml", "b: Write long poems about rain."]],
  },
];
