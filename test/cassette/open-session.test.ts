import { describe, expect, test } from "vitest";
import { decodeCassette } from "../../src/cassette/cassette-format.ts";
import {
  CassetteFormatError,
  CassetteInternalError,
  CassetteSecretError,
  CassetteStoreError,
} from "../../src/cassette/errors.ts";
import { parseNormaliser } from "../../src/cassette/normaliser.ts";
import { NULL_REDACTOR } from "../../src/cassette/null-redactor.ts";
import { createPatternRedactor } from "../../src/cassette/pattern-redactor.ts";
import type { CassetteStore, StoredScope } from "../../src/cassette/ports.ts";
import type { Session } from "../../src/cassette/session.ts";
import type { Cassette, JsonValue, Outcome } from "../../src/cassette/values.ts";
import { openMemoryStore } from "../../src/stores/memory-store.ts";
import { answer, chatRequest } from "./requests.ts";
import { recordOne, replayOne, sessionsOver } from "./session-fixture.ts";

const SECRET = "not-for-everybody-123";

test.each(["Replay", " replay", "", "off", "constructor", undefined])(
  "no session has the mode %j",
  (mode) => {
    const { open } = sessionsOver(openMemoryStore());
    expect(() => open(mode as never)).toThrow(TypeError);
    expect(() => open(mode as never)).toThrow('"record", "replay" or "auto"');
  },
);

