import { describe, expect, test } from "vitest";
import { CassetteStoreError } from "../../src/cassette/errors.ts";
import type { CassetteStore } from "../../src/cassette/ports.ts";
import { encodeCassette } from "../../src/cassette/cassette-format.ts";

/** What every store must do. `open` gives an empty one. */
export function describeStoreContract(name: string, open: () => CassetteStore): void {
  describe(`${name} as a store`, () => {
    test("holds nothing of a scope that was never recorded", () => {
      const store = open();
      expect(store.read("default")).toBeUndefined();
      expect([...store.scopes()]).toEqual([]);
    });

    test("gives a committed document back to the character", () => {
      const store = open();
      const text = documentOf("tests/a.py::test_x");
      const recording = store.openRecording("tests/a.py::test_x");
      expect(recording.earlier).toBeUndefined();
      recording.commit(text);
      recording.close();
      expect(store.read("tests/a.py::test_x")).toEqual({
        path: store.pathOf("tests/a.py::test_x"),
        document: text,
        journal: [],
      });
    });

    test("lists scopes sorted, whatever their names", () => {
      const store = open();
      const scopes = ["b", "a/x", "Tests/A.py::TestX::test_y[Ü]", "default", "A", "con", ""];
      for (const scope of scopes) commit(store, scope);
      expect([...store.scopes()]).toEqual([...scopes].sort());
    });

    test("keeps the documents of scopes apart that differ in case only", () => {
      const store = open();
      commit(store, "case");
      commit(store, "Case");
      expect(store.read("case")?.document).toBe(documentOf("case"));
      expect(store.read("Case")?.document).toBe(documentOf("Case"));
    });

    test("gives what an unfinished recording appended to the next one", () => {
      const store = open();
      const killed = store.openRecording("default");
      killed.append('{"n":1}');
      killed.append('{"n":"ü\\n"}');
      killed.close();
      const journal = ['{"n":1}', '{"n":"ü\\n"}'];
      expect(store.read("default")).toMatchObject({ document: undefined, journal });
      const next = store.openRecording("default");
      expect(next.earlier).toMatchObject({ document: undefined, journal });
      next.close();
    });

    test("does not take the journal of a recording that goes on for one that was left over", () => {
      const store = open();
      commit(store, "default");
      const recording = store.openRecording("default");
      recording.append("{}");
      expect(store.read("default")).toMatchObject({ journal: [] });
      recording.close();
    });

    test("empties the journal with a commit", () => {
      const store = open();
      const recording = store.openRecording("default");
      recording.append("{}");
      recording.commit(documentOf("default"));
      recording.append('{"n":2}');
      recording.close();
      expect(store.read("default")).toMatchObject({
        document: documentOf("default"),
        journal: ['{"n":2}'],
      });
    });

    test("leaves the earlier document with a discard", () => {
      const store = open();
      commit(store, "default");
      const recording = store.openRecording("default");
      recording.append("{}");
      recording.discard();
      recording.close();
      expect(store.read("default")).toMatchObject({ document: documentOf("default"), journal: [] });
    });

    test("deletes document and journal, also of a document that it is told not to read", () => {
      const store = open();
      commit(store, "default");
      commit(store, "other");
      const recording = store.openRecording("default", { isReadable: false });
      expect(recording.earlier).toBeUndefined();
      recording.append("{}");
      recording.remove();
      recording.close();
      expect(store.read("default")).toBeUndefined();
      expect([...store.scopes()]).toEqual(["other"]);
      commit(store, "default");
      expect(store.read("default")).toMatchObject({ document: documentOf("default") });
    });

    test("refuses a second recording of a scope until the first is closed", () => {
      const store = open();
      const first = store.openRecording("default");
      expect(() => store.openRecording("default")).toThrow(CassetteStoreError);
      store.openRecording("other").close();
      first.close();
      first.close();
      store.openRecording("default").close();
    });
  });
}

function commit(store: CassetteStore, scope: string): void {
  const recording = store.openRecording(scope);
  recording.commit(documentOf(scope));
  recording.close();
}

function documentOf(scope: string): string {
  return encodeCassette({ scope, normalisers: [], interactions: [] });
}
