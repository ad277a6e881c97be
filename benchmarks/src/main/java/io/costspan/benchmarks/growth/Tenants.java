package io.costspan.benchmarks.growth;

import com.openai.client.OpenAIClient;
import io.costspan.benchmarks.call.OpenAiStub;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.context.Scope;

/** Each call is another tenant's, until it is the first one's again. */
final class Tenants extends OneAfterTheOther {
  private final OpenAIClient client = OpenAiStub.chatting();

  @Override
  Object ask() {
    try (Scope tenant =
        Baggage.builder().put("tenant.id", "tenant-" + number()).build().makeCurrent()) {
      return client.chat().completions().create(Question.of("gpt-4.1-mini"));
    }
  }
}