describe("a session in record mode", () => {
  test("is always live, and replaces what the scope held", () => {
    const { open, store } = recorded(["old", "older"]);
    const session = open("record");
    const issued = session.issue(chatRequest("old"));
    expect(issued.lookup).toEqual({ kind: "live" });
    issued.record(answer("new"));
    session.close();
    expect(questions(store)).toEqual(["old"]);
    expect(replayOne(open("replay"), chatRequest("old"))).toEqual(answer("new"));
  });

  test("leaves a scope alone that recorded nothing", () => {
    const { open, store } = recorded(["a"]);
    const session = open("record");
    session.issue(chatRequest("a")).release();
    session.close();
    session.close();
    expect(questions(store)).toEqual(["a"]);
  });

  test("drops what a failed test recorded, unless told to keep it", () => {
    const { open, store } = recorded(["a"]);
    const dropped = open("record");
    recordOne(dropped, chatRequest("b"), answer("b"));
    dropped.closeScope("default", { keep: false });
    expect(questions(store)).toEqual(["a"]);
    expect(dropped.tally().scopes).toMatchObject([{ verdict: "not kept", recorded: 1 }]);
    const kept = open("record", { keepFailed: true });
    recordOne(kept, chatRequest("b"), answer("b"));
    kept.closeScope("default", { keep: false });
    expect(questions(store)).toEqual(["a", "b"]);
  });

  test.each([
    ["a failed test is kept", (session: Session) => session.closeScope("default", { keep: false })],
    ["the suite failed", (session: Session) => session.close({ isPassed: false })],
    ["it is only flushed", (session: Session) => session.flush()],
  ])("leaves what was not asked again where %s", (_when, end) => {
    const { open, store } = recorded(["a", "b", "c"]);
    const session = open("record", { keepFailed: true });
    recordOne(session, chatRequest("b"), answer("b anew"));
    end(session);
    expect(questions(store)).toEqual(["a", "c", "b"]);
    expect(replayOne(open("replay"), chatRequest("b"))).toEqual(answer("b anew"));
  });

  test.each([
    ["never got its answer", (session: Session) => void session.issue(chatRequest("b"))],
    ["was given up", (session: Session) => session.issue(chatRequest("b")).release()],
  ])("leaves what was not asked again where a request %s", (_how, ask) => {
    const { open, store } = recorded(["a", "b", "c"]);
    const session = open("record");
    recordOne(session, chatRequest("a"), answer("a anew"));
    ask(session);
    session.close();
    expect(questions(store)).toEqual(["b", "c", "a"]);
    const again = open("record");
    again.issue(chatRequest("a")).release();
    recordOne(again, chatRequest("a"), answer("a at last"));
    again.close();
    expect(questions(store)).toEqual(["a"]);
  });

  test("leaves nothing that was not asked again where work came to a good end after all", () => {
    const { open, store } = recorded(["a", "b"]);
    const session = open("record", { keepFailed: true });
    recordOne(session, chatRequest("b"), answer("b anew"));
    session.flush();
    session.close();
    expect(questions(store)).toEqual(["b"]);
    const again = open("record", { keepFailed: true });
    recordOne(again, chatRequest("c"), answer("first attempt"));
    again.closeScope("default", { keep: false });
    recordOne(again, chatRequest("c"), answer("second attempt"));
    again.closeScope("default");
    expect(questions(store)).toEqual(["c"]);
  });

  test.each(["record", "auto"] as const)(
    "in mode %s keeps of several attempts what only earlier ones asked, the last of each",
    (mode) => {
      const { open, store } = recorded(["a"]);
      const session = open(mode);
      const attempt = (name: string, ...texts: readonly string[]): void => {
        for (const text of texts) {
          const issued = session.issue(chatRequest(text));
          if (issued.lookup.kind === "live") issued.record(answer(`${text} of ${name}`));
          else issued.consume();
        }
      };
      attempt("1", "b", "b", "c", "d");
      session.closeScope("default", { keep: false, again: true });
      attempt("2", "c", "e");
      session.closeScope("default", { keep: false, again: true });
      expect(questions(store)).toEqual(["a"]);
      attempt("3", "e");
      session.closeScope("default");
      const kept = mode === "record" ? [] : ["a"];
      expect(questions(store).toSorted()).toEqual([...kept, "b", "b", "c", "d", "e"]);
      const replay = open("replay");
      expect(["b", "b", "c", "d", "e"].map((text) => replayOne(replay, chatRequest(text)))).toEqual(
        ["b of 1", "b of 1", "c of 2", "d of 1", "e of 3"].map(answer),
      );
      expect(session.tally()).toMatchObject({ findings: [] });
    },
  );

  test("keeps nothing of attempts whose last one failed, and all where the last asked nothing", () => {
    const { open, store } = recorded(["a"]);
    const failed = open("record");
    recordOne(failed, chatRequest("b"), answer("b"));
    failed.closeScope("default", { keep: false, again: true });
    failed.closeScope("default", { keep: false });
    recordOne(failed, chatRequest("b"), answer("b"));
    failed.closeScope("default", { keep: false, again: true });
    failed.close();
    expect(questions(store)).toEqual(["a"]);
    expect(failed.tally().scopes).toMatchObject([{ verdict: "not kept" }]);
    const passed = open("record");
    recordOne(passed, chatRequest("b"), answer("b"));
    passed.closeScope("default", { keep: false, again: true });
    passed.closeScope("default");
    expect(questions(store)).toEqual(["b"]);
    expect(passed.tally().scopes).toMatchObject([{ verdict: "miss" }]);
  });

  test("drops what was to be judged and never was, unless failed tests are kept", () => {
    const { open, store } = recorded(["a"]);
    const place = { awaitsVerdict: true };
    const cut = open("record");
    recordOne(cut, chatRequest("a"), answer("half"), place);
    cut.close();
    expect(replayOne(open("replay"), chatRequest("a"))).toEqual(answer("a1"));
    expect(cut.tally().scopes).toMatchObject([{ verdict: "not kept" }]);
    const kept = open("record", { keepFailed: true });
    recordOne(kept, chatRequest("b"), answer("b"), place);
    kept.close();
    expect(questions(store)).toEqual(["a", "b"]);
  });

  test.each(["record", "auto"] as const)(
    "in mode %s makes no file whose name holds a known secret",
    (mode) => {
      const { open, store } = recorded([]);
      const redactor = createPatternRedactor({ literals: new Map([["MY_KEY", SECRET]]) });
      const place = { scope: `a.test.ts::works with ${SECRET}` };
      const session = open(mode, { redactor });
      const issue = (): unknown => session.issue(chatRequest("a"), place);
      expect(issue).toThrow(CassetteSecretError);
      expect(issue).toThrow(/its name holds the value of the secret MY_KEY/u);
      expect(issue).not.toThrow(SECRET);
      session.close();
      expect([...store.scopes()]).toEqual([]);
      expect(JSON.stringify(session.tally())).not.toContain(SECRET);
      const insisting = open(mode, { redactor, secretsInOutcome: "allow" });
      insisting.issue(chatRequest("a"), place).record(answer("a"));
      insisting.close();
      expect([...store.scopes()]).toEqual([place.scope]);
      const said: string[] = [];
      const log = { warn: said.push.bind(said), error: said.push.bind(said) };
      const replay = open("replay", { redactor, log });
      for (const question of ["a", "a", "b"]) replay.issue(chatRequest(question), place).consume();
      const { misses, exhausted } = replay.tally();
      expect([misses.length, exhausted.length]).toEqual([1, 1]);
      expect(JSON.stringify([misses, exhausted, said])).not.toContain(SECRET);
    },
  );

  test("leaves nothing beside it that was recorded with other normalisers", () => {
    const { open, store } = recorded(["a"]);
    const session = open("record", { normalisers: [parseNormaliser("uuid")] });
    recordOne(session, chatRequest("b"), answer("b"));
    session.close({ isPassed: false });
    expect(questions(store)).toEqual(["b"]);
  });

  test("stores interactions in the order of lane, then issue, whatever order they finish in", () => {
    const { open, store } = recorded([]);
    const session = open("record");
    const issued = [
      session.issue(chatRequest("a"), { lane: 1 }),
      session.issue(chatRequest("b"), { lane: 0 }),
      session.issue(chatRequest("c"), { lane: 1 }),
      session.issue(chatRequest("d"), { lane: 0 }),
    ];
    for (const one of issued.reverse()) one.record(answer(questionOf(one.request.copy)));
    session.close();
    expect(questions(store)).toEqual(["b", "d", "a", "c"]);
  });

  test("gives the place of a failed attempt to the next identical request", () => {
    const { open, store } = recorded([]);
    const session = open("record");
    const first = session.issue(chatRequest("a"));
    recordOne(session, chatRequest("b"), answer("b"));
    first.release();
    const second = session.issue(chatRequest("a"));
    expect(second.ordinal).toBe(0);
    second.record(answer("a"));
    session.close();
    expect(questions(store)).toEqual(["a", "b"]);
  });

  test("records over a damaged document, and says so", () => {
    const store = openMemoryStore();
    const damaged = store.openRecording("default");
    damaged.commit("{");
    damaged.close();
    const { open, said } = sessionsOver(store);
    const session = open("record");
    recordOne(session, chatRequest("a"), answer("a"));
    session.close();
    expect(questions(store)).toEqual(["a"]);
    expect(said.warnings).toEqual([expect.stringMatching(/damaged JSON.*recorded anew$/)]);
  });

  test("writes twice when it is flushed twice, and loses nothing in between", () => {
    const { open, store } = recorded([]);
    const session = open("record");
    for (const text of ["a", "b", "c"]) {
      recordOne(session, chatRequest(text), answer(text));
      session.flush();
      session.flush();
    }
    expect(questions(store)).toEqual(["a", "b", "c"]);
    session.close();
    expect(questions(store)).toEqual(["a", "b", "c"]);
  });

  test("refuses a key that grows past the cap before it goes live", () => {
    const { open, said } = recorded([]);
    const session = open("record", { interactionsPerKeyMax: 2 });
    for (const text of ["1", "2"]) recordOne(session, chatRequest("a"), answer(text));
    expect(() => session.issue(chatRequest("a"))).toThrow(CassetteStoreError);
    expect(said.errors.at(-1)).toMatch(
      /the same request was made 2 times already.*scopes of their own/,
    );
    // Nobody can raise the bound from outside.
    expect(said.errors.at(-1)).not.toMatch(/raise/);
    session.issue(chatRequest("b")).release();
  });

  test("refuses an answer that comes after its scope was closed", () => {
    const { open, said } = recorded([]);
    const session = open("record");
    const late = session.issue(chatRequest("a"));
    session.closeScope("default");
    expect(() => late.record(answer("a"))).toThrow(/the scope was closed before the answer came/);
    expect(said.errors).toHaveLength(1);
  });

  test("refuses what could not be read again, and records the rest", () => {
    const { open, store, said } = recorded([]);
    const session = open("record");
    const deep = JSON.parse(`${"[".repeat(1500)}${"]".repeat(1500)}`) as [];
    const bad: readonly (readonly [Outcome, RegExp])[] = [
      [http({ json: deep, layout: "compact" }), /nested deeper than 1000 levels/],
      [{ ...http({ text: "" }), status: 200.5 }, /outcome\.status is no whole number/],
    ];
    for (const [outcome, message] of bad) {
      expect(() => recordOne(session, chatRequest("a"), outcome)).toThrow(CassetteFormatError);
      expect(said.errors.at(-1)).toMatch(message);
    }
    // A request may be as deep as it likes: its copy is cut.
    recordOne(session, chatRequest("b", { deep }), answer("b"));
    session.close();
    expect(questions(store)).toEqual(["b"]);
    expect(replayOne(open("replay"), chatRequest("b", { deep }))).toEqual(answer("b"));
  });

  test("refuses to be two at once", () => {
    const { open } = recorded([]);
    const one = open("record");
    recordOne(one, chatRequest("a"), answer("a"));
    expect(() => open("record").issue(chatRequest("a"))).toThrow(CassetteStoreError);
    one.close();
    recordOne(open("record"), chatRequest("a"), answer("a"));
  });

  test("writes the other scopes where one cannot be written, and throws at the end", () => {
    const store = openMemoryStore();
    const { open, said } = sessionsOver(failingFor(store, "a"));
    const session = open("record");
    for (const scope of ["a", "b"]) recordOne(session, chatRequest("q"), answer("q"), { scope });
    expect(() => session.close()).toThrow(/Cannot write a: the disk is full/);
    expect(said.errors).toHaveLength(1);
    expect(questions(store, "b")).toEqual(["q"]);
    expect(store.read("a")?.document).toBeUndefined();
  });
});

