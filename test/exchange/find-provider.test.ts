import { describe, expect, test } from "vitest";
import { configureProviders } from "../../src/dialects/configuration.ts";
import { addressOf, findProvider } from "../../src/exchange/find-provider.ts";
import { findMountOfUrl } from "../../src/import/mount-of-url.ts";

const configured = configureProviders({
  openai: { upstream: "http://127.0.0.1:9000" },
  mine: { upstream: "https://llm.example/base/v1" },
  nested: { upstream: "https://llm.example/base/inner" },
  plain: { upstream: "https://plain.example/" },
  hosted: { upstream: "https://x.example", hosts: ["*.foo.example"] },
});
if (configured.kind === "problems") throw new Error(configured.problems.join("\n"));
const { mounts } = configured;

describe("The provider of an address and the path below its root, fetched or imported", () => {
  const cases: readonly (readonly [url: string, name: string | undefined, path?: string])[] = [
    ["http://127.0.0.1:9000/v1/chat/completions", "openai", "/v1/chat/completions"],
    ["http://127.0.0.1:9001/v1/models", "openai-compatible-local", "/v1/models"],
    ["https://api.openai.com/v1/models?limit=2", "openai", "/v1/models?limit=2"],
    ["https://API.OpenAI.com:443/v1/models", "openai", "/v1/models"],
    ["https://user:pw@api.openai.com/v1/models", "openai", "/v1/models"],
    ["https://llm.example/base/v1/models", "mine", "/v1/models"],
    ["https://user:pw@llm.example/base/v1/models", "mine", "/v1/models"],
    ["https://llm.example/base", "mine", "/"],
    ["https://llm.example/base?a=/b", "mine", "/?a=/b"],
    ["https://llm.example/base/inner/v1/models", "nested", "/v1/models"],
    // A host is enough where the path fits nobody's root.
    ["https://llm.example/based/v1/models", "mine", "/based/v1/models"],
    ["https://plain.example/v1/models", "plain", "/v1/models"],
    ["https://a.foo.example/v1/models", "hosted", "/v1/models"],
    ["wss://llm.example/base/v1/realtime?model=m", "mine", "/v1/realtime?model=m"],
    ["https://nobody.example/base/v1/models", undefined],
  ];
  for (const [url, name, path] of cases) {
    test(url, () => {
      const fetched = findProvider(addressOf(new URL(url)), mounts);
      expect([fetched?.mount.name, fetched?.path]).toEqual([name, path]);
      const imported = findMountOfUrl(url, mounts);
      if (imported.kind === "none") expect(name).toBeUndefined();
      else expect([imported.mount.name, imported.path]).toEqual([name, path]);
    });
  }
});
