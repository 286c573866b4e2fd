import { expect, test } from "vitest";
import { parseNormaliser } from "../../src/cassette/normaliser.ts";
import { requestKey } from "../../src/cassette/request-key.ts";
import { PROVIDERS } from "../../src/dialects/providers.ts";
import { toCassetteRequest } from "../../src/exchange/cassette-request.ts";

test.each([
  ["$.metadata.run_id", true],
  ["$.messages[*].content /run-\\d+/", false],
  ["$.metadata.other", false],
  ["$.json.metadata.run_id", false],
  ["/run-\\d+/", true],
])("the normaliser %s starts at a JSON body as it is sent: same key %s", (rule, isSame) => {
  const normalisers = [parseNormaliser(rule)];
  const [one, other] = ["run-1", "run-2"].map((run) => requestKey(identityOf(run), normalisers));
  expect(one === other).toBe(isSame);
  expect(requestKey(identityOf("run-1"))).not.toBe(requestKey(identityOf("run-2")));
});

function identityOf(run: string): ReturnType<typeof toCassetteRequest>["identity"] {
  const mount = PROVIDERS.find(({ name }) => name === "openai")!;
  const body = {
    model: "m",
    metadata: { run_id: run },
    messages: [{ role: "user", content: "hi" }],
  };
  return toCassetteRequest(
    {
      method: "POST",
      path: "/v1/chat/completions",
      headers: [["content-type", "application/json"]],
      body: Buffer.from(JSON.stringify(body)),
    },
    mount,
  ).identity;
}
