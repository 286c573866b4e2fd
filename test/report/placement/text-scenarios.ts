import { chat, USER, withUser, type Scenario } from "./scenario.ts";

const LONG_LINE = "Rule 380: treat item 380 with politeness and flowers.";

/** What is evidence of a changed text and what is chance, and how source files write texts. */
export const TEXT_SCENARIOS: readonly Scenario[] = [
  {
    name: "one long word in common with a README is chance",
    files: { "README.md": ["# App\n", "# App\n\nSee the documentation.\n"] },
    before: [chat("You help with code.")],
    after: [chat("You help with code and documentation.")],
    places: [null],
  },
  {
    name: "one long word in common with a prompt-like sentence is chance",
    files: {
      "docs/x.md": [
        "# X\n",
        "# X\n\nPlease answer in two steps; the long version has paragraphs too.\n",
      ],
    },
    before: [chat("You are a careful assistant. Answer in one short sentence.")],
    after: [chat("You are a careful assistant. Answer in two long paragraphs.")],
    places: [null],
  },
  {
    name: "some words in common with a README are chance",
    files: { "README.md": ["# App\n", "# App\n\nIt covers code and documentation.\n"] },
    before: [chat("You help with code.")],
    after: [chat("You help with code and documentation.")],
    places: [null],
  },
  {
    name: "one word in common with a list and with a quoted word of code is chance",
    files: {
      "docs/list.md": ["- code\n", "- code\n- documentation\n"],
      "src/kinds.ts": [
        'export const KINDS = ["code"];\n',
        'export const KINDS = ["code", "documentation"];\n',
      ],
    },
    before: [chat("You help with code.")],
    after: [chat("You help with code and documentation.")],
    places: [null],
  },
  {
    name: "a comment that has a changed word is chance",
    files: {
      "src/a.py": ["x = 1\n", "# Sections: headers, long paragraphs, and so on.\nx = 1\n"],
    },
    before: [chat("Answer in one short sentence.")],
    after: [chat("Answer in two long paragraphs.")],
    places: [null],
  },
  {
    name: "a changed word on a wrapped line of its own",
    files: {
      "prompts/s.md": [
        "Answer every question that people ask you in two long\nsentences.\n",
        "Answer every question that people ask you in two long\nparagraphs.\n",
      ],
      "docs/x.md": ["hello\n", "hello paragraphs.\n"],
    },
    before: [chat("Answer every question that people ask you in two long\nsentences.\n")],
    after: [chat("Answer every question that people ask you in two long\nparagraphs.\n")],
    places: [["prompts/s.md", "paragraphs."]],
  },
  {
    name: "a template literal inside of another's placeholder",
    files: {
      "src/hi.ts": [
        "return `Hi ${user.isVip ? `valued ${user.name}` : user.name}, how can we help?`;\n",
        "return `Hi ${user.isVip ? `esteemed ${user.name}` : user.name}, how can we help?`;\n",
      ],
    },
    before: [chat("Hi valued Ada, how can we help?")],
    after: [chat("Hi esteemed Ada, how can we help?")],
    places: [
      [
        "src/hi.ts",
        "return `Hi ${user.isVip ? `esteemed ${user.name}` : user.name}, how can we help?`;",
      ],
    ],
  },
  {
    name: "a number that code puts into the prompt",
    files: {
      "src/p.py": [
        'TIMEOUT = 10\nMAX_ITEMS = 20\n\nP = f"List at most {MAX_ITEMS} items."\n',
        'TIMEOUT = 25\nMAX_ITEMS = 25\n\nP = f"List at most {MAX_ITEMS} items."\n',
      ],
    },
    before: [chat("List at most 20 items.")],
    after: [chat("List at most 25 items.")],
    places: [["src/p.py", "MAX_ITEMS = 25"]],
  },
  {
    name: "a number of the prompt that unrelated code has too is chance",
    files: { "src/http.py": ["RETRIES = 3\n", "RETRIES = 3\nTIMEOUT = 25\n"] },
    before: [chat("List at most 20 items.")],
    after: [chat("List at most 25 items.")],
    places: [null],
  },
  {
    name: "a message of one word, alone in its literal",
    files: {
      "tests/test_a.py": [
        'ask("whales")\n',
        '# Nobody knows seals better.\nLOG = "seals.txt"\nask("seals")\n',
      ],
    },
    before: [withUser("You tell stories.", "whales")],
    after: [withUser("You tell stories.", "seals")],
    places: [["tests/test_a.py", 'ask("seals")']],
  },
  {
    name: "a word that code puts into the prompt",
    files: {
      "config.yaml": ["language: French\nretries: 2\n", "language: Portuguese\nretries: 3\n"],
      "README.md": ["x\n", "x\n\nTranslates from and to Portuguese.\n"],
    },
    before: [chat("Translate into French, please.")],
    after: [chat("Translate into Portuguese, please.")],
    places: [["config.yaml", "language: Portuguese"]],
  },
  {
    name: "literals that are joined inside a word",
    files: {
      "p.js": [
        "const p = 'Translate everything into Ger' +\n  'man.';\n",
        "const p = 'Translate everything into Portu' +\n  'guese.';\n",
      ],
    },
    before: [chat("Translate everything into German.")],
    after: [chat("Translate everything into Portuguese.")],
    places: [["p.js", "const p = 'Translate everything into Portu' +"]],
  },
  {
    name: "a prompt in an attribute of XML, with entities",
    files: {
      "p.xml": [
        "<p>Use &quot;strict&quot; mode &amp; stop.</p>\n",
        "<p>Use &quot;lenient&quot; mode &amp; go on.</p>\n",
      ],
    },
    before: [chat('Use "strict" mode & stop.')],
    after: [chat('Use "lenient" mode & go on.')],
    places: [["p.xml", "<p>Use &quot;lenient&quot; mode &amp; go on.</p>"]],
  },
  {
    name: "a long prompt of which another line changed outside of the pull request",
    files: { "p.md": [long(), long([380, LONG_LINE])] },
    before: [chat(long([3, "Generated at nine by Ada."]))],
    after: [chat(long([3, "Generated at ten by Bob."], [380, LONG_LINE]))],
    places: [["p.md", LONG_LINE]],
  },
  {
    name: "a long prompt of one line of which another sentence changed outside of the pull request",
    files: {
      "p.py": [
        `P = (\n${long()
          .trimEnd()
          .replaceAll(/^(.*)$/gm, '  "$1 "')}\n)\n`,
        `P = (\n${long([380, LONG_LINE])
          .trimEnd()
          .replaceAll(/^(.*)$/gm, '  "$1 "')}\n)\n`,
      ],
    },
    before: [chat(long([3, "Generated at nine by Ada."]).replaceAll("\n", " "))],
    after: [chat(long([3, "Generated at ten by Bob."], [380, LONG_LINE]).replaceAll("\n", " "))],
    places: [["p.py", `  "${LONG_LINE} "`]],
  },
  {
    name: "the end of a long message that is new",
    files: { "p.md": ["x\n", "x\nAnd do not forget the flowers at the end.\n"] },
    before: [chat("Be kind.")],
    after: [
      chat("Be kind.", {
        messages: [
          { role: "system", content: "Be kind." },
          {
            role: "user",
            content: `${"Something that the test computes, and it is long. ".repeat(5)}And do not forget the flowers at the end.`,
          },
          { role: "user", content: USER },
        ],
      }),
    ],
    places: [["p.md", "And do not forget the flowers at the end."]],
  },
  ...escaped([
    ["Python, eight digits", "p.py", "S = 'Be \\U0001F600 kind.'"],
    ["JavaScript, in braces", "p.js", "const s = 'Be \\u{1F600} kind.';"],
    ["two halves, as in JSON", "p.json", '  "s": "Be \\ud83d\\ude00 kind."'],
  ]),
  {
    name: "a character by its two digits in Python",
    files: {
      "p.py": ['S = "Le caf\\xe9 est froid."\n', 'S = "Le caf\\xe9 est tr\\xe8s chaud."\n'],
    },
    before: [chat("Le café est froid.")],
    after: [chat("Le café est très chaud.")],
    places: [["p.py", 'S = "Le caf\\xe9 est tr\\xe8s chaud."']],
  },
  {
    name: "the prompt's source comes before the test that asserts all of it",
    files: {
      "config/agent.yaml": [
        "system: |\n  You sort letters.\n  Urgent ones go first.\n  Be brief.\n",
        "system: |\n  You sort all letters.\n  Letters of the tax office go first.\n  Be brief.\n",
      ],
      "tests/test_prompt.py": [
        'assert load() == "You sort letters.\\nUrgent ones go first.\\nBe brief.\\n"\n',
        'assert load() == "You sort all letters.\\nLetters of the tax office go first.\\nBe brief.\\n"\n',
      ],
    },
    before: [chat("You sort letters.\nUrgent ones go first.\nBe brief.\n")],
    after: [chat("You sort all letters.\nLetters of the tax office go first.\nBe brief.\n")],
    places: [["config/agent.yaml", "  Letters of the tax office go first."]],
  },
  {
    name: "a test's own message comes before a prompt that has some words of it",
    files: {
      "src/p.py": [
        'P = "Sort the letters of the town."\n',
        'P = "Translate the whole text to plain Portuguese please."\n',
      ],
      "tests/test_a.py": [
        'ask("Translate the letter to German please.")\n',
        'ask("Translate the short letter to plain Portuguese please.")\n',
      ],
    },
    before: [chat("Translate the letter to German please.")],
    after: [chat("Translate the short letter to plain Portuguese please.")],
    places: [["tests/test_a.py", 'ask("Translate the short letter to plain Portuguese please.")']],
  },
];

function escaped(
  rows: readonly (readonly [language: string, path: string, line: string])[],
): readonly Scenario[] {
  return rows.map(([language, path, line]) => ({
    name: `a character by its number: ${language}`,
    files: { [path]: ["before\n", `${line}\n`] },
    before: [chat("Be rude.")],
    after: [chat("Be 😀 kind.")],
    places: [[path, line]],
  }));
}

/** A prompt of four hundred lines, some of them others. */
function long(...others: readonly (readonly [line: number, text: string])[]): string {
  const texts = new Map(others);
  return Array.from(
    { length: 400 },
    (_, i) =>
      `${texts.get(i) ?? `Rule ${i}: keep item ${i} of the catalogue in order ${(i * 7919) % 1000}.`}\n`,
  ).join("");
}
