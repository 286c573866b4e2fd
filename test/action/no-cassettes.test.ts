import { expect, test } from "vitest";
import { parse } from "yaml";
import { readActionInputs } from "../../src/action/inputs/action-inputs.ts";
import { noCassettes } from "../../src/action/report/no-cassettes.ts";

test.each([undefined, "trunk", "release/2026", "yes", "a, b", 'odd"one', "1.0"])(
  "the job that records runs on the default branch: %s",
  (branch) => {
    const { markdown } = noCassettes(readActionInputs({ INPUT_COMMAND: "npm test" }), [], branch);
    const [, yaml] = /```yaml\n([^]*?)```/.exec(markdown)!;
    const { on } = parse(yaml!) as {
      readonly on: { readonly push: { readonly branches: unknown } };
    };
    expect(on.push.branches).toEqual([branch ?? "main"]);
  },
);
