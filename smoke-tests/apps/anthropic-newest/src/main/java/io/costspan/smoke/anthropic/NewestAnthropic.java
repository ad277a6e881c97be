package io.costspan.smoke.anthropic;

import com.anthropic.client.AnthropicClient;
import io.costspan.smoke.runner.Ask;
import io.costspan.smoke.runner.Feature;
import io.costspan.smoke.runner.LlmSdk;
import java.time.Duration;
import java.util.Set;

/** What came with later versions. */
final class NewestAnthropic extends AnyAnthropic {
  NewestAnthropic(AnthropicClient client) {
    super(client);
  }

  @Override
  public Set<Feature> features() {
    return Feature.usualAnd(
        Feature.RAW_RESPONSES,
        Feature.CACHE_WRITES,
        Feature.WITH_OPTIONS,
        Feature.STRUCTURED_OUTPUT);
  }

  @Override
  public LlmSdk withOptions() {
    return new NewestAnthropic(
        client().withOptions(options -> options.putHeader("x-app", "smoke")));
  }

  @Override
  public LlmSdk hasty() {
    return new NewestAnthropic(
        client().withOptions(options -> options.timeout(Duration.ofSeconds(1)).maxRetries(0)));
  }

  @Override
  public Object structured(Ask ask) {
    return client()
        .messages()
        .create(Params.of(ask).outputConfig(City.class).build())
        .content()
        .get(0)
        .text()
        .orElseThrow()
        .text();
  }
}
