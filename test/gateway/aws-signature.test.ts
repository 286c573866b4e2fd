import { describe, expect, test } from "vitest";
import { PROVIDERS } from "../../src/dialects/providers.ts";
import { signAgain, signedRegion } from "../../src/gateway/aws-signature.ts";
import { openMemoryStore } from "../../src/stores/memory-store.ts";
import { startRun } from "../helpers/gateway-run.ts";
import { startScriptedUpstream } from "../helpers/scripted-upstream.ts";

const CREDENTIALS = {
  accessKeyId: "AKIDEXAMPLE",
  secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
};
const signedAs = (accessKeyId: string, region = "us-east-1", service = "service"): string =>
  `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20150830/${region}/${service}/aws4_request, SignedHeaders=host, Signature=00`;

describe("signAgain()", () => {
  const request = {
    method: "GET",
    url: new URL("https://example.amazonaws.com/"),
    headers: [["authorization", signedAs("AKIDEXAMPLE")]] as const,
    body: Buffer.alloc(0),
  };
  const now = Date.UTC(2015, 7, 30, 12, 36);

  // From AWS's test suite for Signature Version 4.
  test.each([
    ["get-vanilla", "/", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"],
    [
      "get-vanilla-query-order-key-case",
      "/?Param2=value2&Param1=value1",
      "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500",
    ],
  ])("signs as AWS does: %s", (_name, path, signature) => {
    const url = new URL(path, request.url);
    expect(signAgain({ ...request, url }, CREDENTIALS, now)).toEqual([
      ["x-amz-date", "20150830T123600Z"],
      [
        "authorization",
        `AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, Signature=${signature}`,
      ],
    ]);
  });

  test("leaves requests of another identity, of none, and in signed pieces alone", () => {
    const sign = (...headers: readonly (readonly [string, string])[]): unknown =>
      signAgain({ ...request, headers }, CREDENTIALS, now);
    expect(sign(["authorization", signedAs("AKIDOTHER")])).toBeUndefined();
    expect(sign(["authorization", "Bearer key"])).toBeUndefined();
    expect(sign()).toBeUndefined();
    expect(
      sign(
        ["authorization", signedAs("AKIDEXAMPLE")],
        ["x-amz-content-sha256", "STREAMING-AWS4-HMAC-SHA256-EVENTS"],
      ),
    ).toBeUndefined();
  });
});

test("a region that is none leads nowhere: a host is made of it", () => {
  const of = (region: string): unknown =>
    signedRegion([["authorization", signedAs("AKIDEXAMPLE", region)]]);
  expect(of("eu-central-1")).toBe("eu-central-1");
  expect(of("us-gov-west-1")).toBe("us-gov-west-1");
  for (const region of ["s3", "s3-us-west-2", "evil.example", "a/b", ""]) {
    expect(of(region), region).toBeUndefined();
  }
});

describe("A gateway that records", () => {
  const ask = (url: string, key: string): Promise<Response> =>
    fetch(`${url}/bedrock/model/m/converse`, {
      method: "POST",
      body: "{}",
      headers: { authorization: signedAs(key, "eu-west-1", "bedrock") },
    });

  test("sends AWS nothing that it cannot sign again, and says what it needs", async () => {
    for (const awsCredentials of [undefined, CREDENTIALS]) {
      const run = await startRun("record", openMemoryStore(), {
        mounts: PROVIDERS,
        ...(awsCredentials === undefined ? {} : { awsCredentials }),
      });
      const answer = await ask(run.gateway.url, "AKIDOTHER");
      expect(answer.status).toBe(502);
      expect(await answer.text()).toContain("AWS_SECRET_ACCESS_KEY");
      await run.close();
      expect(run.session.tally().recorded).toBe(0);
    }
  });

  test("hands a stranger's signature on to a stand-in as it came", async () => {
    const upstream = await startScriptedUpstream();
    const run = await startRun("record", openMemoryStore(), {
      upstream: upstream.url,
      awsCredentials: CREDENTIALS,
    });
    await ask(run.gateway.url, "AKIDOTHER");
    await ask(run.gateway.url, "AKIDEXAMPLE");
    const [theirs, ours] = upstream.requests.map(({ headers }) => headers.authorization);
    expect(theirs).toBe(signedAs("AKIDOTHER", "eu-west-1", "bedrock"));
    expect(ours).toMatch(
      /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/eu-west-1\/bedrock\/aws4_request, /u,
    );
    expect(ours).toMatch(/, Signature=[0-9a-f]{64}$/u);
    await run.close();
    await upstream.close();
  });
});
