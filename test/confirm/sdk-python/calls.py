"""Calls one provider through its own SDK, as a suite would, and prints what the suite would see.

Usage: calls.py openai|anthropic|google-genai|groq|ollama PROMPT

Prints one JSON object: call name -> {"value": ...} or {"error": {"type", "status", "text"}}.
Base URLs and keys come from the environment only; nothing here knows of a gateway.
"""

import asyncio
import json
import sys


def main() -> None:
    client, prompt = sys.argv[1:3]
    results = {}
    for name, call in CLIENTS[client](prompt).items():
        try:
            value = asyncio.run(call()) if asyncio.iscoroutinefunction(call) else call()
            results[name] = {"value": value}
        except Exception as error:  # Whatever a suite would see is the result.
            status = getattr(error, "status_code", None) or getattr(error, "code", None)
            results[name] = {
                "error": {"type": type(error).__name__, "status": status, "text": str(error)}
            }
    print(json.dumps(results, ensure_ascii=False))


def openai_calls(prompt):
    from openai import AsyncOpenAI, OpenAI

    client = OpenAI()
    messages = [{"role": "user", "content": prompt}]

    def chat():
        answer = client.chat.completions.create(model="gpt-4.1-mini", messages=messages)
        return [answer.choices[0].message.content, answer.usage.total_tokens]

    def chat_stream():
        stream = client.chat.completions.create(
            model="gpt-4.1-mini", messages=messages, stream=True
        )
        return [chunk.choices[0].delta.content for chunk in stream if chunk.choices]

    def responses():
        answer = client.responses.create(model="gpt-4.1-mini", input=prompt)
        return [answer.output_text, answer.usage.total_tokens]

    def responses_stream():
        stream = client.responses.create(model="gpt-4.1-mini", input=prompt, stream=True)
        return [[event.type, getattr(event, "delta", None)] for event in stream]

    def embeddings():
        answer = client.embeddings.create(model="text-embedding-3-small", input=prompt)
        return answer.data[0].embedding

    async def chat_async():
        async with AsyncOpenAI() as client:
            answer = await client.chat.completions.create(
                model="gpt-4.1-mini", messages=messages, temperature=0
            )
            return answer.choices[0].message.content

    return {
        "chat": chat,
        "chat stream": chat_stream,
        "responses": responses,
        "responses stream": responses_stream,
        "embeddings": embeddings,
        "chat async": chat_async,
    }


def anthropic_calls(prompt):
    from anthropic import Anthropic, AsyncAnthropic

    client = Anthropic()
    request = {
        "model": "claude-sonnet-4-5",
        "max_tokens": 64,
        "messages": [{"role": "user", "content": prompt}],
    }

    def messages():
        answer = client.messages.create(**request)
        return [answer.content[0].text, answer.usage.output_tokens, answer.stop_reason]

    def messages_stream():
        return [event.type for event in client.messages.create(**request, stream=True)]

    def stream_helper():
        with client.messages.stream(**request, system="Be brief.") as stream:
            return [list(stream.text_stream), stream.get_final_message().stop_reason]

    async def messages_async():
        async with AsyncAnthropic() as client:
            answer = await client.messages.create(**request, system="Be brief, too.")
            return answer.content[0].text

    return {
        "messages": messages,
        "messages stream": messages_stream,
        "stream helper": stream_helper,
        "messages async": messages_async,
    }


def google_genai_calls(prompt):
    from google import genai

    client = genai.Client()

    def generate():
        answer = client.models.generate_content(model="gemini-2.5-flash", contents=prompt)
        return [answer.text, answer.usage_metadata.total_token_count]

    def generate_stream():
        stream = client.models.generate_content_stream(model="gemini-2.5-flash", contents=prompt)
        return [chunk.text for chunk in stream]

    async def generate_async():
        answer = await client.aio.models.generate_content(
            model="gemini-2.5-flash", contents=prompt, config={"temperature": 0}
        )
        return answer.text

    return {
        "generate": generate,
        "generate stream": generate_stream,
        "generate async": generate_async,
    }


def groq_calls(prompt):
    from groq import Groq

    client = Groq()
    messages = [{"role": "user", "content": prompt}]

    def chat():
        answer = client.chat.completions.create(model="llama-3.3-70b", messages=messages)
        return [answer.choices[0].message.content, answer.usage.total_tokens]

    def chat_stream():
        stream = client.chat.completions.create(
            model="llama-3.3-70b", messages=messages, stream=True
        )
        return [chunk.choices[0].delta.content for chunk in stream]

    return {"chat": chat, "chat stream": chat_stream}


def ollama_calls(prompt):
    from ollama import Client

    client = Client()
    messages = [{"role": "user", "content": prompt}]

    def chat():
        answer = client.chat(model="qwen3", messages=messages)
        return [answer.message.content, answer.eval_count]

    def chat_stream():
        return [part.message.content for part in client.chat("qwen3", messages, stream=True)]

    return {"chat": chat, "chat stream": chat_stream}


CLIENTS = {
    "openai": openai_calls,
    "anthropic": anthropic_calls,
    "google-genai": google_genai_calls,
    "groq": groq_calls,
    "ollama": ollama_calls,
}

if __name__ == "__main__":
    main()