describe("a session in replay mode", () => {
  test("gives repeated requests in order and counts them at issue", () => {
    const { open } = recorded(["a", "a", "a"]);
    const session = open("replay");
    const issued = [1, 2, 3].map(() => session.issue(chatRequest("a")));
    expect(issued.map(({ ordinal }) => ordinal)).toEqual([0, 1, 2]);
    expect(issued.map(({ lookup }) => lookup)).toMatchObject(
      ["a1", "a2", "a3"].map((text) => ({ kind: "hit", interaction: { outcome: answer(text) } })),
    );
    expect(session.issue(chatRequest("a")).lookup).toMatchObject({
      kind: "exhausted",
      recordedCount: 3,
      error: { code: "CASSETTE_REPLAY_EXHAUSTED", isRetryable: false },
    });
  });

  test("gives a place back that was not delivered, the lowest first", () => {
    const { open } = recorded(["a", "a", "a"]);
    const session = open("replay");
    const [one, two] = [session.issue(chatRequest("a")), session.issue(chatRequest("a"))];
    two.release();
    one.release();
    one.release();
    expect(replayOne(session, chatRequest("a"))).toEqual(answer("a1"));
    expect(replayOne(session, chatRequest("a"))).toEqual(answer("a2"));
    expect(session.tally().hits).toBe(2);
    expect(session.tally().unused).toMatchObject([{ endpoint: "POST /v1/chat/completions" }]);
  });

  test("tells a missed from an exhausted request, and one in another lane from one nowhere", () => {
    const { open } = recorded(["a"]);
    const session = open("replay");
    expect(session.issue(chatRequest("b")).lookup).toMatchObject({
      kind: "miss",
      error: { code: "CASSETTE_REPLAY_MISS", isRetryable: false },
      explanation: { found: "nowhere", foundAt: null, isScopeEmpty: false },
    });
    expect(session.issue(chatRequest("a"), { lane: 3 }).lookup).toMatchObject({
      kind: "miss",
      explanation: { found: "other-lane", foundAt: "lane 0" },
    });
    expect(session.issue(chatRequest("a"), { scope: "other" }).lookup).toMatchObject({
      kind: "miss",
      explanation: { found: "other-scope", foundAt: "default", isScopeEmpty: true },
    });
  });

  describe("in a lane that is only assumed", () => {
    /** Two lanes: one asked for "a" and "b", the other for "a" and "c". */
    const recordedLanes = (): ReturnType<typeof recorded> => {
      const sessions = recorded([]);
      const recording = sessions.open("record");
      for (const [lane, prompt] of [
        [0, "a"],
        [0, "b"],
        [1, "a"],
        [1, "c"],
      ] as const) {
        recording.issue(chatRequest(prompt), { lane }).record(answer(`${prompt} of ${lane}`));
      }
      recording.close();
      return sessions;
    };
    const ask = (session: Session, prompt: string, lane: number): unknown =>
      replayOne(session, chatRequest(prompt), { lane, isLaneAssumed: true });

    test("finds what another lane holds, and its own first", () => {
      const session = recordedLanes().open("replay");
      expect(ask(session, "c", 0)).toEqual(answer("c of 1"));
      expect(ask(session, "b", 7)).toEqual(answer("b of 0"));
      expect(ask(session, "a", 1)).toEqual(answer("a of 1"));
      expect(ask(session, "a", 1)).toEqual(answer("a of 0"));
      expect(session.tally()).toMatchObject({ hits: 4, misses: [], exhausted: [], unused: [] });
    });

    test("is exhausted when all lanes are", () => {
      const session = recordedLanes().open("replay");
      for (const lane of [5, 6]) ask(session, "a", lane);
      const place = { lane: 5, isLaneAssumed: true };
      expect(session.issue(chatRequest("a"), place).lookup).toMatchObject({
        kind: "exhausted",
        recordedCount: 2,
      });
      expect(session.issue(chatRequest("d"), place).lookup).toMatchObject({ kind: "miss" });
    });

    test("gives a recording of another lane back that was not delivered", () => {
      const session = recordedLanes().open("replay");
      session.issue(chatRequest("c"), { lane: 0, isLaneAssumed: true }).release();
      expect(ask(session, "c", 0)).toEqual(answer("c of 1"));
    });

    test("takes nothing of others once it is recorded anew", () => {
      const session = recordedLanes().open("auto");
      const place = { scope: "default", lane: 1, isLaneAssumed: true };
      expect(session.issue(chatRequest("b"), place).lookup.kind).toBe("hit");
      expect(session.issue(chatRequest("new"), place).lookup.kind).toBe("live");
    });
  });

  test("logs every miss before it is returned, and keeps it for the report", () => {
    const { open, said } = recorded(["a"]);
    const session = open("replay");
    const request = { ...chatRequest("b"), callSite: "tests/test_a.py:12" };
    const { lookup } = session.issue(request);
    if (lookup.kind !== "miss") throw new Error("expected a miss");
    expect(said.errors).toEqual([lookup.error.message]);
    expect(session.tally().misses).toMatchObject([
      { id: "miss-1", scope: "default", lane: 0, callSite: "tests/test_a.py:12", model: "gpt-4o" },
    ]);
  });

  test("never writes", () => {
    const { store } = recorded(["a"]);
    const { open } = sessionsOver({
      ...store,
      openRecording: () => {
        throw new Error("replay opened a recording");
      },
    });
    const session = open("replay");
    replayOne(session, chatRequest("a"));
    replayOne(session, chatRequest("b"));
    expect(() => session.issue(chatRequest("b")).record(answer("b"))).toThrow(
      CassetteInternalError,
    );
    session.closeScope("default", { keep: false });
    session.flush();
    session.close();
  });

  test("opens no scope that is not used", () => {
    const { store } = recorded(["a"]);
    const read: string[] = [];
    const { open } = sessionsOver({
      ...store,
      scopes: () => {
        throw new Error("replay listed scopes");
      },
      read: (scope): StoredScope | undefined => {
        read.push(scope);
        return store.read(scope);
      },
    });
    const session = open("replay");
    replayOne(session, chatRequest("a"));
    session.close();
    expect(read).toEqual(["default"]);
  });

  test("starts a scope anew after it was closed: a test that is run again", () => {
    const { open } = recorded(["a"]);
    const session = open("replay");
    for (let run = 0; run < 3; run++) {
      expect(replayOne(session, chatRequest("a"))).toEqual(answer("a1"));
      session.closeScope("default");
    }
    expect(session.tally()).toMatchObject({ hits: 3, unused: [], misses: [] });
  });

  test("refuses a document of another scope, and says whose it is", () => {
    const { store } = recorded(["a"]);
    const { open, said } = sessionsOver({
      ...store,
      read: () => store.read("default"),
    });
    expect(() => open("replay").issue(chatRequest("a"), { scope: "other" })).toThrow(
      CassetteFormatError,
    );
    expect(said.errors).toEqual([expect.stringContaining('it is the cassette of "default"')]);
  });

  test("refuses other normalisers than those of the recording, naming both", () => {
    const store = openMemoryStore();
    const { open } = sessionsOver(store);
    const uuid = { normalisers: [parseNormaliser("uuid"), parseNormaliser("$.seed")] };
    const session = open("record", uuid);
    recordOne(session, chatRequest("a", { seed: 1 }), answer("a"));
    session.close();
    expect(replayOne(open("replay", uuid), chatRequest("a", { seed: 2 }))).toEqual(answer("a"));
    for (const normalisers of [[], [parseNormaliser("epoch")]]) {
      const names = normalisers.map(({ name }) => name).join(", ");
      expect(() => open("replay", { normalisers }).issue(chatRequest("a"))).toThrow(
        `recorded with the normalisers [$.seed, uuid], and [${names}] are active`,
      );
    }
  });
});

