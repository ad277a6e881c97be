package io.opentelemetry.javaagent.costspan.tap.genai;

import static java.util.Collections.singletonList;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import com.google.auto.service.AutoService;
import io.opentelemetry.javaagent.costspan.tap.seam.IsolatedModule;
import io.opentelemetry.javaagent.costspan.tap.seam.SeamInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.InstrumentationModule;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import java.util.List;

/** Counts the attempts of a call: from 1.27 on the SDK retries in an interceptor of OkHttp. A module of its own, so that a version where this does not fit loses only the count. */
@AutoService(InstrumentationModule.class)
public final class GenaiAttemptsModule extends IsolatedModule {

  public GenaiAttemptsModule() {
    super("costspan-genai-attempts", "costspan-genai", "costspan");
  }

  @Override
  public List<TypeInstrumentation> typeInstrumentations() {
    return singletonList(new SeamInstrumentation(
        "com.google.genai.RetryInterceptor",
        named("intercept").and(takesArguments(1)),
        "io.opentelemetry.javaagent.costspan.tap.genai.GenaiAttemptsAdvice"));
  }
}
