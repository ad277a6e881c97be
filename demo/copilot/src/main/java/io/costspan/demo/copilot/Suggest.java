package io.costspan.demo.copilot;

import com.openai.client.OpenAIClient;
import com.openai.core.http.StreamResponse;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import java.io.IOException;

/** The next word while somebody types: the first one is shown, and the rest is not waited for. */
final class Suggest implements Feature {
  private final OpenAIClient client;

  Suggest(OpenAIClient client) {
    this.client = client;
  }

  @Override
  public void answer(String text, Reply reply) throws IOException {
    ChatCompletionCreateParams params = ChatCompletionCreateParams.builder()
        .model("gpt-4o-mini")
        .maxCompletionTokens(40)
        .addUserMessage(text)
        .streamOptions(ChatCompletionStreamOptions.builder().includeUsage(true).build())
        .build();
    try (StreamResponse<ChatCompletionChunk> stream =
        client.chat().completions().createStreaming(params)) {
      reply.write(stream.stream()
          .map(Words::of)
          .filter(word -> !word.isBlank())
          .findFirst()
          .orElse(""));
    }
  }
}