describe("a session in auto mode", () => {
  test("replays what is recorded and records what is not, in one document", () => {
    const { open, store } = recorded(["a"]);
    const session = open("auto");
    expect(replayOne(session, chatRequest("a"))).toEqual(answer("a1"));
    recordOne(session, chatRequest("a"), answer("a2"));
    recordOne(session, chatRequest("b"), answer("b1"));
    session.close();
    expect(questions(store)).toEqual(["a", "a", "b"]);
    const replay = open("replay");
    for (const text of ["a1", "a2"]) {
      expect(replayOne(replay, chatRequest("a"))).toEqual(answer(text));
    }
    expect(session.tally().scopes).toMatchObject([{ verdict: "partial", hits: 1, recorded: 2 }]);
  });

  test("takes no lock where everything is recorded", () => {
    const { store } = recorded(["a"]);
    const { open } = sessionsOver({
      ...store,
      openRecording: () => {
        throw new Error("auto opened a recording");
      },
    });
    const session = open("auto");
    expect(replayOne(session, chatRequest("a"))).toEqual(answer("a1"));
    session.close();
  });

  test("does not append to a document that changed since it was read", () => {
    const { open } = recorded(["a"]);
    const auto = open("auto");
    const issued = auto.issue(chatRequest("b"));
    const other = open("record");
    recordOne(other, chatRequest("c"), answer("c"));
    other.close();
    expect(() => issued.record(answer("b"))).toThrow(/another process changed the scope "default"/);
  });
});

