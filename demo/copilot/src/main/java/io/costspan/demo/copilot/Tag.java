package io.costspan.demo.copilot;

import com.openai.client.OpenAIClientAsync;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A topic for each paragraph, all of them asked for at once. */
final class Tag implements Feature {
  private final OpenAIClientAsync client;

  Tag(OpenAIClientAsync client) {
    this.client = client;
  }

  @Override
  public void answer(String text, Reply reply) throws IOException {
    List<CompletableFuture<String>> topics = new ArrayList<>();
    for (String paragraph : text.split("\n\n")) {
      topics.add(topic(paragraph));
    }
    for (CompletableFuture<String> topic : topics) {
      reply.write(topic.join() + "\n");
    }
  }

  private CompletableFuture<String> topic(String paragraph) {
    return client
        .chat()
        .completions()
        .create(ChatCompletionCreateParams.builder()
            .model("gpt-4o-mini")
            .maxCompletionTokens(20)
            .addSystemMessage("Name the topic in one word.")
            .addUserMessage(paragraph)
            .build())
        .thenApply(Tag::firstAnswer);
  }

  private static String firstAnswer(ChatCompletion completion) {
    return completion.choices().get(0).message().content().orElse("");
  }
}
