package io.costspan.demo.copilot;

import com.openai.client.OpenAIClient;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import java.io.IOException;

/** A first draft, in one piece. */
final class Draft implements Feature {
  private final OpenAIClient client;

  Draft(OpenAIClient client) {
    this.client = client;
  }

  @Override
  public void answer(String text, Reply reply) throws IOException {
    ChatCompletion draft = client
        .chat()
        .completions()
        .create(ChatCompletionCreateParams.builder()
            .model("gpt-4.1-mini")
            .maxCompletionTokens(400)
            .addSystemMessage("Draft an answer to the customer's message.")
            .addUserMessage(text)
            .build());
    reply.write(draft.choices().get(0).message().content().orElse(""));
  }
}
