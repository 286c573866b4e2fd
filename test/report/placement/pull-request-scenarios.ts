import { chat, USER, withUser, type Scenario } from "./scenario.ts";

const lines = (...rows: readonly string[]): string => `${rows.join("\n")}\n`;

function tools(name: string, description: string, properties: unknown, required: unknown): unknown {
  return chat("You book rooms.", {
    tools: [
      {
        type: "function",
        function: { name, description, parameters: { type: "object", properties, required } },
      },
    ],
  });
}

/** Pull requests as teams make them. */
export const PULL_REQUEST_SCENARIOS: readonly Scenario[] = [
  {
    name: "a prompt in textwrap.dedent, a rule reworded",
    files: {
      "app/prompts.py": [
        lines(
          "import textwrap",
          "",
          "def system(lang):",
          '    return textwrap.dedent(f"""\\',
          "        You are a tutor for {lang}.",
          "        Rules:",
          "        - Answer in {lang} only.",
          "        - Keep it under 50 words.",
          '    """)',
        ),
        lines(
          "import textwrap",
          "",
          "def system(lang):",
          '    return textwrap.dedent(f"""\\',
          "        You are a tutor for {lang}.",
          "        Rules:",
          "        - Answer in {lang} only.",
          "        - Keep it under 120 words.",
          '    """)',
        ),
      ],
    },
    before: [
      chat(
        "You are a tutor for French.\nRules:\n- Answer in French only.\n- Keep it under 50 words.\n",
      ),
    ],
    after: [
      chat(
        "You are a tutor for French.\nRules:\n- Answer in French only.\n- Keep it under 120 words.\n",
      ),
    ],
    places: [["app/prompts.py", "        - Keep it under 120 words."]],
  },
  {
    name: "a format call, its template far from its argument",
    files: {
      "app/p.py": [
        lines(
          'TEMPLATE = "Summarise {doc} for {audience} in {n} points."',
          "AUDIENCE = 'managers'",
          "N = 3",
        ),
        lines(
          'TEMPLATE = "Summarise {doc} for {audience} in {n} points."',
          "AUDIENCE = 'engineers'",
          "N = 3",
        ),
      ],
    },
    before: [chat("Summarise the report for managers in 3 points.")],
    after: [chat("Summarise the report for engineers in 3 points.")],
    places: [["app/p.py", "AUDIENCE = 'engineers'"]],
  },
  {
    name: "a format template reworded around its placeholders",
    files: {
      "app/p.py": [
        'TEMPLATE = "Summarise {doc} for {audience} in {n} points."\n',
        'TEMPLATE = "Condense {doc} for {audience} into {n} bullets."\n',
      ],
    },
    before: [chat("Summarise the report for managers in 3 points.")],
    after: [chat("Condense the report for managers into 3 bullets.")],
    places: [["app/p.py", 'TEMPLATE = "Condense {doc} for {audience} into {n} bullets."']],
  },
  {
    name: "strings joined with plus over lines",
    files: {
      "src/p.ts": [
        lines(
          "export const SYSTEM =",
          '  "You are a support agent of ACME. " +',
          '  "Never promise refunds. " +',
          '  "Escalate legal questions.";',
        ),
        lines(
          "export const SYSTEM =",
          '  "You are a support agent of ACME. " +',
          '  "Never promise refunds or discounts. " +',
          '  "Escalate legal questions.";',
        ),
      ],
    },
    before: [
      chat("You are a support agent of ACME. Never promise refunds. Escalate legal questions."),
    ],
    after: [
      chat(
        "You are a support agent of ACME. Never promise refunds or discounts. Escalate legal questions.",
      ),
    ],
    places: [["src/p.ts", '  "Never promise refunds or discounts. " +']],
  },
  {
    name: "a Jinja loop whose item line changed",
    files: {
      "templates/context.j2": [
        lines(
          "Answer from these sources:",
          "{% for doc in docs %}",
          "* {{ doc.title }}: {{ doc.text }}",
          "{% endfor %}",
        ),
        lines(
          "Answer from these sources:",
          "{% for doc in docs %}",
          "[{{ loop.index }}] Title: {{ doc.title }} Body: {{ doc.text }}",
          "{% endfor %}",
        ),
      ],
    },
    before: [chat("Answer from these sources:\n\n* Cats: They purr.\n\n* Dogs: They bark.\n")],
    after: [
      chat(
        "Answer from these sources:\n\n[1] Title: Cats Body: They purr.\n\n[2] Title: Dogs Body: They bark.\n",
      ),
    ],
    places: [
      ["templates/context.j2", "[{{ loop.index }}] Title: {{ doc.title }} Body: {{ doc.text }}"],
    ],
  },
  {
    name: "a word in the middle of a folded YAML paragraph",
    files: {
      "config/agents.yaml": [
        lines(
          "support:",
          "  model: gpt-4o-mini",
          "  prompt: >-",
          "    You answer tickets of customers who",
          "    are angry about late parcels and",
          "    you calm them down.",
          "  max_tokens: 100",
        ),
        lines(
          "support:",
          "  model: gpt-4o-mini",
          "  prompt: >-",
          "    You answer tickets of customers who",
          "    are angry about damaged parcels and",
          "    you calm them down.",
          "  max_tokens: 100",
        ),
      ],
    },
    before: [
      chat(
        "You answer tickets of customers who are angry about late parcels and you calm them down.",
      ),
    ],
    after: [
      chat(
        "You answer tickets of customers who are angry about damaged parcels and you calm them down.",
      ),
    ],
    places: [["config/agents.yaml", "    are angry about damaged parcels and"]],
  },
  {
    name: "a folded YAML paragraph wrapped anew because a word came in",
    files: {
      "config/agents.yaml": [
        lines(
          "prompt: >-",
          "  You answer tickets of customers who",
          "  are angry about late parcels and",
          "  you calm them down.",
        ),
        lines(
          "prompt: >-",
          "  You politely answer tickets of",
          "  customers who are angry about late",
          "  parcels and you calm them down.",
        ),
      ],
    },
    before: [
      chat(
        "You answer tickets of customers who are angry about late parcels and you calm them down.",
      ),
    ],
    after: [
      chat(
        "You politely answer tickets of customers who are angry about late parcels and you calm them down.",
      ),
    ],
    places: [["config/agents.yaml", "  You politely answer tickets of"]],
  },
  {
    name: "a JSON prompt file, its value edited beside others",
    files: {
      "prompts/en.json": [
        lines(
          "{",
          '  "greeting": "Hello, how can I help you today?",',
          '  "summary": "Write a summary of the conversation in \\"plain\\" English.\\nUse bullet points."',
          "}",
        ),
        lines(
          "{",
          '  "greeting": "Hello, how can I help you today?",',
          '  "summary": "Write a summary of the conversation in \\"plain\\" English.\\nUse a numbered list."',
          "}",
        ),
      ],
    },
    before: [chat('Write a summary of the conversation in "plain" English.\nUse bullet points.')],
    after: [chat('Write a summary of the conversation in "plain" English.\nUse a numbered list.')],
    places: [
      [
        "prompts/en.json",
        '  "summary": "Write a summary of the conversation in \\"plain\\" English.\\nUse a numbered list."',
      ],
    ],
  },
  {
    name: "a TOML multi-line prompt",
    files: {
      "prompts.toml": [
        lines(
          "[judge]",
          'prompt = """',
          "Score the answer from 1 to 5.",
          "Explain your score.",
          '"""',
        ),
        lines(
          "[judge]",
          'prompt = """',
          "Score the answer from 1 to 10.",
          "Explain your score.",
          '"""',
        ),
      ],
    },
    before: [chat("Score the answer from 1 to 5.\nExplain your score.\n")],
    after: [chat("Score the answer from 1 to 10.\nExplain your score.\n")],
    places: [["prompts.toml", "Score the answer from 1 to 10."]],
  },
  {
    name: "the model in the front matter of a prompt file",
    files: {
      "prompts/triage.md": [
        lines("---", "model: gpt-4o-mini", "temperature: 0", "---", "You triage bug reports."),
        lines("---", "model: gpt-4.1-mini", "temperature: 0", "---", "You triage bug reports."),
      ],
    },
    before: [chat("You triage bug reports.")],
    after: [chat("You triage bug reports.", { model: "gpt-4.1-mini" })],
    places: [["prompts/triage.md", "model: gpt-4.1-mini"]],
  },
  {
    name: "front matter and body of one prompt file both edited",
    files: {
      "content/triage.md": [
        lines("---", "temperature: 0", "---", "You triage bug reports by severity."),
        lines(
          "---",
          "temperature: 0.3",
          "---",
          "You triage bug reports by severity and component.",
        ),
      ],
    },
    before: [chat("You triage bug reports by severity.")],
    after: [chat("You triage bug reports by severity and component.", { temperature: 0.3 })],
    places: [
      ["content/triage.md", "temperature: 0.3"],
      ["content/triage.md", "You triage bug reports by severity and component."],
    ],
    groups: [1, 1],
  },
  {
    name: "a tagged template with nested placeholders",
    files: {
      "src/prompt.ts": [
        lines(
          "export const prompt = (items: Item[]) => dedent`",
          "  Rank these products:",
          "  ${items.map((item) => `- ${item.name} (${item.price})`).join('\\n')}",
          "  Give the best one only.",
          "`;",
        ),
        lines(
          "export const prompt = (items: Item[]) => dedent`",
          "  Rank these products:",
          "  ${items.map((item) => `- ${item.name}, sold for ${item.price} euros`).join('\\n')}",
          "  Give the best one only.",
          "`;",
        ),
      ],
    },
    before: [chat("Rank these products:\n- Pen (2)\n- Ink (5)\nGive the best one only.")],
    after: [
      chat(
        "Rank these products:\n- Pen, sold for 2 euros\n- Ink, sold for 5 euros\nGive the best one only.",
      ),
    ],
    places: [
      [
        "src/prompt.ts",
        "  ${items.map((item) => `- ${item.name}, sold for ${item.price} euros`).join('\\n')}",
      ],
    ],
  },
  {
    name: "an XML-ish prompt, a tag renamed",
    files: {
      "src/xml.py": [
        lines(
          'PROMPT = """<task>',
          "<instructions>",
          "Extract all dates.",
          "</instructions>",
          "<doc>{doc}</doc>",
          '</task>"""',
        ),
        lines(
          'PROMPT = """<task>',
          "<instructions>",
          "Extract all dates.",
          "</instructions>",
          "<document>{doc}</document>",
          '</task>"""',
        ),
      ],
    },
    before: [
      chat(
        "<task>\n<instructions>\nExtract all dates.\n</instructions>\n<doc>On 3 May we met.</doc>\n</task>",
      ),
    ],
    after: [
      chat(
        "<task>\n<instructions>\nExtract all dates.\n</instructions>\n<document>On 3 May we met.</document>\n</task>",
      ),
    ],
    places: [["src/xml.py", "<document>{doc}</document>"]],
  },
  {
    name: "an XML-ish prompt, a section added",
    files: {
      "src/xml.py": [
        lines('PROMPT = """', "<role>You are an editor.</role>", "<text>{text}</text>", '"""'),
        lines(
          'PROMPT = """',
          "<role>You are an editor.</role>",
          "<style>Use British spelling.</style>",
          "<text>{text}</text>",
          '"""',
        ),
      ],
    },
    before: [chat("\n<role>You are an editor.</role>\n<text>Colors.</text>\n")],
    after: [
      chat(
        "\n<role>You are an editor.</role>\n<style>Use British spelling.</style>\n<text>Colors.</text>\n",
      ),
    ],
    places: [["src/xml.py", "<style>Use British spelling.</style>"]],
  },
  {
    name: "an i18n file of messages in ICU syntax",
    files: {
      "locales/de.json": [
        lines(
          "{",
          '  "assistant.system": "Du bist ein Assistent für {product}. Antworte kurz.",',
          '  "assistant.bye": "Tschüss"',
          "}",
        ),
        lines(
          "{",
          '  "assistant.system": "Du bist ein Assistent für {product}. Antworte ausführlich.",',
          '  "assistant.bye": "Auf Wiedersehen"',
          "}",
        ),
      ],
    },
    before: [chat("Du bist ein Assistent für Tapas. Antworte kurz.")],
    after: [chat("Du bist ein Assistent für Tapas. Antworte ausführlich.")],
    places: [
      [
        "locales/de.json",
        '  "assistant.system": "Du bist ein Assistent für {product}. Antworte ausführlich.",',
      ],
    ],
  },
  {
    name: "a gettext catalogue",
    files: {
      "locale/fr/LC_MESSAGES/app.po": [
        lines('msgid "system_prompt"', 'msgstr "Tu es un guide de musée. Réponds en une phrase."'),
        lines(
          'msgid "system_prompt"',
          'msgstr "Tu es un guide de musée. Réponds en trois phrases."',
        ),
      ],
    },
    before: [chat("Tu es un guide de musée. Réponds en une phrase.")],
    after: [chat("Tu es un guide de musée. Réponds en trois phrases.")],
    places: [
      [
        "locale/fr/LC_MESSAGES/app.po",
        'msgstr "Tu es un guide de musée. Réponds en trois phrases."',
      ],
    ],
  },
  {
    name: "a prompt constant renamed and moved to another file, its text edited",
    files: {
      "src/old.py": [
        lines('SYSTEM_PROMPT = "You check invoices for missing fields."', "x = 1"),
        lines("x = 1"),
      ],
      "src/invoice/prompts.py": [
        undefined,
        lines('INVOICE_SYSTEM = "You check invoices for missing and wrong fields."'),
      ],
    },
    before: [chat("You check invoices for missing fields.")],
    after: [chat("You check invoices for missing and wrong fields.")],
    places: [
      [
        "src/invoice/prompts.py",
        'INVOICE_SYSTEM = "You check invoices for missing and wrong fields."',
      ],
    ],
  },
  {
    name: "deleted lines only, at the end of the prompt",
    files: {
      "src/p.py": [
        lines(
          'SYSTEM = """',
          "You write release notes.",
          "Group them by component.",
          "Mention every contributor by name.",
          '"""',
          "TIMEOUT = 3",
        ),
        lines(
          'SYSTEM = """',
          "You write release notes.",
          "Group them by component.",
          '"""',
          "TIMEOUT = 3",
        ),
      ],
    },
    before: [
      chat(
        "\nYou write release notes.\nGroup them by component.\nMention every contributor by name.\n",
      ),
    ],
    after: [chat("\nYou write release notes.\nGroup them by component.\n")],
    places: [["src/p.py", '"""']],
  },
  {
    name: "deleted lines only, at the end of the file",
    files: {
      "prompts/notes.txt": [
        lines(
          "You write release notes.",
          "Group them by component.",
          "Mention every contributor by name.",
        ),
        lines("You write release notes.", "Group them by component."),
      ],
    },
    before: [
      chat(
        "You write release notes.\nGroup them by component.\nMention every contributor by name.\n",
      ),
    ],
    after: [chat("You write release notes.\nGroup them by component.\n")],
    places: [["prompts/notes.txt", "Group them by component."]],
  },
  {
    name: "a sentence deleted in the middle of a line",
    files: {
      "src/p.ts": [
        'export const P = "You plan trips. Prefer trains. Never suggest flights. Be concrete.";\n',
        'export const P = "You plan trips. Prefer trains. Be concrete.";\n',
      ],
    },
    before: [chat("You plan trips. Prefer trains. Never suggest flights. Be concrete.")],
    after: [chat("You plan trips. Prefer trains. Be concrete.")],
    places: [["src/p.ts", 'export const P = "You plan trips. Prefer trains. Be concrete.";']],
  },
  {
    name: "a file with CRLF",
    files: {
      "prompts/system.txt": [
        "You grade essays.\r\nUse grades A to F.\r\nBe fair.\r\n",
        "You grade essays.\r\nUse points from 0 to 100.\r\nBe fair.\r\n",
      ],
    },
    before: [chat("You grade essays.\r\nUse grades A to F.\r\nBe fair.\r\n")],
    after: [chat("You grade essays.\r\nUse points from 0 to 100.\r\nBe fair.\r\n")],
    places: [["prompts/system.txt", "Use points from 0 to 100.\r"]],
  },
  {
    name: "a pydantic model that becomes a tool's schema, a field's description",
    files: {
      "app/models.py": [
        lines(
          "class Booking(BaseModel):",
          '    """Books a room."""',
          "",
          '    guests: int = Field(description="Number of guests")',
          "    note: str",
        ),
        lines(
          "class Booking(BaseModel):",
          '    """Books a room."""',
          "",
          '    guests: int = Field(description="Number of adults and children")',
          "    note: str",
        ),
      ],
    },
    before: [
      tools(
        "Booking",
        "Books a room.",
        { guests: { type: "integer", description: "Number of guests" }, note: { type: "string" } },
        ["guests", "note"],
      ),
    ],
    after: [
      tools(
        "Booking",
        "Books a room.",
        {
          guests: { type: "integer", description: "Number of adults and children" },
          note: { type: "string" },
        },
        ["guests", "note"],
      ),
    ],
    places: [
      ["app/models.py", '    guests: int = Field(description="Number of adults and children")'],
    ],
  },
  {
    name: "a pydantic model got a field that is required",
    files: {
      "app/models.py": [
        lines("class Booking(BaseModel):", "    guests: int", "    note: str"),
        lines("class Booking(BaseModel):", "    guests: int", "    nights: int", "    note: str"),
      ],
    },
    before: [
      tools(
        "Booking",
        "Books.",
        { guests: { title: "Guests", type: "integer" }, note: { title: "Note", type: "string" } },
        ["guests", "note"],
      ),
    ],
    after: [
      tools(
        "Booking",
        "Books.",
        {
          guests: { title: "Guests", type: "integer" },
          nights: { title: "Nights", type: "integer" },
          note: { title: "Note", type: "string" },
        },
        ["guests", "nights", "note"],
      ),
    ],
    places: [["app/models.py", "    nights: int"]],
  },
  {
    name: "a pydantic field became optional",
    files: {
      "app/models.py": [
        lines("class Booking(BaseModel):", "    guests: int", "    note: str"),
        lines("class Booking(BaseModel):", "    guests: int", '    note: str = ""'),
      ],
    },
    before: [
      tools("Booking", "Books.", { guests: { type: "integer" }, note: { type: "string" } }, [
        "guests",
        "note",
      ]),
    ],
    after: [
      tools(
        "Booking",
        "Books.",
        { guests: { type: "integer" }, note: { type: "string", default: "" } },
        ["guests"],
      ),
    ],
    places: [["app/models.py", '    note: str = ""']],
  },
  {
    name: "a pydantic field changed its type",
    files: {
      "app/models.py": [
        lines("class Booking(BaseModel):", "    guests: int", "    budget: int"),
        lines("class Booking(BaseModel):", "    guests: int", "    budget: float"),
      ],
    },
    before: [
      tools("Booking", "Books.", { guests: { type: "integer" }, budget: { type: "integer" } }, [
        "guests",
        "budget",
      ]),
    ],
    after: [
      tools("Booking", "Books.", { guests: { type: "integer" }, budget: { type: "number" } }, [
        "guests",
        "budget",
      ]),
    ],
    places: [["app/models.py", "    budget: float"]],
  },
  {
    name: "a pydantic field renamed",
    files: {
      "app/models.py": [
        lines("class Booking(BaseModel):", "    guests: int", "    note: str"),
        lines("class Booking(BaseModel):", "    guests: int", "    remark: str"),
      ],
    },
    before: [
      tools("Booking", "Books.", { guests: { type: "integer" }, note: { type: "string" } }, [
        "guests",
        "note",
      ]),
    ],
    after: [
      tools("Booking", "Books.", { guests: { type: "integer" }, remark: { type: "string" } }, [
        "guests",
        "remark",
      ]),
    ],
    places: [["app/models.py", "    remark: str"]],
  },
  {
    name: "a zod enum got a value",
    files: {
      "src/schema.ts": [
        lines(
          "export const ticket = z.object({",
          '  priority: z.enum(["low", "high"]),',
          "  title: z.string(),",
          "});",
        ),
        lines(
          "export const ticket = z.object({",
          '  priority: z.enum(["low", "medium", "high"]),',
          "  title: z.string(),",
          "});",
        ),
      ],
    },
    before: [
      tools(
        "ticket",
        "A ticket.",
        { priority: { type: "string", enum: ["low", "high"] }, title: { type: "string" } },
        ["priority", "title"],
      ),
    ],
    after: [
      tools(
        "ticket",
        "A ticket.",
        {
          priority: { type: "string", enum: ["low", "medium", "high"] },
          title: { type: "string" },
        },
        ["priority", "title"],
      ),
    ],
    places: [["src/schema.ts", '  priority: z.enum(["low", "medium", "high"]),']],
  },
  {
    name: "a zod bound changed",
    files: {
      "src/schema.ts": [
        lines(
          "export const ticket = z.object({",
          "  score: z.number().min(0).max(5),",
          "  retries: z.number().max(3),",
          "});",
        ),
        lines(
          "export const ticket = z.object({",
          "  score: z.number().min(0).max(10),",
          "  retries: z.number().max(3),",
          "});",
        ),
      ],
    },
    before: [
      tools(
        "ticket",
        "A ticket.",
        {
          score: { type: "number", minimum: 0, maximum: 5 },
          retries: { type: "number", maximum: 3 },
        },
        ["score"],
      ),
    ],
    after: [
      tools(
        "ticket",
        "A ticket.",
        {
          score: { type: "number", minimum: 0, maximum: 10 },
          retries: { type: "number", maximum: 3 },
        },
        ["score"],
      ),
    ],
    places: [["src/schema.ts", "  score: z.number().min(0).max(10),"]],
  },
  {
    name: "a zod description in a chain over lines",
    files: {
      "src/schema.ts": [
        lines("  city: z", "    .string()", '    .describe("Name of the city"),'),
        lines(
          "  city: z",
          "    .string()",
          '    .describe("Name of the city in English, without its country"),',
        ),
      ],
    },
    before: [
      tools("w", "Weather.", { city: { type: "string", description: "Name of the city" } }, [
        "city",
      ]),
    ],
    after: [
      tools(
        "w",
        "Weather.",
        {
          city: { type: "string", description: "Name of the city in English, without its country" },
        },
        ["city"],
      ),
    ],
    places: [
      ["src/schema.ts", '    .describe("Name of the city in English, without its country"),'],
    ],
  },
  {
    name: "a second tool was registered",
    files: {
      "src/agent.ts": [
        lines("const agent = new Agent({", "  tools: [searchOrders],", "});"),
        lines("const agent = new Agent({", "  tools: [searchOrders, cancelOrder],", "});"),
      ],
    },
    before: [
      chat("You help.", {
        tools: [
          {
            type: "function",
            function: {
              name: "searchOrders",
              description: "Searches.",
              parameters: { type: "object" },
            },
          },
        ],
      }),
    ],
    after: [
      chat("You help.", {
        tools: [
          {
            type: "function",
            function: {
              name: "searchOrders",
              description: "Searches.",
              parameters: { type: "object" },
            },
          },
          {
            type: "function",
            function: {
              name: "cancelOrder",
              description: "Cancels.",
              parameters: { type: "object" },
            },
          },
        ],
      }),
    ],
    places: [["src/agent.ts", "  tools: [searchOrders, cancelOrder],"]],
  },
  {
    name: "a tool was taken away",
    files: {
      "src/agent.py": [
        lines("TOOLS = [", "    search_orders,", "    cancel_order,", "]"),
        lines("TOOLS = [", "    search_orders,", "]"),
      ],
    },
    before: [
      chat("You help.", {
        tools: [
          {
            type: "function",
            function: {
              name: "search_orders",
              description: "Searches.",
              parameters: { type: "object" },
            },
          },
          {
            type: "function",
            function: {
              name: "cancel_order",
              description: "Cancels.",
              parameters: { type: "object" },
            },
          },
        ],
      }),
    ],
    after: [
      chat("You help.", {
        tools: [
          {
            type: "function",
            function: {
              name: "search_orders",
              description: "Searches.",
              parameters: { type: "object" },
            },
          },
        ],
      }),
    ],
    places: [["src/agent.py", "]"]],
  },
  {
    name: "a constant far from the prompt, in another module",
    files: {
      "app/settings.py": [
        lines("COMPANY = 'Acme'", "RETRY_COUNT = 3", "SUPPORT_HOURS = '9 to 5'"),
        lines("COMPANY = 'Acme'", "RETRY_COUNT = 5", "SUPPORT_HOURS = '8 to 18'"),
      ],
    },
    before: [chat("You work for Acme. Our support hours are 9 to 5. Be kind.")],
    after: [chat("You work for Acme. Our support hours are 8 to 18. Be kind.")],
    places: [["app/settings.py", "SUPPORT_HOURS = '8 to 18'"]],
  },
  {
    name: "a company's name in a constant of another module",
    files: {
      "app/settings.py": [
        lines("COMPANY = 'Acme'", "RETRY_COUNT = 3"),
        lines("COMPANY = 'Globex Corporation'", "RETRY_COUNT = 3"),
      ],
    },
    before: [chat("You work for Acme. Be kind.")],
    after: [chat("You work for Globex Corporation. Be kind.")],
    places: [["app/settings.py", "COMPANY = 'Globex Corporation'"]],
  },
  {
    name: "the temperature in an environment file",
    files: {
      ".env.ci": [
        lines("LLM_TIMEOUT=0.2", "LLM_TEMPERATURE=0"),
        lines("LLM_TIMEOUT=0.2", "LLM_TEMPERATURE=0.2"),
      ],
    },
    before: [chat("A")],
    after: [chat("A", { temperature: 0.2 })],
    places: [[".env.ci", "LLM_TEMPERATURE=0.2"]],
  },
  {
    name: "the model in a section of pyproject.toml, beside a version",
    files: {
      "pyproject.toml": [
        lines(
          "[project]",
          'version = "1.0.0"',
          'dependencies = ["openai>=1"]',
          "",
          "[tool.myapp.llm]",
          'default = "gpt-4o-mini"',
        ),
        lines(
          "[project]",
          'version = "1.1.0"',
          'dependencies = ["openai>=2"]',
          "",
          "[tool.myapp.llm]",
          'default = "o4-mini"',
        ),
      ],
    },
    before: [chat("A")],
    after: [chat("A", { model: "o4-mini" })],
    places: [["pyproject.toml", 'default = "o4-mini"']],
  },
  {
    name: "a document of the tests' fixtures that is put into the prompt",
    files: {
      "tests/fixtures/handbook.md": [
        lines("# Handbook", "", "Employees get 25 days of leave.", "", "Offices open at eight."),
        lines("# Handbook", "", "Employees get 30 days of leave.", "", "Offices open at eight."),
      ],
    },
    before: [
      chat(
        "Answer from this: # Handbook\n\nEmployees get 25 days of leave.\n\nOffices open at eight.\n",
      ),
    ],
    after: [
      chat(
        "Answer from this: # Handbook\n\nEmployees get 30 days of leave.\n\nOffices open at eight.\n",
      ),
    ],
    places: [["tests/fixtures/handbook.md", "Employees get 30 days of leave."]],
  },
  {
    name: "a document of which a short line changed",
    files: {
      "data/prices.txt": [
        lines("Menu", "Soup: 4 euros", "Bread: 2 euros"),
        lines("Menu", "Soup: 5 euros", "Bread: 2 euros"),
      ],
    },
    before: [withUser("Answer from the menu.", "Menu\nSoup: 4 euros\nBread: 2 euros\n")],
    after: [withUser("Answer from the menu.", "Menu\nSoup: 5 euros\nBread: 2 euros\n")],
    places: [["data/prices.txt", "Soup: 5 euros"]],
  },
  {
    name: "a document in CSV",
    files: {
      "tests/data/orders.csv": [
        lines("id,item,state", "17,lamp,open", "18,chair,open"),
        lines("id,item,state", "17,lamp,shipped", "18,chair,open"),
      ],
    },
    before: [withUser("You know orders.", "id,item,state\n17,lamp,open\n18,chair,open\n")],
    after: [withUser("You know orders.", "id,item,state\n17,lamp,shipped\n18,chair,open\n")],
    places: [["tests/data/orders.csv", "17,lamp,shipped"]],
  },
  {
    name: "several tests hit by one model and one of them by its own question too",
    files: {
      "app/llm.py": [
        'client.chat.completions.create(model="gpt-4o-mini")\n',
        'client.chat.completions.create(model="gpt-4.1-nano")\n',
      ],
      "tests/test_ask.py": [
        'assert ask("How old is the old moon?")\n',
        'assert ask("How old is the young sun?")\n',
      ],
    },
    before: ["a b", "c d", "How old is the old moon?"].map((q) => withUser("S", q)),
    after: ["a b", "c d", "How old is the young sun?"].map((q) =>
      withUser("S", q, { model: "gpt-4.1-nano" }),
    ),
    places: [
      ["app/llm.py", 'client.chat.completions.create(model="gpt-4.1-nano")'],
      ["tests/test_ask.py", 'assert ask("How old is the young sun?")'],
    ],
    groups: [3, 1],
  },
  {
    name: "a time stamp in the prompt, and an unrelated edit",
    files: { "src/p.py": ['A = "Hello there."\n', 'A = "Hello there, world."\n'] },
    before: [chat("Now is 2025-01-02T03:04:05Z. You keep a diary.")],
    after: [chat("Now is 2025-02-03T04:05:06Z. You keep a diary.")],
    places: [null],
  },
  {
    name: "a time stamp in the prompt, and an edit of the same prompt",
    files: {
      "src/p.py": [
        'P = f"Now is {now()}. You keep a diary of the household."\n',
        'P = f"Now is {now()}. You keep a diary of the whole garden."\n',
      ],
    },
    before: [1, 2].map((n) =>
      withUser(`Now is 2025-01-02T03:04:0${n}Z. You keep a diary of the household.`, `q${n}`),
    ),
    after: [1, 2].map((n) =>
      withUser(`Now is 2025-02-03T04:05:0${n}Z. You keep a diary of the whole garden.`, `q${n}`),
    ),
    places: [["src/p.py", 'P = f"Now is {now()}. You keep a diary of the whole garden."']],
  },
  {
    name: "a prompt that only changed its case",
    files: { "src/p.py": ['P = "Answer yes or no."\n', 'P = "Answer YES or NO."\n'] },
    before: [chat("Answer yes or no.")],
    after: [chat("Answer YES or NO.")],
    places: [["src/p.py", 'P = "Answer YES or NO."']],
  },
  {
    name: "a prompt that only changed its white space",
    files: {
      "src/p.py": [
        lines('P = """You list fruits.', "One a line.", '"""'),
        lines('P = """You list fruits.', "", "One a line.", '"""'),
      ],
    },
    before: [chat("You list fruits.\nOne a line.\n")],
    after: [chat("You list fruits.\n\nOne a line.\n")],
    places: [["src/p.py", ""]],
  },
  {
    name: "a trailing full stop",
    files: {
      "src/p.py": ['P = "You list fruits"\nQ = "x"\n', 'P = "You list fruits."\nQ = "y."\n'],
    },
    before: [chat("You list fruits")],
    after: [chat("You list fruits.")],
    places: [["src/p.py", 'P = "You list fruits."']],
  },
  {
    name: "a typo of a prompt corrected",
    files: {
      "src/p.py": [
        lines('"""Module of the agent."""', "", 'P = "You recieve letters and sort them."'),
        lines('"""Module of the agents."""', "", 'P = "You receive letters and sort them."'),
      ],
    },
    before: [chat("You recieve letters and sort them.")],
    after: [chat("You receive letters and sort them.")],
    places: [["src/p.py", 'P = "You receive letters and sort them."']],
  },
  {
    name: "a list of rules in Python, one of them inserted",
    files: {
      "src/rules.py": [
        lines(
          "RULES = [",
          '    "No slang.",',
          '    "No emojis.",',
          "]",
          'P = "Rules:\\n" + "\\n".join(f"{i}. {r}" for i, r in enumerate(RULES, 1))',
        ),
        lines(
          "RULES = [",
          '    "No slang.",',
          '    "No jargon.",',
          '    "No emojis.",',
          "]",
          'P = "Rules:\\n" + "\\n".join(f"{i}. {r}" for i, r in enumerate(RULES, 1))',
        ),
      ],
    },
    before: [chat("Rules:\n1. No slang.\n2. No emojis.")],
    after: [chat("Rules:\n1. No slang.\n2. No jargon.\n3. No emojis.")],
    places: [["src/rules.py", '    "No jargon.",']],
  },
  {
    name: "max_tokens in a YAML config with another number alike",
    files: {
      "config.yml": [
        lines("server:", "  port: 1024", "llm:", "  max-tokens: 512"),
        lines("server:", "  port: 2048", "llm:", "  max-tokens: 2048"),
      ],
    },
    before: [chat("A", { max_tokens: 512 })],
    after: [chat("A", { max_tokens: 2048 })],
    places: [["config.yml", "  max-tokens: 2048"]],
  },
  {
    name: "a parameter that was taken out",
    files: {
      "src/llm.py": [
        lines(
          "resp = client.chat.completions.create(",
          "    model=MODEL,",
          "    seed=42,",
          "    messages=messages,",
          ")",
        ),
        lines(
          "resp = client.chat.completions.create(",
          "    model=MODEL,",
          "    messages=messages,",
          ")",
        ),
      ],
    },
    before: [chat("A", { seed: 42 })],
    after: [chat("A")],
    places: [["src/llm.py", "    messages=messages,"]],
  },
  {
    name: "streaming switched on",
    files: {
      "src/llm.ts": [
        lines(
          "const answer = await client.chat.completions.create({",
          "  model,",
          "  messages,",
          "});",
        ),
        lines(
          "const answer = await client.chat.completions.create({",
          "  model,",
          "  messages,",
          "  stream: true,",
          "});",
        ),
      ],
    },
    before: [chat("A")],
    after: [chat("A", { stream: true })],
    places: [["src/llm.ts", "  stream: true,"]],
  },
  {
    name: "max_tokens renamed to max_completion_tokens",
    files: {
      "src/llm.py": [
        "create(model=M, max_tokens=300)\n",
        "create(model=M, max_completion_tokens=300)\n",
      ],
    },
    before: [chat("A", { max_tokens: 300 })],
    after: [chat("A", { max_completion_tokens: 300 })],
    places: [["src/llm.py", "create(model=M, max_completion_tokens=300)"]],
  },
  {
    name: "the system role became the developer role",
    files: {
      "src/llm.py": [
        'messages = [{"role": "system", "content": SYSTEM}]\n',
        'messages = [{"role": "developer", "content": SYSTEM}]\n',
      ],
    },
    before: [chat("You are kind.")],
    after: [
      {
        model: "gpt-4o-mini",
        messages: [
          { role: "developer", content: "You are kind." },
          { role: "user", content: USER },
        ],
        temperature: 0,
      },
    ],
    places: [["src/llm.py", 'messages = [{"role": "developer", "content": SYSTEM}]']],
  },
  {
    name: "a Handlebars template with a partial",
    files: {
      "prompts/mail.hbs": [
        lines(
          "Write a mail to {{name}}.",
          "{{#if formal}}Use a formal tone.{{else}}Use a casual tone.{{/if}}",
          "{{> signature}}",
        ),
        lines(
          "Write a mail to {{name}}.",
          "{{#if formal}}Use a formal tone and full titles.{{else}}Use a casual tone.{{/if}}",
          "{{> signature}}",
        ),
      ],
    },
    before: [chat("Write a mail to Ada.\nUse a formal tone.\nYours, Bob\n")],
    after: [chat("Write a mail to Ada.\nUse a formal tone and full titles.\nYours, Bob\n")],
    places: [
      [
        "prompts/mail.hbs",
        "{{#if formal}}Use a formal tone and full titles.{{else}}Use a casual tone.{{/if}}",
      ],
    ],
  },
  {
    name: "an ERB template",
    files: {
      "app/prompts/ask.text.erb": [
        lines("You know <%= company %> well.", "Answer with at most <%= limit %> words."),
        lines("You know <%= company %> well.", "Answer with no more than <%= limit %> characters."),
      ],
    },
    before: [chat("You know Acme well.\nAnswer with at most 20 words.\n")],
    after: [chat("You know Acme well.\nAnswer with no more than 20 characters.\n")],
    places: [["app/prompts/ask.text.erb", "Answer with no more than <%= limit %> characters."]],
  },
  {
    name: "a Go raw string and Sprintf",
    files: {
      "internal/prompt.go": [
        'return fmt.Sprintf("Compare %s with %s and name %d differences.", a, b, n)\n',
        'return fmt.Sprintf("Compare %s to %s and explain %d differences in depth.", a, b, n)\n',
      ],
    },
    before: [chat("Compare apples with pears and name 3 differences.")],
    after: [chat("Compare apples to pears and explain 3 differences in depth.")],
    places: [
      [
        "internal/prompt.go",
        'return fmt.Sprintf("Compare %s to %s and explain %d differences in depth.", a, b, n)',
      ],
    ],
  },
  {
    name: "a heredoc of Ruby",
    files: {
      "lib/prompt.rb": [
        lines("PROMPT = <<~TXT", "  You are #{name}.", "  Reply in #{lang}, formally.", "TXT"),
        lines("PROMPT = <<~TXT", "  You are #{name}.", "  Reply in #{lang}, like a friend.", "TXT"),
      ],
    },
    before: [chat("You are Ada.\nReply in Dutch, formally.\n")],
    after: [chat("You are Ada.\nReply in Dutch, like a friend.\n")],
    places: [["lib/prompt.rb", "  Reply in #{lang}, like a friend."]],
  },
  {
    name: "a Java text block with a line continuation",
    files: {
      "src/main/java/Prompts.java": [
        lines(
          '  static final String P = """',
          "      You classify mails as spam or \\",
          "      not spam. Say one word.",
          '      """;',
        ),
        lines(
          '  static final String P = """',
          "      You classify mails as spam, advertising or \\",
          "      not spam. Say one word.",
          '      """;',
        ),
      ],
    },
    before: [chat("You classify mails as spam or not spam. Say one word.\n")],
    after: [chat("You classify mails as spam, advertising or not spam. Say one word.\n")],
    places: [["src/main/java/Prompts.java", "      You classify mails as spam, advertising or \\"]],
  },
  {
    name: "a prompt of a notebook",
    files: {
      "nb/demo.ipynb": [
        lines(
          "  {",
          '   "source": [',
          '    "SYSTEM = \\"You answer in rhymes.\\"\\n",',
          '    "ask(SYSTEM)"',
          "   ]",
          "  }",
        ),
        lines(
          "  {",
          '   "source": [',
          '    "SYSTEM = \\"You answer in limericks.\\"\\n",',
          '    "ask(SYSTEM)"',
          "   ]",
          "  }",
        ),
      ],
    },
    before: [chat("You answer in rhymes.")],
    after: [chat("You answer in limericks.")],
    places: [["nb/demo.ipynb", '    "SYSTEM = \\"You answer in limericks.\\"\\n",']],
  },
];