describe("a session's verdicts", () => {
  test("say of each scope what became of it", () => {
    const { open } = recorded(["a", "a"]);
    const session = open("replay");
    replayOne(session, chatRequest("a"));
    replayOne(session, chatRequest("a"), { scope: "missing" });
    session.closeScope("idle");
    const verdicts = session.tally().scopes.map(({ scope, verdict }) => [scope, verdict]);
    expect(verdicts).toEqual([
      ["default", "hit"],
      // By name, in whatever order a run comes to them.
      ["idle", "none"],
      ["missing", "miss"],
    ]);
    expect(session.tally().unused).toHaveLength(1);
  });
});

describe("a session and secrets", () => {
  const redactor = createPatternRedactor({ literals: new Map([["MY_KEY", "hunter2-hunter2"]]) });

  test("keeps known secrets out of copies, and matches requests all the same", () => {
    const store = openMemoryStore();
    const { open } = sessionsOver(store, { redactor });
    const session = open("record");
    recordOne(session, chatRequest("my key is hunter2-hunter2"), answer("ok"));
    session.close();
    expect(store.read("default")?.document).not.toContain("hunter2");
    const replay = open("replay");
    expect(replayOne(replay, chatRequest("my key is hunter2-hunter2"))).toEqual(answer("ok"));
    expect(replayOne(replay, chatRequest("my key is hunter3-hunter3"))).toBe("miss");
  });

  test("keeps them out of what it says and stores of a path, a model, a call site and a form", () => {
    const store = openMemoryStore();
    const { open, said } = sessionsOver(store, { redactor });
    const asked = {
      ...chatRequest("Hi"),
      endpoint: "POST /v1/hunter2-hunter2",
      model: "of-hunter2-hunter2",
      callSite: "tests/hunter2-hunter2.py:3",
      segments: [{ name: "hunter2-hunter2", value: "a" }, ...chatRequest("Hi").segments],
    };
    const session = open("record");
    recordOne(session, asked, answer("ok"));
    expect(() => recordOne(session, asked, answer("hunter2-hunter2"))).toThrow(CassetteSecretError);
    session.close();
    const replay = open("replay");
    replayOne(replay, asked);
    expect(replayOne(replay, asked)).toBe("exhausted");
    const changed = chatRequest("Hello");
    const { endpoint, model, callSite } = asked;
    const segments = [asked.segments[0]!, ...changed.segments];
    expect(replayOne(replay, { ...changed, endpoint, model, callSite, segments })).toBe("miss");
    const { misses, exhausted } = replay.tally();
    expect(misses).toMatchObject([
      {
        endpoint: "POST /v1/[redacted]",
        model: "of-[redacted]",
        callSite: "tests/[redacted].py:3",
        explanation: { nearest: [{ changedSegments: ["messages[1]"] }] },
      },
    ]);
    const told = JSON.stringify([store.read("default"), said, misses, exhausted]);
    expect(told).not.toContain("hunter2");
  });

  const leaks: readonly (readonly [name: string, outcome: Outcome])[] = [
    ["a JSON body", answer("it is hunter2-hunter2")],
    ["a text", http({ text: "x hunter2-hunter2 y" })],
    ["events that split it", http({ events: ["data: hunter2-", "hunter2\n\n"] })],
    ["bytes", http({ base64: Buffer.from("\u0000hunter2-hunter2").toString("base64") })],
    ["a header", { ...http({ text: "" }), headers: [["x-echo", "hunter2-hunter2"]] }],
    ["a chunk", { kind: "stream", chunks: [{ text: "hunter2-hunter2" }], ending: "end" }],
  ];
  for (const [name, outcome] of leaks) {
    test(`refuses an outcome with a secret in ${name}`, () => {
      const store = openMemoryStore();
      const { open, said } = sessionsOver(store, { redactor });
      const session = open("record");
      const record = (): void => recordOne(session, chatRequest("a"), outcome);
      expect(record).toThrow(CassetteSecretError);
      expect(said.errors).toEqual([expect.stringContaining("the value of the secret MY_KEY")]);
      expect(said.errors.join("")).not.toContain("hunter2");
      session.close();
      expect(store.read("default")).toBeUndefined();
      const insisting = open("record", { secretsInOutcome: "allow" });
      recordOne(insisting, chatRequest("a"), outcome);
      insisting.close();
      expect(replayOne(open("replay"), chatRequest("a"))).toEqual(outcome);
    });
  }

  test("redacts the context of errors and keeps its keys, whatever the redactor makes of it", () => {
    const error = {
      name: "RateLimitError",
      message: "slow down",
      context: { api_key: "sk-abcdefghijklmnopqrstuvwx", detail: { at: "hunter2-hunter2" } },
      retryAfter: 17,
    };
    const redactors = [
      [redactor, { api_key: "[redacted]", detail: { at: "[redacted]" } }],
      [
        { ...NULL_REDACTOR, redact: () => "gone" },
        { api_key: "gone", detail: "gone" },
      ],
    ] as const;
    for (const [redactor, context] of redactors) {
      const store = openMemoryStore();
      const { open } = sessionsOver(store, { redactor });
      const session = open("record");
      recordOne(session, chatRequest("a"), { kind: "error", error });
      session.close();
      const replayed = replayOne(open("replay"), chatRequest("a"));
      expect(replayed).toEqual({ kind: "error", error: { ...error, context } });
    }
  });
});

