"""A suite that asks AWS and Google in every way that Python has, with nothing but its environment."""

import json
import os

import anthropic
import boto3
from openai import BedrockOpenAI, OpenAI

MESSAGES = [{"role": "user", "content": "Say snow."}]
MODEL = "eu.anthropic.claude-sonnet-4-5-20250929-v1:0"


def boto(operation):
    client = boto3.client("bedrock-runtime")
    content = [{"role": "user", "content": [{"text": "Say snow."}]}]
    return getattr(client, operation)(modelId=MODEL, messages=content)


def text_of(client):
    answer = client.messages.create(model="claude-snow", max_tokens=9, messages=MESSAGES)
    return answer.content[0].text


heard = {
    "boto3 converse": boto("converse")["output"]["message"]["content"][0]["text"],
    "boto3 converse_stream": [next(iter(event)) for event in boto("converse_stream")["stream"]],
    "AnthropicBedrock": text_of(anthropic.AnthropicBedrock()),
    "AnthropicBedrockMantle": text_of(anthropic.AnthropicBedrockMantle()),
    "AnthropicVertex": text_of(
        anthropic.AnthropicVertex(access_token="none", region="us-east5", project_id="p")
    ),
    "AnthropicFoundry": text_of(anthropic.AnthropicFoundry(api_key="none")),
    "AnthropicAWS": text_of(anthropic.AnthropicAWS(api_key="none", workspace_id="w")),
    "AnthropicGoogleCloud": text_of(anthropic.AnthropicGoogleCloud(skip_auth=True)),
    "BedrockOpenAI": BedrockOpenAI().responses.create(model="m", input="Say snow.").output_text,
    "OpenAI": OpenAI(base_url=os.environ["TAPEGATE_BEDROCK_MANTLE_URL"] + "/v1", api_key="none")
    .responses.create(model="m", input="Say snow.")
    .output_text,
}
print(json.dumps(heard, ensure_ascii=False))
