package io.costspan.benchmarks.growth;

import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;

/** What the calls ask. */
final class Question {
  private Question() {}

  static ChatCompletionCreateParams of(String model) {
    return chat(model).build();
  }

  static ChatCompletionCreateParams streamed() {
    return chat("gpt-4.1-mini")
        .streamOptions(ChatCompletionStreamOptions.builder().includeUsage(true).build())
        .build();
  }

  private static ChatCompletionCreateParams.Builder chat(String model) {
    return ChatCompletionCreateParams.builder()
        .model(model)
        .addUserMessage("What does a token cost when the cache is warm?");
  }
}
