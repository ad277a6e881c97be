package io.costspan.benchmarks.call;

import com.anthropic.client.AnthropicClient;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import java.util.List;

/**
 * A call of anthropic-java. The agent has no module for it: under the stock agent the SDK makes a
 * span of its own, which Costspan silences.
 */
final class AnthropicCalls {
  private final AnthropicClient client = AnthropicStub.answering(Answers.message(1_024));
  private final MessageCreateParams question = MessageCreateParams.builder()
      .model("claude-haiku-4-5")
      .maxTokens(1_000)
      .system("You answer in one sentence.")
      .addUserMessage("What does a token cost when the cache is warm?")
      .build();

  List<Call> all() {
    return List.of(new Call("message1Kb", 400, this::message1Kb));
  }

  Message message1Kb() {
    return client.messages().create(question);
  }
}
