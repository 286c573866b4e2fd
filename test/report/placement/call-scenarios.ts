import { withUser, type Scenario } from "./scenario.ts";

const SYSTEM = "You are a careful assistant.";
const LIB = ["def ask(q):\n    return post(q)\n", "def ask(q):\n    return send(q)\n"] as const;
const HEAD = "from lib import ask\n\n\n";
const TEST = [
  `${HEAD}def test_a():\n    ask(first())\n\n\ndef test_b():\n    ask(last())\n`,
  `${HEAD}def test_a():\n    ask(first(2))\n\n\ndef test_b():\n    ask(last())\n    assert True\n`,
] as const;
const ASKED = { before: [withUser(SYSTEM, "one")], after: [withUser(SYSTEM, "zwei")] };

/** What a suite's plug-in reported: frames, and where the test begins. */
export const CALL_SCENARIOS: readonly Scenario[] = [
  {
    name: "a request by a helper that the pull request does not change: the test's line that calls it",
    files: { "tests/test_a.py": TEST },
    ...ASKED,
    callSite: "tests/lib.py:2",
    callers: ["tests/test_a.py:5"],
    testSite: "tests/test_a.py:4",
    places: [["tests/test_a.py", "    ask(first(2))"]],
  },
  {
    name: "another test by the same helper: its own line, though that was not added",
    files: { "tests/test_a.py": TEST },
    ...ASKED,
    callSite: "tests/lib.py:2",
    callers: ["tests/test_a.py:9"],
    testSite: "tests/test_a.py:8",
    places: [["tests/test_a.py", "    ask(last())"]],
  },
  {
    name: "of several frames the one that was added comes before the nearest of a changed file",
    files: { "tests/lib.py": LIB, "tests/test_a.py": TEST },
    ...ASKED,
    callSite: "tests/lib.py:1",
    callers: ["tests/test_a.py:5"],
    places: [["tests/test_a.py", "    ask(first(2))"]],
  },
  {
    name: "the nearest of two frames that were added",
    files: { "tests/lib.py": LIB, "tests/test_a.py": TEST },
    ...ASKED,
    callSite: "tests/lib.py:2",
    callers: ["tests/test_a.py:5"],
    places: [["tests/lib.py", "    return send(q)"]],
  },
  {
    name: "no frame in the pull request: the test's own line",
    files: { "tests/test_a.py": TEST },
    ...ASKED,
    callSite: "tests/lib.py:2",
    callers: ["tests/fixtures.py:7"],
    testSite: "tests/test_a.py:8",
    places: [["tests/test_a.py", "def test_b():"]],
  },
  {
    name: "a test that is known by its name alone",
    files: { "tests/test_a.py": TEST },
    ...ASKED,
    scope: "tests/test_a.py::test_b[two]",
    places: [["tests/test_a.py", "def test_b():"]],
  },
  {
    name: "a test that is known by its title alone",
    files: {
      "a.test.ts": ['test("one", one);\n', 'test("one", one);\ntest("says two", two);\n'],
    },
    ...ASKED,
    scope: "a.test.ts::suite::says two",
    places: [["a.test.ts", 'test("says two", two);']],
  },
  {
    name: "a test that the diff does not show: the first line that was added",
    files: { "tests/test_a.py": [`${"#\n".repeat(20)}x = 1\n`, `${"#\n".repeat(20)}x = 2\n`] },
    ...ASKED,
    scope: "tests/test_a.py::test_c",
    places: [["tests/test_a.py", "x = 2"]],
  },
];