/** A library whose default scope holds the questions, answered by their text and a count. */
function recorded(
  texts: readonly string[],
): ReturnType<typeof sessionsOver> & { readonly store: CassetteStore } {
  const store = openMemoryStore();
  const sessions = sessionsOver(store);
  const session = sessions.open("record");
  const counts = new Map<string, number>();
  for (const text of texts) {
    const count = (counts.get(text) ?? 0) + 1;
    counts.set(text, count);
    recordOne(session, chatRequest(text), answer(`${text}${count}`));
  }
  session.close();
  return { ...sessions, store };
}

function failingFor(store: CassetteStore, scope: string): CassetteStore {
  return {
    ...store,
    openRecording: (opened) => {
      const recording = store.openRecording(opened);
      if (opened !== scope) return recording;
      return {
        ...recording,
        commit: () => {
          throw new CassetteStoreError(`Cannot write ${scope}: the disk is full`, scope);
        },
      };
    },
  };
}

function http(
  body: Extract<Outcome, { kind: "http" }>["body"],
): Extract<Outcome, { kind: "http" }> {
  return { kind: "http", status: 200, headers: [], body, ending: "end" };
}

/** The user's words of each interaction, in the order of the document. */
function questions(store: CassetteStore, scope = "default"): readonly string[] {
  const stored = store.read(scope);
  if (stored?.document === undefined) return [];
  const cassette: Cassette = decodeCassette(stored.document, stored.path);
  return cassette.interactions.map(({ request }) => questionOf(request));
}

function questionOf(copy: JsonValue): string {
  const { body } = copy as unknown as { body: { messages: readonly { content: string }[] } };
  return body.messages[1]!.content;
}
