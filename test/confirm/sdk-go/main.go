// Calls two providers through their own Go SDKs, as a suite would, and prints what it would see.
//
// Usage: sdk-go PROMPT. Prints one JSON object: call name -> {"value": ...} or {"error": ...}.
// Base URLs and keys come from the environment only; nothing here knows of a gateway.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"

	"github.com/anthropics/anthropic-sdk-go"
	"github.com/openai/openai-go"
)

type result struct {
	Value any    `json:"value,omitempty"`
	Error string `json:"error,omitempty"`
}

func main() {
	prompt := os.Args[1]
	calls := map[string]func(context.Context, string) (any, error){
		"chat":            chat,
		"chat stream":     chatStream,
		"messages":        messages,
		"messages stream": messagesStream,
	}
	results := map[string]result{}
	for name, call := range calls {
		value, err := call(context.Background(), prompt)
		if err != nil {
			results[name] = result{Error: err.Error()}
		} else {
			results[name] = result{Value: value}
		}
	}
	text, err := json.Marshal(results)
	if err != nil {
		panic(err)
	}
	fmt.Println(string(text))
}

func chatParams(prompt string) openai.ChatCompletionNewParams {
	return openai.ChatCompletionNewParams{
		Model:    "gpt-4.1-mini",
		Messages: []openai.ChatCompletionMessageParamUnion{openai.UserMessage(prompt)},
	}
}

func chat(ctx context.Context, prompt string) (any, error) {
	client := openai.NewClient()
	answer, err := client.Chat.Completions.New(ctx, chatParams(prompt))
	if err != nil {
		return nil, err
	}
	return []any{answer.Choices[0].Message.Content, answer.Usage.TotalTokens}, nil
}

func chatStream(ctx context.Context, prompt string) (any, error) {
	client := openai.NewClient()
	stream := client.Chat.Completions.NewStreaming(ctx, chatParams(prompt))
	parts := []string{}
	for stream.Next() {
		parts = append(parts, stream.Current().Choices[0].Delta.Content)
	}
	return parts, stream.Err()
}

func messageParams(prompt string) anthropic.MessageNewParams {
	return anthropic.MessageNewParams{
		Model:     "claude-sonnet-4-5",
		MaxTokens: 64,
		Messages: []anthropic.MessageParam{
			anthropic.NewUserMessage(anthropic.NewTextBlock(prompt)),
		},
	}
}

func messages(ctx context.Context, prompt string) (any, error) {
	client := anthropic.NewClient()
	answer, err := client.Messages.New(ctx, messageParams(prompt))
	if err != nil {
		return nil, err
	}
	return []any{answer.Content[0].Text, answer.Usage.OutputTokens, answer.StopReason}, nil
}

func messagesStream(ctx context.Context, prompt string) (any, error) {
	client := anthropic.NewClient()
	stream := client.Messages.NewStreaming(ctx, messageParams(prompt))
	parts := []string{}
	for stream.Next() {
		parts = append(parts, string(stream.Current().Type))
	}
	return parts, stream.Err()
}
