import { describe, expect, test } from "vitest";
import { observe } from "../helpers/runner-observer.ts";

// The observer is what the action's tests believe; so it is tested like a program of its own.
describe("observe() reads output as the runner does", () => {
  test("both syntaxes, the older one anywhere in a line, names whatever their case", () => {
    const { effects } = observe(
      [
        "  ::SET-OUTPUT name=a::b%0Ac",
        "text ##[save-state name=x]y",
        "text ::set-output name=no::no",
        "::unknown::x",
        "half\r::add-path::/evil",
      ].join("\n"),
    );
    expect(effects).toEqual([
      { name: "set-output", properties: "name=a", value: "b\nc" },
      { name: "save-state", properties: "name=x", value: "y" },
      { name: "add-path", properties: "", value: "/evil" },
    ]);
  });

  test("ten annotations of each level, the rest dropped, messages cut, properties unescaped", () => {
    const many = (level: string): string =>
      Array.from({ length: 12 }, (_, n) => `::${level} file=a%2Cb%3Ac,line=${n}::m`).join("\n");
    const { annotations, dropped } = observe(
      `${many("warning")}\n${many("error")}\n::notice::${"x".repeat(5000)}`,
    );
    expect(annotations).toHaveLength(21);
    expect(dropped.map(({ level }) => level)).toEqual(["warning", "warning", "error", "error"]);
    expect(annotations[0]!.properties).toEqual({ file: "a,b:c", line: "0" });
    expect(annotations.at(-1)!.message).toHaveLength(4096);
  });

  test("masked values are hidden from then on, in the log and in annotations, line by line", () => {
    const { log, masks, annotations } = observe(
      "early hunter2\n::add-mask::hunter2%0Asecond\nlate hunter2, second\n::error title=hunter2::has hunter2",
    );
    expect(masks).toEqual(["hunter2", "second"]);
    expect(log).toBe("early hunter2\nlate ***, ***\n##[error]has ***");
    expect(annotations[0]).toMatchObject({ message: "has ***", properties: { title: "***" } });
  });

  test("stopped commands are text until the token comes", () => {
    const { effects, log } = observe(
      "::stop-commands::tok\n::set-output name=a::b\n::tok::\n::set-output name=c::d",
    );
    expect(effects.map(({ name, properties }) => `${name} ${properties}`)).toEqual([
      "stop-commands ",
      "set-output name=c",
    ]);
    expect(log).toContain("::set-output name=a::b");
  });
});
