package io.opentelemetry.javaagent.costspan.tap.openai;

import static java.util.Collections.singletonList;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import com.google.auto.service.AutoService;
import io.opentelemetry.javaagent.costspan.tap.seam.IsolatedModule;
import io.opentelemetry.javaagent.costspan.tap.seam.SeamInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.InstrumentationModule;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import java.util.List;

/** Taps every HTTP call of openai-java, once per call: retries happen below this seam. */
@AutoService(InstrumentationModule.class)
public final class OpenAiModule extends IsolatedModule {

  private static final String HERE = "io.opentelemetry.javaagent.costspan.tap.openai.";
  private static final String SEAM = "com.openai.core.http.RetryingHttpClient";

  public OpenAiModule() {
    super("costspan-openai", "costspan");
  }

  @Override
  public List<TypeInstrumentation> typeInstrumentations() {
    return singletonList(new SeamInstrumentation(
            SEAM, named("execute").and(takesArguments(2)), HERE + "OpenAiSyncAdvice")
        .and(named("executeAsync").and(takesArguments(2)), HERE + "OpenAiAsyncAdvice"));
  }
}
