package io.opentelemetry.javaagent.costspan.tap.azure;

import static java.util.Collections.singletonList;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import com.google.auto.service.AutoService;
import io.opentelemetry.javaagent.costspan.tap.seam.IsolatedModule;
import io.opentelemetry.javaagent.costspan.tap.seam.SeamInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.InstrumentationModule;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import java.util.List;

/**
 * Counts the attempts of a call at Microsoft's HTTP clients, which are below the retries. A module of
 * its own, so that a version where it does not fit loses only the count.
 */
@AutoService(InstrumentationModule.class)
public final class AzureAttemptsModule extends IsolatedModule {

  public AzureAttemptsModule() {
    super("costspan-azure-attempts", "costspan-azure", "costspan");
  }

  @Override
  public List<TypeInstrumentation> typeInstrumentations() {
    return singletonList(new SeamInstrumentation(
        namedOneOf(
            "com.azure.core.http.netty.NettyAsyncHttpClient",
            "com.azure.core.http.okhttp.OkHttpAsyncHttpClient",
            "com.azure.core.http.jdk.httpclient.JdkHttpClient",
            "com.azure.core.http.vertx.VertxHttpClient"),
        namedOneOf("send", "sendSync")
            .and(takesArguments(2))
            .and(takesArgument(0, named("com.azure.core.http.HttpRequest")))
            .and(takesArgument(1, named("com.azure.core.util.Context"))),
        "io.opentelemetry.javaagent.costspan.tap.azure.AzureAttemptAdvice"));
  }
}
