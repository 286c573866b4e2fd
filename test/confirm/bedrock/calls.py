"""Calls Bedrock through boto3, as a suite would, and prints what the suite would see.

Usage: calls.py PROMPTS, where PROMPTS is a JSON object: call name -> prompt.

Prints one JSON object: call name -> {"parts": [...], "error": {"type", "code", "text"}?}.
The endpoint, the region and the keys come from the environment only.
"""

import json
import sys

import boto3

MODEL = "eu.anthropic.claude-sonnet-4-5-20250929-v1:0"


def main() -> None:
    client = boto3.client("bedrock-runtime")
    results = {}
    for name, prompt in json.loads(sys.argv[1]).items():
        parts = []
        results[name] = {"parts": parts}
        try:
            for part in CALLS[name.split(",")[0]](client, prompt):
                parts.append(part)
        except Exception as error:  # Whatever a suite would see is the result.
            response = getattr(error, "response", {})
            results[name]["error"] = {
                "type": type(error).__name__,
                "code": response.get("Error", {}).get("Code"),
                "text": str(error),
            }
    print(json.dumps(results, ensure_ascii=False))


def messages(prompt):
    return [{"role": "user", "content": [{"text": prompt}]}]


def converse(client, prompt):
    answer = client.converse(modelId=MODEL, messages=messages(prompt))
    yield answer["output"]["message"]["content"][0]["text"]
    yield answer["usage"]["totalTokens"]


def converse_stream(client, prompt):
    answer = client.converse_stream(modelId=MODEL, messages=messages(prompt))
    for event in answer["stream"]:
        delta = event.get("contentBlockDelta", {}).get("delta", {}).get("text")
        yield delta if delta is not None else next(iter(event))


def body(prompt):
    content = [{"role": "user", "content": prompt}]
    return json.dumps({"anthropic_version": "bedrock-2023-05-31", "max_tokens": 9, "messages": content})


def invoke(client, prompt):
    answer = client.invoke_model(modelId=MODEL, body=body(prompt))
    yield json.loads(answer["body"].read())["content"][0]["text"]


def invoke_stream(client, prompt):
    answer = client.invoke_model_with_response_stream(modelId=MODEL, body=body(prompt))
    for event in answer["body"]:
        part = json.loads(event["chunk"]["bytes"])
        yield part.get("delta", {}).get("text", part["type"])


CALLS = {
    "converse": converse,
    "converse_stream": converse_stream,
    "invoke_model": invoke,
    "invoke_model_with_response_stream": invoke_stream,
}

if __name__ == "__main__":
    main()
