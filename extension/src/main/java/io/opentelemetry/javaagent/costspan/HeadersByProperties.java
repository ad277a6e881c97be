package io.opentelemetry.javaagent.costspan;

import com.google.auto.service.AutoService;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.javaagent.costspan.attribution.HeaderPropagator;
import io.opentelemetry.javaagent.costspan.call.LlmCalls;
import io.opentelemetry.javaagent.costspan.config.AgentRelease;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Looks at the headers of what is received, where the agent is configured by properties and
 * environment variables: beside the first of the propagators that it has. With {@code
 * otel.propagators=none} the agent looks at no header, and neither do we.
 */
@AutoService(AutoConfigurationCustomizerProvider.class)
public final class HeadersByProperties implements AutoConfigurationCustomizerProvider {

  @Override
  public void customize(AutoConfigurationCustomizer customizer) {
    if (!AgentRelease.running().isSupported()) {
      return;
    }
    AtomicBoolean added = new AtomicBoolean();
    customizer.addPropagatorCustomizer(
        (propagator, properties) -> added.getAndSet(true) ? propagator : withHeaders(propagator));
  }

  static TextMapPropagator withHeaders(TextMapPropagator propagator) {
    return TextMapPropagator.composite(
        propagator, new HeaderPropagator(failure -> LlmCalls.failed("attribution", failure)));
  }
}
