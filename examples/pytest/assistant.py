"""Code under test: an assistant that may look up the weather, and a classifier."""

import json

from openai import OpenAI

WEATHER_TOOL = {
    "type": "function",
    "function": {
        "name": "get_weather",
        "description": "Current weather of a city.",
        "parameters": {
            "type": "object",
            "properties": {"city": {"type": "string"}},
            "required": ["city"],
        },
    },
}


def answer(question: str, weather) -> str:
    """Answers a question; `weather(city)` is called when the model asks for it."""
    client = OpenAI()
    messages = [{"role": "user", "content": question}]
    while True:
        reply = client.chat.completions.create(
            model="gpt-5-mini", messages=messages, tools=[WEATHER_TOOL]
        )
        message = reply.choices[0].message
        if not message.tool_calls:
            return message.content
        messages.append(message.model_dump(exclude_none=True))
        for call in message.tool_calls:
            result = weather(**json.loads(call.function.arguments))
            messages.append({"role": "tool", "tool_call_id": call.id, "content": json.dumps(result)})


def sentiment(review: str) -> str:
    """`positive` or `negative`."""
    reply = OpenAI().chat.completions.create(
        model="gpt-5-mini",
        temperature=0,
        messages=[
            {"role": "system", "content": "Classify the review. Answer with JSON."},
            {"role": "user", "content": review},
        ],
    )
    return json.loads(reply.choices[0].message.content)["sentiment"]


def poem(topic: str):
    """Yields a poem in pieces."""
    stream = OpenAI().chat.completions.create(
        model="gpt-5-mini",
        stream=True,
        messages=[{"role": "user", "content": f"Write a haiku about {topic}."}],
    )
    for chunk in stream:
        if chunk.choices and chunk.choices[0].delta.content:
            yield chunk.choices[0].delta.content
