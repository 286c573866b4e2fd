import { describe, expect, test } from "vitest";
import { parseRecordedUrl, type RecordedUrl } from "../../src/import/recorded-url.ts";

describe("parseRecordedUrl()", () => {
  check("https://api.openai.com/v1/files?limit=2", {
    host: "api.openai.com",
    path: "/v1/files?limit=2",
  });
  check("https://api.mistral.ai/v1/chat/completions#stream", {
    host: "api.mistral.ai",
    path: "/v1/chat/completions",
  });
  check("http://LocalHost:11434/api/chat", { host: "localhost", port: "11434", path: "/api/chat" });
  check("http://[::1]:8000/v1", { host: "[::1]", port: "8000", path: "/v1" });
  check("https://user:pass@api.openai.com./v1", { host: "api.openai.com", path: "/v1" });
  check("https://bedrock-runtime.<AWS_REGION>.amazonaws.com/model/a:0/converse", {
    host: "bedrock-runtime.placeholder.amazonaws.com",
    path: "/model/a:0/converse",
  });
  check("https://{{tenant}}.openai.azure.com?api-version=1", {
    host: "placeholder.openai.azure.com",
    path: "/?api-version=1",
  });
  check("https://aiplatform.googleapis.com/v1/projects/<PROJECT>/x", {
    host: "aiplatform.googleapis.com",
    path: "/v1/projects/<PROJECT>/x",
  });
  check("<OLLAMA_API_BASE>/chat/completions", {
    path: "/chat/completions",
    placeholder: "ollama_api_base",
  });
  check("https://<AZURE_ENDPOINT>/openai/x?a=1", {
    path: "/openai/x?a=1",
    placeholder: "azure_endpoint",
  });
  check("https://{{Ollama}}:11434", { port: "11434", placeholder: "ollama" });
  check("http://%3Cgroq%3E/v1", { path: "/v1", placeholder: "groq" });
  check("https://api.openai.com", { host: "api.openai.com", path: "/" });

  test.each(["", "REDACTED", "/v1/chat", "https:///v1", "not a url"])("refuses %j", (text) => {
    expect(parseRecordedUrl(text)).toBeUndefined();
  });
});

function check(text: string, expected: Partial<RecordedUrl>): void {
  test(text, () => {
    expect(parseRecordedUrl(text)).toEqual({
      host: "",
      port: "",
      path: "/",
      placeholder: undefined,
      ...expected,
    });
  });
}
