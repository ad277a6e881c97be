package io.opentelemetry.javaagent.costspan.tap.openai;

import static java.util.Collections.singletonList;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import com.google.auto.service.AutoService;
import io.opentelemetry.javaagent.costspan.tap.seam.IsolatedModule;
import io.opentelemetry.javaagent.costspan.tap.seam.SeamInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.InstrumentationModule;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import java.util.List;

/** Says so, once, when {@link OpenAiModule} was switched off because the SDK does not fit. */
@AutoService(InstrumentationModule.class)
public final class OpenAiFitModule extends IsolatedModule {

  public OpenAiFitModule() {
    super("costspan-openai-fit", "costspan-openai", "costspan");
  }

  @Override
  public List<TypeInstrumentation> typeInstrumentations() {
    return singletonList(new SeamInstrumentation(
        "com.openai.core.http.RetryingHttpClient",
        namedOneOf("execute", "executeAsync").and(takesArguments(2)),
        "io.opentelemetry.javaagent.costspan.tap.openai.OpenAiFitAdvice"));
  }
}
