/**
 * Exchanges that no SDK of their provider can send again, by what stands against it. Each is named by
 * a part of its `file #index METHOD host/path`.
 */
export const LEFT_OUT: Readonly<Record<string, readonly string[]>> = {
  "The provider has no SDK.": ["us.inference.heroku.com"],
  "What sent it is no SDK of the API: a tracer, whoever fetches an image.": [
    "api.openai.com/v1/traces/ingest",
    "imgen.x.ai/",
  ],
  "The SDK has no such call, or no longer.": [
    "/v1/realtime/calls",
    "api.anthropic.com/v1/complete",
    "api.x.ai/v1/batches/batch_6cf19793-7856-44ab-86ec-c112af1b4054/requests",
    "api.x.ai/v1/batches/batch_6cf19793-7856-44ab-86ec-c112af1b4054/results",
  ],
  "OpenAI's SDK writes an image edit as a form.": ["api.openai.com/v1/images/edits"],
  "Hugging Face's SDK writes `expand[]`.": ["huggingface.co/api/models/"],
  "Mistral's SDKs always write `timeout_hours`, `stream`, or the `type` of a tool.": [
    "POST api.mistral.ai/v1/batch/jobs",
    "api.mistral.ai/v1/audio/transcriptions",
    "mistral/pydantic-ai__test_multimodal_tool_return_matrix_direct-binary-document-mistral_.yaml",
  ],
  "Google's SDKs write members in camel case and types of parameters in capitals.": [
    "gemini/llm-gemini__test_tools",
    "gemini-2_5-flash_reuses_an_uploaded_file_in_chat.yml #2 ",
    "vertex/pydantic-ai__test_model_sees_multiple_images_google_vertex_.yaml #1 ",
  ],
  "Google's SDKs write a file's type and size when they start an upload.": [
    "generativelanguage.googleapis.com/upload/v1beta/files",
  ],
  "Google's SDKs ask without `$alt`.": ["%24alt="],
};
