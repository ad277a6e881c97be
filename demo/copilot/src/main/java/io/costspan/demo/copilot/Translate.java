package io.costspan.demo.copilot;

import com.openai.client.OpenAIClient;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import java.io.IOException;

/** A translation by a model of our own, served behind the provider's interface. */
final class Translate implements Feature {
  private final OpenAIClient client;

  Translate(OpenAIClient client) {
    this.client = client;
  }

  @Override
  public void answer(String text, Reply reply) throws IOException {
    ChatCompletion translation = client
        .chat()
        .completions()
        .create(ChatCompletionCreateParams.builder()
            .model("house-translator-2")
            .addUserMessage(text)
            .build());
    reply.write(translation.choices().get(0).message().content().orElse(""));
  }
}
