package io.costspan.benchmarks.call;

import com.anthropic.client.AnthropicClient;
import com.anthropic.models.messages.MessageCreateParams;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A call of anthropic-java. The agent has no module for it: under the stock agent the SDK makes a
 * span of its own, which Costspan silences.
 */
@State(Scope.Benchmark)
public class AnthropicCalls {
  private final AnthropicClient client = AnthropicStub.answering(Answers.message(1_024));
  private final MessageCreateParams question = MessageCreateParams.builder()
      .model("claude-haiku-4-5")
      .maxTokens(1_000)
      .system("You answer in one sentence.")
      .addUserMessage("What does a token cost when the cache is warm?")
      .build();

  @Benchmark
  @Warmup(batchSize = 2_500)
  @Measurement(batchSize = 2_500)
  public Object message1Kb(CallerCost cost) {
    cost.calls++;
    return client.messages().create(question);
  }
}
