import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { CassetteStore } from "../../src/cassette/ports.ts";
import type { RecordPlan } from "../../src/cassette/record-plan.ts";
import type { Session } from "../../src/cassette/session.ts";
import { openDirectoryStore } from "../../src/stores/directory-store.ts";
import { openMemoryStore } from "../../src/stores/memory-store.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";
import { answer, chatRequest } from "./requests.ts";
import { NOW, sessionsOver } from "./session-fixture.ts";

const SCOPE = "tests/test_a.py::test_talk";

describe("auto in a scope of its own", () => {
  test("replays up to the first changed turn and records the rest of the lane in its place", () => {
    const { open, library } = talk(["one", "two", "three", "four"]);
    const session = open("auto");
    expect(say(session, ["one", "two*", "three", "five"])).toEqual(["hit", "live", "live", "live"]);
    session.close();
    expect(library()).toEqual(["0 one", "0 two* new", "0 three new", "0 five new", "1 side"]);
    const again = open("replay");
    expect(say(again, ["one", "two*", "three", "five"])).toEqual(["hit", "hit", "hit", "hit"]);
    expect(again.tally().unused).toMatchObject([{ lane: 1 }]);
  });

  test("leaves other lanes and other scopes as they are, to the byte", () => {
    const { open, store, library } = talk(["one", "two"], { lane: 1, scope: "tests/other" });
    const other = store.read("tests/other")!.document;
    const session = open("auto");
    expect(say(session, ["one*"])).toEqual(["live"]);
    expect(say(session, ["one"], { lane: 1, scope: "tests/other" })).toEqual(["hit"]);
    session.close();
    expect(library()).toEqual(["0 one* new", "1 side"]);
    expect(store.read("tests/other")!.document).toBe(other);
  });

  test("records more at the end and removes nothing where nothing changed", () => {
    const { open, library } = talk(["one", "two"]);
    const session = open("auto");
    expect(say(session, ["one", "two", "three"])).toEqual(["hit", "hit", "live"]);
    session.close();
    expect(library()).toEqual(["0 one", "0 two", "0 three new", "1 side"]);
  });

  test.each([
    ["the test failed", (session: Session) => session.closeScope(SCOPE, { keep: false })],
    ["the suite failed", (session: Session) => session.close({ isPassed: false })],
  ])("takes nothing away where %s", (_, end) => {
    const { open, library } = talk(["one", "two", "three"]);
    const session = open("auto");
    say(session, ["one", "two*"]);
    end(session);
    session.close();
    expect(library()).toEqual(expect.arrayContaining(["0 one", "0 two", "0 three", "1 side"]));
  });

  test("takes nothing away where a live request never got its answer", () => {
    const { open, library } = talk(["one", "two", "three"]);
    const session = open("auto");
    say(session, ["one*"]);
    session.issue(chatRequest("two*"), { scope: SCOPE }).release();
    session.close();
    expect(library()).toEqual(["0 one", "0 two", "0 three", "0 one* new", "1 side"]);
    const retried = open("auto");
    say(retried, ["zero"]);
    retried.issue(chatRequest("late"), { scope: SCOPE }).release();
    say(retried, ["late"]);
    retried.close();
    expect(library()).toEqual(["0 zero new", "0 late new", "1 side"]);
  });

  test("loses nothing when the process dies: the journal adds, and the next run goes on", () => {
    const folder = temporaryFolder();
    const { open, store, library } = talk(["one", "two", "three"], {
      store: openDirectoryStore(join(folder, "a")),
    });
    const before = store.read(SCOPE)!.document;
    say(open("auto"), ["one", "two*"]);
    // Never closed. What another process finds once this one is gone:
    cpSync(join(folder, "a"), join(folder, "b"), { recursive: true });
    const found = openDirectoryStore(join(folder, "b"));
    rmSync(found.pathOf(SCOPE).replace(".json", ".lock"));
    expect(found.read(SCOPE)).toMatchObject({ document: before, journal: { length: 2 } });
    const next = sessionsOver(found).open("auto");
    expect(say(next, ["one", "two*", "three", "four"])).toEqual(["hit", "hit", "hit", "live"]);
    next.close();
    const all = ["0 one", "0 two", "0 three", "0 two* new", "0 four new", "1 side"];
    expect(library(found)).toEqual(all.filter((text) => text !== "0 two"));
  });

  test("a flush in between writes what is there, and the end still replaces", () => {
    const { open, library } = talk(["one", "two", "three"]);
    const session = open("auto");
    say(session, ["one", "two*"]);
    session.flush();
    expect(library()).toHaveLength(5);
    session.close();
    expect(library()).toEqual(["0 one", "0 two* new", "1 side"]);
  });
});

describe("auto in the scope of work that names none", () => {
  test("replays whatever is recorded and replaces nothing: it is no one's line of work", () => {
    const { open, library } = talk(["one", "two"], { scope: "default" });
    const session = open("auto");
    const place = { scope: "default" };
    expect(say(session, ["new", "one", "two"], place)).toEqual(["live", "hit", "hit"]);
    session.close();
    expect(library(undefined, "default")).toEqual(["0 one", "0 two", "0 new new", "1 side"]);
  });
});

