import { describe, expect, test } from "vitest";
import { decodeJournalLine } from "../../src/cassette/journal-format.ts";
import { parseNormaliser } from "../../src/cassette/normaliser.ts";
import type { CassetteStore, ScopeRecording } from "../../src/cassette/ports.ts";
import type { SessionMode } from "../../src/cassette/values.ts";
import { openMemoryStore } from "../../src/stores/memory-store.ts";
import { answer, chatRequest } from "./requests.ts";
import { recordOne, replayOne, sessionsOver } from "./session-fixture.ts";

/** A store whose process dies: what was appended stays, nothing else happens any more. */
function mortal(
  store: CassetteStore,
  commitDies: "before" | "after" | "never" = "never",
): CassetteStore & { die(): void } {
  const open: ScopeRecording[] = [];
  return {
    ...store,
    openRecording: (scope) => {
      const recording = store.openRecording(scope);
      open.push(recording);
      if (commitDies === "never") return recording;
      const lines: string[] = [];
      return {
        ...recording,
        append: (pieces) => {
          const line = typeof pieces === "string" ? pieces : [...pieces].join("");
          lines.push(line);
          recording.append(line);
        },
        commit: (document) => {
          if (commitDies === "after") {
            recording.commit(document);
            // The rename is done, the journal is still there.
            for (const line of lines) recording.append(line);
          }
          throw new Error("killed");
        },
      };
    },
    die: () => {
      for (const recording of open) recording.close();
    },
  };
}

describe("a recording that was killed", () => {
  test("is recovered by the next open in every mode, and said so", () => {
    for (const mode of ["replay", "auto", "record"] as const) {
      const store = killedAfter("record", ["a", "b"]);
      const { open, said } = sessionsOver(store);
      const session = open(mode);
      if (mode === "record") recordOne(session, chatRequest("c"), answer("c"));
      else expect(replayOne(session, chatRequest("b"))).toEqual(answer("b-new"));
      expect(said.warnings).toEqual([
        expect.stringMatching(/^Recovered 2 interactions of "default" from the journal/),
      ]);
    }
  });

  test("wins for its keys, and leaves other interactions of the earlier document", () => {
    const store = killedAfter("record", ["a"], { earlier: ["a", "a", "b"] });
    const { open } = sessionsOver(store);
    const session = open("replay");
    expect(replayOne(session, chatRequest("a"))).toEqual(answer("a-new"));
    expect(replayOne(session, chatRequest("a"))).toBe("exhausted");
    expect(replayOne(session, chatRequest("b"))).toEqual(answer("b-old"));
  });

  test("adds to the document where it was appending", () => {
    const store = killedAfter("auto", ["a", "c"], { earlier: ["a", "b"] });
    const { open } = sessionsOver(store);
    const session = open("replay");
    for (const [text, outcome] of [
      ["a", "a-old"],
      ["b", "b-old"],
      ["c", "c-new"],
    ] as const) {
      expect(replayOne(session, chatRequest(text))).toEqual(answer(outcome));
    }
    expect(session.tally().unused).toEqual([]);
  });

  test("adds nothing twice where it died between document and journal", () => {
    for (const mode of ["record", "auto"] as const) {
      const store = killedAfter(mode, ["a", "c"], { earlier: ["a"], commitDies: "after" });
      const { open } = sessionsOver(store);
      const session = open("replay");
      const kinds = ["a", "c", "c"].map((text) => replayOne(session, chatRequest(text)));
      expect(kinds.at(-1)).toBe("exhausted");
      expect(kinds[1]).toEqual(answer("c-new"));
    }
  });

  test("is in the document once a recording follows, in the order of issue", () => {
    const store = openMemoryStore();
    const dying = mortal(store);
    const killed = sessionsOver(dying).open("record");
    const [one, two] = [killed.issue(chatRequest("one")), killed.issue(chatRequest("two"))];
    two.record(answer("2"));
    one.record(answer("1"));
    dying.die();
    const { open } = sessionsOver(store);
    const session = open("auto");
    recordOne(session, chatRequest("three"), answer("3"));
    session.close();
    const { document, journal } = store.read("default")!;
    expect(journal).toEqual([]);
    const order = ["one", "two", "three"].map((text) => document!.indexOf(`"content": "${text}"`));
    expect(order).toEqual([...order].sort((left, right) => left - right));
  });

  test("is left where it is by a failed test, and recovered all the same", () => {
    const store = killedAfter("record", ["a"]);
    const { open } = sessionsOver(store);
    const session = open("record");
    recordOne(session, chatRequest("b"), answer("b"));
    session.closeScope("default", { keep: false });
    expect(replayOne(open("replay"), chatRequest("a"))).toEqual(answer("a-new"));
  });

  test("made with other normalisers stands alone", () => {
    const store = openMemoryStore();
    const { open } = sessionsOver(store);
    const earlier = open("record");
    recordOne(earlier, chatRequest("a"), answer("a-old"));
    earlier.close();
    const dying = mortal(store);
    const normalisers = [parseNormaliser("uuid")];
    recordOne(
      sessionsOver(dying).open("record", { normalisers }),
      chatRequest("b"),
      answer("b-new"),
    );
    dying.die();
    const session = open("replay", { normalisers });
    expect(replayOne(session, chatRequest("b"))).toEqual(answer("b-new"));
    expect(replayOne(session, chatRequest("a"))).toBe("miss");
  });
});

describe("a journal with damaged lines", () => {
  const damages: readonly (readonly [name: string, damage: (line: string) => string])[] = [
    ["cut", (line) => line.slice(0, -5)],
    ["edited", (line) => line.replace("a-new", "a-bad")],
    ["glued", (line) => `${line}${line}`],
    ["empty", () => ""],
    ["some JSON", () => "{}"],
  ];
  for (const [name, damage] of damages) {
    test(`loses what is ${name} and nothing else`, () => {
      const store = killedAfter("record", ["a", "b"]);
      const { journal } = store.read("default")!;
      const damaged = journal.map((line, index) => (index === 1 ? damage(line) : line));
      expect(decodeJournalLine(damaged[1]!)).toEqual({ kind: "damaged" });
      const { open, said } = sessionsOver({
        ...store,
        read: () => ({ path: "p", document: undefined, journal: damaged }),
      });
      const session = open("replay");
      expect(replayOne(session, chatRequest("b"))).toEqual(answer("b-new"));
      expect(replayOne(session, chatRequest("a"))).toBe("miss");
      expect(said.warnings).toContain("Left out 1 damaged line (first: 2) of the journal beside p");
    });
  }
});

/** A store in which a session of a mode died after it had recorded some questions. */
function killedAfter(
  mode: SessionMode,
  texts: readonly string[],
  more: { earlier?: readonly string[]; commitDies?: "before" | "after" } = {},
): CassetteStore {
  const store = openMemoryStore();
  const earlier = sessionsOver(store).open("record");
  for (const text of more.earlier ?? [])
    recordOne(earlier, chatRequest(text), answer(`${text}-old`));
  earlier.close();
  const dying = mortal(store, more.commitDies);
  const session = sessionsOver(dying).open(mode);
  for (const text of texts) {
    const issued = session.issue(chatRequest(text));
    if (issued.lookup.kind === "live") issued.record(answer(`${text}-new`));
  }
  if (more.commitDies !== undefined) expect(() => session.close()).toThrow("killed");
  dying.die();
  return store;
}
