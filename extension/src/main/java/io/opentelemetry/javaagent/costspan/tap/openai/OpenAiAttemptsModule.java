package io.opentelemetry.javaagent.costspan.tap.openai;

import static java.util.Collections.singletonList;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import com.google.auto.service.AutoService;
import io.opentelemetry.javaagent.costspan.tap.stainless.SeamInstrumentation;
import io.opentelemetry.javaagent.costspan.tap.stainless.StainlessModule;
import io.opentelemetry.javaagent.extension.instrumentation.InstrumentationModule;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import java.util.List;

/**
 * Counts the attempts of a call, and keeps the HTTP spans of retries under it: the client just below
 * the retries passes each attempt once. A module of its own, so that a version without this class
 * loses only the count.
 */
@AutoService(InstrumentationModule.class)
public final class OpenAiAttemptsModule extends StainlessModule {

  public OpenAiAttemptsModule() {
    super("costspan-openai-attempts", "costspan-openai", "costspan");
  }

  @Override
  public List<TypeInstrumentation> typeInstrumentations() {
    return singletonList(new SeamInstrumentation(
        "com.openai.core.http.PhantomReachableClosingHttpClient",
        namedOneOf("execute", "executeAsync").and(takesArguments(2)),
        "io.opentelemetry.javaagent.costspan.tap.openai.OpenAiAttemptAdvice"));
  }
}
