package io.costspan.demo.copilot;

import com.openai.client.OpenAIClient;
import com.openai.core.http.StreamResponse;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import java.io.IOException;
import java.util.Iterator;

/** A conversation, streamed word by word to whoever reads it. */
final class Chat implements Feature {
  private final OpenAIClient client;

  Chat(OpenAIClient client) {
    this.client = client;
  }

  @Override
  public void answer(String text, Reply reply) throws IOException {
    ChatCompletionCreateParams params = ChatCompletionCreateParams.builder()
        .model("gpt-5-mini")
        .maxCompletionTokens(600)
        .addUserMessage(text)
        .streamOptions(ChatCompletionStreamOptions.builder().includeUsage(true).build())
        .build();
    try (StreamResponse<ChatCompletionChunk> stream =
        client.chat().completions().createStreaming(params)) {
      Iterator<ChatCompletionChunk> chunks = stream.stream().iterator();
      while (chunks.hasNext()) {
        reply.write(Words.of(chunks.next()));
      }
    }
  }
}
