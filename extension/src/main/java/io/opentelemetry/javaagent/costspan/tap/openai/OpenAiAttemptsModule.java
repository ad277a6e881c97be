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

/**
 * Counts the attempts of a call, and keeps the HTTP spans of retries under it. The clients below the
 * retries are tapped: the SDK's transport, in later versions the wrapper around any transport, and
 * the debug logger, below which a request's body is another object with each attempt. A module of its own, so that a version where these do not fit loses only the count.
 */
@AutoService(InstrumentationModule.class)
public final class OpenAiAttemptsModule extends IsolatedModule {

  public OpenAiAttemptsModule() {
    super("costspan-openai-attempts", "costspan-openai", "costspan");
  }

  @Override
  public List<TypeInstrumentation> typeInstrumentations() {
    return singletonList(new SeamInstrumentation(
        namedOneOf(
            "com.openai.core.http.LoggingHttpClient",
            "com.openai.core.http.PhantomReachableClosingHttpClient",
            "com.openai.client.okhttp.OkHttpClient"),
        namedOneOf("execute", "executeAsync").and(takesArguments(2)),
        "io.opentelemetry.javaagent.costspan.tap.openai.OpenAiAttemptAdvice"));
  }
}
