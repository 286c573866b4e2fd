import { describe, expect, test } from "vitest";
import { NumberLexeme, parseYamlText } from "../../src/import/yaml-text.ts";
import { toJsonText } from "../../src/import/recorded-body.ts";

// Expected values are those of PyYAML 6.0.3, which wrote such files: json.dumps(yaml.load(text)).
describe("parseYamlText() reads scalars as PyYAML does", () => {
  check("1e5", '"1e5"');
  check("8e12", '"8e12"');
  check("0o17", '"0o17"');
  check("1.0e-05", "1.0e-05");
  check("1.0", "1.0");
  check("-0.5", "-0.5");
  check(".5", "0.5");
  check("12.", "12.0");
  check("+3", "3");
  check("1_000", "1000");
  check("123456789012345678901234567890", "123456789012345678901234567890");
  check("yes", "true");
  check("'yes'", '"yes"');
  check("Off", "false");
  check("true", "true");
  check("~", "null");
  check("", "null");
  check("''", '""');
  check("12e3x", '"12e3x"');
  check(".inf", "Infinity");
  check("-.INF", "-Infinity");
  check(".nan", "NaN");
  check("!!python/unicode 'x'", '"x"');
  check('"\\ud83d\\ude00"', '"😀"');
  check("|-\n  a\n\n  b", '"a\\n\\nb"');
  check("'a\n\n  b'", '"a\\nb"');
  check('"a\\\n  \\ b"', '"a b"');
});

describe("parseYamlText()", () => {
  test("gives bytes for both binary tags", () => {
    const reading = parseYamlText("a: !!binary |\n  H4sI\n  AAAA\nb: !binary |-\n  /w==\n");
    expect(reading.kind === "value" && reading.value).toEqual({
      a: Buffer.from("H4sIAAAA", "base64"),
      b: Buffer.from([0xff]),
    });
  });

  test("follows the aliases that PyYAML writes for shared lists, however many", () => {
    const uses = "- *id001\n".repeat(500);
    const reading = parseYamlText(`first: &id001\n- x\nlist:\n${uses}`);
    expect(reading.kind).toBe("value");
  });

  test("keeps the last of two equal keys, as PyYAML does", () => {
    const reading = parseYamlText("a: x\na: y\n");
    expect(reading).toEqual({ kind: "value", value: { a: "y" } });
  });
});

describe("parseYamlText() names the place of damage", () => {
  checkDamage("a: 'open\n", 2, "an unclosed quote");
  checkDamage("a:\n  - b\n c: d\n", 3, "an outdented key");
  checkDamage("a: [1, 2\nb: 3\n", 2, "an unclosed list");
  checkDamage("a: !!binary 'not*base64'\n", 1, "a binary scalar that is none");
  checkDamage("---\na: 1\n---\nb: 2\n", 3, "a second document");
  checkDamage("\tkey: value\n  - x\n", 1, "a tab as indentation");
  checkDamage("[".repeat(20_000), 1, "lists nested twenty thousand deep");
  checkDamage(aliasBomb(), 1, "an alias bomb");
});

function check(yaml: string, json: string): void {
  test(`${JSON.stringify(yaml)} is ${json}`, () => {
    const reading = parseYamlText(`v: ${yaml}\n`);
    const value = reading.kind === "value" ? (reading.value as { v: unknown }).v : reading;
    expect(value instanceof NumberLexeme ? value.json : toJsonText(value)).toBe(json);
  });
}

function checkDamage(yaml: string, line: number, what: string): void {
  test(what, () => {
    const reading = parseYamlText(yaml);
    expect(reading).toMatchObject({ kind: "damaged", line });
    expect(reading.kind === "damaged" && reading.message.length).toBeGreaterThan(10);
  });
}

/** Nine levels of nine: 9⁹ values from 400 characters. */
function aliasBomb(): string {
  const levels = ["l0: &l0 [x, x, x, x, x, x, x, x, x]"];
  for (let level = 1; level < 10; level += 1) {
    const uses = Array.from({ length: 9 }, () => `*l${level - 1}`).join(", ");
    levels.push(`l${level}: &l${level} [${uses}]`);
  }
  return levels.join("\n");
}
