package io.costspan.benchmarks.growth;

import com.openai.client.OpenAIClient;
import io.costspan.benchmarks.call.OpenAiStub;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.context.Scope;

/** Each call is another tenant's, until it is the first one's again. */
final class Tenants implements Growing {
  private final OpenAIClient client = OpenAiStub.chatting();
  private int tenants;
  private int next;

  @Override
  public void growTo(int size) {
    tenants = size;
    for (int i = 0; i < size; i++) {
      call();
    }
  }

  @Override
  public int calls(int size) {
    return 2_000;
  }

  @Override
  public Object call() {
    next = (next + 1) % tenants;
    try (Scope tenant =
        Baggage.builder().put("tenant.id", "tenant-" + next).build().makeCurrent()) {
      return client.chat().completions().create(Question.of("gpt-4.1-mini"));
    }
  }
}
