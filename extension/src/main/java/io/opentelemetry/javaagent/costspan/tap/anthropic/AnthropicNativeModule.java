package io.opentelemetry.javaagent.costspan.tap.anthropic;

import static java.util.Collections.singletonList;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import com.google.auto.service.AutoService;
import io.opentelemetry.javaagent.costspan.tap.seam.IsolatedModule;
import io.opentelemetry.javaagent.costspan.tap.seam.SeamInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.InstrumentationModule;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import java.util.List;

/**
 * Silences the spans that anthropic-java starts on its own since 2.72: ours say more, and two for
 * one call mislead. The SDK's own switch only acts on clients that were built from the environment.
 */
@AutoService(InstrumentationModule.class)
public final class AnthropicNativeModule extends IsolatedModule {

  public AnthropicNativeModule() {
    super("costspan-anthropic-native", "costspan-anthropic", "costspan");
  }

  @Override
  public List<TypeInstrumentation> typeInstrumentations() {
    return singletonList(new SeamInstrumentation(
        "com.anthropic.core.opentelemetry.TraceApiCall",
        named("tracer").and(takesArguments(1)),
        "io.opentelemetry.javaagent.costspan.tap.anthropic.AnthropicNativeAdvice"));
  }
}
