package io.opentelemetry.javaagent.costspan.tap.anthropic;

import static java.util.Collections.singletonList;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import com.google.auto.service.AutoService;
import io.opentelemetry.javaagent.costspan.tap.seam.IsolatedModule;
import io.opentelemetry.javaagent.costspan.tap.seam.SeamInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.InstrumentationModule;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import java.util.List;

/** Says so, once, when {@link AnthropicModule} was switched off because the SDK does not fit. */
@AutoService(InstrumentationModule.class)
public final class AnthropicFitModule extends IsolatedModule {

  public AnthropicFitModule() {
    super("costspan-anthropic-fit", "costspan-anthropic", "costspan");
  }

  @Override
  public List<TypeInstrumentation> typeInstrumentations() {
    return singletonList(new SeamInstrumentation(
        "com.anthropic.core.http.RetryingHttpClient",
        namedOneOf("execute", "executeAsync").and(takesArguments(2)),
        "io.opentelemetry.javaagent.costspan.tap.anthropic.AnthropicFitAdvice"));
  }
}
