"""Makes one recorded call again, through the provider's own SDK, and prints what it gave.

Usage: ask.py CALL QUESTION

QUESTION is a JSON object: "body" as recorded, and what the call wants beside it. Prints a JSON
object, or an array of a stream's events. Base URLs come from the environment only; nothing here
knows of a gateway.
"""

import json
import sys


def main() -> None:
    call, question = sys.argv[1:3]
    print(json.dumps(CALLS[call](json.loads(question)), ensure_ascii=False))


def zai_chat(question):
    from zai import ZaiClient
    from zai.core import NOT_GIVEN

    body = dict(question["body"])
    # It has no argument for the one, and writes null for the other unless told.
    extra = {"stream_options": body.pop("stream_options")}
    client = ZaiClient(api_key="x.x", max_retries=0)
    answer = client.chat.completions.create(**body, extra_body=extra, response_format=NOT_GIVEN)
    return [chunk.model_dump(exclude_unset=True) for chunk in answer]


def google_delete_cache(question):
    client = google_client(question)
    return plain(client.caches.delete(name=question["name"]))


def google_delete_store(question):
    client = google_client(question)
    client.file_search_stores.delete(name=question["name"], config={"force": True})
    # The SDK gives nothing back.
    return {}


def google_client(question):
    from google import genai
    from google.oauth2.credentials import Credentials

    http_options = {"api_version": question["apiVersion"]}
    if "project" not in question:
        return genai.Client(api_key="x", http_options=http_options)
    return genai.Client(
        vertexai=True,
        project=question["project"],
        location=question["location"],
        credentials=Credentials("x"),
        http_options=http_options,
    )


def plain(answer):
    return answer.model_dump(mode="json", exclude_none=True)


CALLS = {
    "zai-sdk chat": zai_chat,
    "google-genai delete cache": google_delete_cache,
    "google-genai delete store": google_delete_store,
}

main()