describe("a plan", () => {
  const scopes = (...names: readonly string[]): RecordPlan => ({
    scopes: new Set(names),
    requests: [],
  });

  test("records the named scope afresh and replays all others, which may miss", () => {
    const { open, store, library } = talk(["one", "two"], { lane: 0, scope: "tests/other" });
    const other = store.read("tests/other")!.document;
    const session = open("record", { plan: scopes(SCOPE) });
    expect(say(session, ["one"])).toEqual(["live"]);
    const place = { scope: "tests/other" };
    expect(say(session, ["one", "never"], place)).toEqual(["hit", "miss"]);
    session.close();
    expect(library()).toEqual(["0 one new"]);
    expect(store.read("tests/other")!.document).toBe(other);
    expect(session.tally()).toMatchObject({ hits: 1, recorded: 1, misses: [{ id: "miss-1" }] });
  });

  test("records a lane from a named miss on; a miss that nobody named stays one", () => {
    const { open, library } = talk(["one", "two", "three"]);
    const missed = open("replay");
    say(missed, ["one", "two*"]);
    say(missed, ["side*"], { lane: 1 });
    const [two, side] = missed.tally().misses;
    const plan = planned([two!], "always");
    const session = open("record", { plan });
    expect(say(session, ["side*", "side"], { lane: 1 })).toEqual(["miss", "hit"]);
    expect(say(session, ["one", "two*", "three"])).toEqual(["hit", "live", "live"]);
    session.close();
    expect(library()).toEqual(["0 one", "0 two* new", "0 three new", "1 side"]);
    expect(side!.lane).toBe(1);
  });

  test("an exhausted request replays as often as it is recorded, then goes live", () => {
    const { open, library } = talk(["one"], { scope: "default" });
    const place = { scope: "default" };
    const replay = open("replay");
    expect(say(replay, ["one", "one"], place)).toEqual(["hit", "exhausted"]);
    const session = open("record", { plan: planned(replay.tally().exhausted, "missing") });
    expect(say(session, ["one", "one"], place)).toEqual(["hit", "live"]);
    session.close();
    expect(library(undefined, "default")).toEqual(["0 one", "0 one new", "1 side"]);
  });

  test("a named request that has a recording by now is recorded in its place", () => {
    const { open, store, library } = talk(["one", "two"], { scope: "default" });
    const { key } = open("replay").issue(chatRequest("one"));
    const named = planned([{ scope: "default", lane: 0, key }], "always");
    const session = open("record", { plan: named });
    expect(say(session, ["one", "two"], { scope: "default" })).toEqual(["live", "hit"]);
    session.close();
    expect(library(undefined, "default")).toEqual(["0 two", "0 one new", "1 side"]);
    expect(store.read(SCOPE)!.journal).toEqual([]);
  });

  function planned(
    requests: readonly { readonly scope: string; readonly lane: number; readonly key: string }[],
    when: "always" | "missing",
  ): RecordPlan {
    return {
      scopes: new Set(),
      requests: requests.map(({ scope, lane, key }) => ({ scope, lane, key, when })),
    };
  }
});

describe("the age of recordings", () => {
  const DAY_MS = 86_400_000;

  test.each([
    [1, 30, undefined],
    [
      31,
      30,
      /^2 replayed recordings in 1 scope are older than 30 days \(the oldest of 2026-11-22, in/,
    ],
    [1.5, 1, /older than 1 day \(/],
  ])("after %d days with a limit of %d", (days, limit, finding) => {
    const { open } = talk(["one", "two"]);
    const clock = { now: () => NOW + days * DAY_MS };
    const session = open("replay", { ageMsMax: limit * DAY_MS, clock });
    expect(say(session, ["one", "two"])).toEqual(["hit", "hit"]);
    const { findings } = session.tally();
    if (finding === undefined) expect(findings).toEqual([]);
    else expect(findings).toEqual([expect.stringMatching(finding)]);
  });
});

/** A library with a conversation in lane 0 of `SCOPE`, one request in lane 1, and maybe another scope. */
function talk(
  texts: readonly string[],
  more: {
    readonly scope?: string;
    readonly lane?: number;
    readonly store?: CassetteStore;
  } = {},
): {
  readonly store: CassetteStore;
  readonly open: ReturnType<typeof sessionsOver>["open"];
  readonly library: (store?: CassetteStore, scope?: string) => string[];
} {
  const store = more.store ?? openMemoryStore();
  const { open } = sessionsOver(store);
  const session = open("record");
  for (const scope of new Set([SCOPE, more.scope ?? SCOPE])) {
    const lane = scope === SCOPE ? 0 : (more.lane ?? 0);
    for (const text of texts) record(session, text, { scope, lane });
    record(session, "side", { scope, lane: lane + 1 });
  }
  session.close();
  return { store, open, library: (from = store, scope = SCOPE) => textsOf(from, scope) };
}

function record(session: Session, text: string, place: { scope: string; lane: number }): void {
  session.issue(chatRequest(text), place).record(answer(text));
}

/** Asks one after the other, records what goes live, and says what became of each. */
function say(
  session: Session,
  texts: readonly string[],
  place: { readonly scope?: string; readonly lane?: number } = {},
): string[] {
  return texts.map((text) => {
    const issued = session.issue(chatRequest(text), { scope: SCOPE, ...place });
    const { kind } = issued.lookup;
    if (kind === "live") issued.record(answer(`${text} new`));
    else if (kind === "hit") issued.consume();
    return kind;
  });
}

/** Lane and answered text of each recording, as the document has them; no other is left over. */
function textsOf(store: CassetteStore, scope: string): string[] {
  const { document } = store.read(scope)!;
  const { interactions } = JSON.parse(document!) as {
    readonly interactions: readonly ({
      readonly interaction: {
        readonly lane: number;
        readonly outcome: {
          readonly body: {
            readonly json: { readonly choices: readonly [{ message: { content: string } }] };
          };
        };
      };
    } | null)[];
  };
  return interactions.flatMap((element) =>
    element === null
      ? []
      : [
          `${element.interaction.lane} ${element.interaction.outcome.body.json.choices[0].message.content}`,
        ],
  );
}
