package io.opentelemetry.javaagent.costspan.tap.jdkhttp;

import static java.util.Collections.singletonList;
import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import com.google.auto.service.AutoService;
import io.opentelemetry.javaagent.costspan.tap.seam.IsolatedModule;
import io.opentelemetry.javaagent.costspan.tap.seam.SeamInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.InstrumentationModule;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import java.util.List;

/**
 * Taps the LLM calls among the requests of {@code java.net.http}. Redirects, authentication and
 * retries happen below its methods. The shorter {@code sendAsync} calls the longer one, where the
 * call is then in transport already: the agent's HTTP span begins with the shorter, too.
 */
@AutoService(InstrumentationModule.class)
public final class JdkHttpModule extends IsolatedModule {

  private static final String HERE = "io.opentelemetry.javaagent.costspan.tap.jdkhttp.";
  private static final String SEAM = "jdk.internal.net.http.HttpClientImpl";

  public JdkHttpModule() {
    super("costspan-jdk-http", "costspan");
  }

  /** Around the agent's own advice on the same methods: its HTTP span belongs under ours. */
  @Override
  public int order() {
    return -1;
  }

  @Override
  public List<TypeInstrumentation> typeInstrumentations() {
    return singletonList(new SeamInstrumentation(
            SEAM, named("send").and(isPublic()).and(takesArguments(2)), HERE + "SendAdvice")
        .and(named("sendAsync").and(isPublic()), HERE + "SendAsyncAdvice"));
  }
}
