import { describe, expect, test } from "vitest";
import { toRecordedResponse } from "../../src/provider/recorded-response.ts";

/** Ways to read a response, by what they make of it. */
const ways: Readonly<Record<string, (response: Response) => unknown>> = {
  text: (response) => response.text(),
  json: (response) => response.json(),
  arrayBuffer: async (response) => [...new Uint8Array(await response.arrayBuffer())],
  blob: async (response) => {
    const blob = await response.blob();
    return [blob.type, await blob.text()];
  },
  formData: async (response) => [...(await response.formData())],
  "the body's chunks": async (response) => {
    const chunks: number[] = [];
    for await (const chunk of response.body!) chunks.push(...chunk);
    return chunks;
  },
  "a clone, then itself": async (response) => {
    const clone = response.clone();
    return [await clone.text(), [...clone.headers], await response.text()];
  },
  "text twice": async (response) => [await response.text(), await response.text()],
  "text, then the body": async (response) => [
    await response.text(),
    response.bodyUsed,
    response.body?.locked,
    await response.body?.getReader().read(),
  ],
  "the body, then text": async (response) => [
    await response.body!.getReader().read(),
    response.bodyUsed,
    await response.text(),
  ],
  "a clone of what was read": async (response) => {
    await response.text();
    return response.clone().text();
  },
  "whether it was used": async (response) => {
    const before = response.bodyUsed;
    const touched = [response.body !== null, response.bodyUsed];
    await response.arrayBuffer();
    return [before, ...touched, response.bodyUsed];
  },
  "a copy made of it": async (response) => new Response(response.body, response).text(),
};

const contents: Readonly<Record<string, readonly [string, string]>> = {
  JSON: ['{"a":"é ☃ 👋"}', "application/json"],
  "damaged JSON": ['{"a":', "application/json"],
  "a byte order mark": ['\ufeff{"a":1}', "application/json"],
  nothing: ["", "text/plain"],
  "a form": ["a=1&b=%20", "application/x-www-form-urlencoded"],
};

describe("a recorded response reads as any response does", () => {
  for (const [way, read] of Object.entries(ways)) {
    test.each(Object.entries(contents))(`${way}: %s`, async (_, [text, type]) => {
      const plain = await settle(read(toPlain(text, type)));
      for (const content of [text, Buffer.from(text)]) {
        expect(await settle(read(toRecorded(content, type)))).toEqual(plain);
      }
    });
  }

  test("bytes, where or not this Node's own responses have them", async () => {
    const response = toRecorded("é", "text/plain") as Response & {
      bytes: () => Promise<Uint8Array>;
    };
    expect([...(await response.bytes())]).toEqual([0xc3, 0xa9]);
    await expect(response.bytes()).rejects.toThrow(TypeError);
  });

  test("what stands beside the body", () => {
    const response = toRecordedResponse("x", {
      status: 429,
      headers: [["retry-after", "1"]],
      url: "https://api.example/x",
    });
    expect(response).toBeInstanceOf(Response);
    expect(response.ok).toBe(false);
    expect(response.status).toBe(429);
    expect(response.url).toBe("https://api.example/x");
    expect(response.clone().url).toBe("https://api.example/x");
    expect([...response.headers]).toEqual([["retry-after", "1"]]);
    expect([...response.clone().headers]).toEqual([["retry-after", "1"]]);
    expect(Object.prototype.toString.call(response)).toBe("[object Response]");
    expect(() => toRecordedResponse("x", { status: 42, headers: [], url: "" })).toThrow(RangeError);
  });
});

function toPlain(text: string, type: string): Response {
  return new Response(Buffer.from(text), { headers: { "content-type": type } });
}

function toRecorded(content: string | Uint8Array<ArrayBuffer>, type: string): Response {
  return toRecordedResponse(content, { status: 200, headers: [["content-type", type]], url: "" });
}

/** A failure by its class: two engines of one Node say it in the same words or not at all. */
async function settle(read: unknown): Promise<unknown> {
  try {
    return { value: await read };
  } catch (error) {
    return { failure: (error as Error).name };
  }
}
