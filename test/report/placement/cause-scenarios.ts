import { chat, withUser, type Scenario } from "./scenario.ts";

const MODEL = { model: "gpt-5-nano" };
const CONFIG = ["model: gpt-4o-mini\n", "model: gpt-5-nano\n"] as const;
const HARSH = "You judge answers harshly.";
const KIND = "You judge answers with much kindness.";
const PROMPTS = [`P = "${HARSH}"\n`, `P = "${KIND}"\n`] as const;
const CONFIG_PLACE = ["c.yaml", "model: gpt-5-nano"] as const;
const PROMPT_PLACE = ["p.py", `P = "${KIND}"`] as const;

/** Requests that several edits changed: every edit has its annotation, what only follows from it has none. */
export const CAUSE_SCENARIOS: readonly Scenario[] = [
  {
    name: "the model of all requests and the prompt of half of them",
    files: { "c.yaml": CONFIG, "p.py": PROMPTS },
    before: [HARSH, HARSH, "Cook.", "Cook."].map((system, n) => withUser(system, `q${n}`)),
    after: [KIND, KIND, "Cook.", "Cook."].map((system, n) => withUser(system, `q${n}`, MODEL)),
    places: [CONFIG_PLACE, PROMPT_PLACE],
    groups: [4, 2],
  },
  {
    // Both edits have a line of their own in the pull request: its author wants to see both.
    name: "prompt and model changed in the same requests",
    files: { "c.yaml": CONFIG, "p.py": PROMPTS },
    before: [withUser(HARSH, "one"), withUser(HARSH, "two")],
    after: [withUser(KIND, "one", MODEL), withUser(KIND, "two", MODEL)],
    places: [PROMPT_PLACE, CONFIG_PLACE],
    groups: [2, 2],
  },
  {
    name: "two parameters changed in the same requests",
    files: {
      "c.yaml": ["temperature: 0\ntop_p: 0.5\n", "temperature: 0.4\ntop_p: 0.9\n"],
    },
    before: [withUser("A", "a", { top_p: 0.5 }), withUser("B", "b", { top_p: 0.5 })],
    after: [
      withUser("A", "a", { temperature: 0.4, top_p: 0.9 }),
      withUser("B", "b", { temperature: 0.4, top_p: 0.9 }),
    ],
    places: [
      ["c.yaml", "temperature: 0.4"],
      ["c.yaml", "top_p: 0.9"],
    ],
    groups: [2, 2],
  },
  {
    name: "the answers that follow a changed prompt in a conversation",
    files: { "p.py": PROMPTS, "notes.md": ["x\n", "x\nThat is quite wrong, I am afraid.\n"] },
    before: [
      talk(HARSH, ["two and two is five"]),
      talk(HARSH, ["two and two is five", "That is wrong.", "And three?"]),
    ],
    after: [
      talk(KIND, ["two and two is five"]),
      talk(KIND, ["two and two is five", "That is quite wrong, I am afraid.", "And three?"]),
    ],
    places: [PROMPT_PLACE],
  },
  {
    name: "what is asked with a changed answer in it",
    files: {
      "t.py": ['ask("two and two is five")\n', 'ask("two and two is surely five, is it not?")\n'],
    },
    before: [
      talk(HARSH, ["two and two is five"]),
      talk(HARSH, ["two and two is five", "Wrong.", "You said: Wrong. Why?"]),
    ],
    after: [
      talk(HARSH, ["two and two is surely five, is it not?"]),
      talk(HARSH, [
        "two and two is surely five, is it not?",
        "No, it is four.",
        "You said: No, it is four. Why?",
      ]),
    ],
    places: [["t.py", 'ask("two and two is surely five, is it not?")']],
  },
  {
    name: "two messages of one scripted conversation",
    files: {
      "t.py": [
        'ask("Tell me about the whales of the north.")\nask("Now in one sentence, please.")\n',
        'ask("Tell me about the seals of the north.")\nask("Now in three sentences, please.")\n',
      ],
    },
    before: [
      talk(HARSH, [
        "Tell me about the whales of the north.",
        "Gladly.",
        "Now in one sentence, please.",
      ]),
    ],
    after: [
      talk(HARSH, [
        "Tell me about the seals of the north.",
        "Gladly.",
        "Now in three sentences, please.",
      ]),
    ],
    places: [
      ["t.py", 'ask("Tell me about the seals of the north.")'],
      ["t.py", 'ask("Now in three sentences, please.")'],
    ],
    groups: [1, 1],
  },
  {
    name: "a prompt, and an example that was put behind it",
    files: {
      "p.py": [
        `P = "${HARSH}"\nSHOTS = []\n`,
        `P = "${KIND}"\nSHOTS = [("How tall is it?", "330 metres")]\n`,
      ],
    },
    before: [talk(HARSH, ["Judge me, please."])],
    after: [talk(KIND, ["How tall is it?", "330 metres", "Judge me, please."])],
    places: [PROMPT_PLACE, ["p.py", 'SHOTS = [("How tall is it?", "330 metres")]']],
    groups: [1, 1],
  },
  {
    name: "two prompts of one file, both edited",
    files: {
      "p.py": [
        'A = "You summarise legal texts for lawyers."\nB = "You summarise legal texts for children."\n',
        'A = "You summarise legal texts for judges and lawyers."\nB = "You summarise legal texts for small children."\n',
      ],
    },
    before: [
      withUser("You summarise legal texts for lawyers.", "a"),
      withUser("You summarise legal texts for children.", "b"),
    ],
    after: [
      withUser("You summarise legal texts for judges and lawyers.", "a"),
      withUser("You summarise legal texts for small children.", "b"),
    ],
    places: [
      ["p.py", 'A = "You summarise legal texts for judges and lawyers."'],
      ["p.py", 'B = "You summarise legal texts for small children."'],
    ],
    groups: [1, 1],
  },
];

/** A conversation: what is asked and answered in turn. */
function talk(system: string, turns: readonly string[]): unknown {
  return chat("", {
    messages: [
      { role: "system", content: system },
      ...turns.map((content, n) => ({ role: n % 2 === 0 ? "user" : "assistant", content })),
    ],
  });
}
