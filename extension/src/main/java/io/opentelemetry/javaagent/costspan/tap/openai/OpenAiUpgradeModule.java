package io.opentelemetry.javaagent.costspan.tap.openai;

import static java.util.Arrays.asList;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import com.google.auto.service.AutoService;
import io.opentelemetry.javaagent.costspan.tap.seam.IsolatedModule;
import io.opentelemetry.javaagent.costspan.tap.seam.SeamInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.InstrumentationModule;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import java.util.List;

/**
 * Keeps WebSockets working under an agent: openai-java opens none over an OkHttp client that has
 * network interceptors other than its own, and an agent adds some, to count attempts and to trace.
 * OkHttp runs none of them for a WebSocket.
 */
@AutoService(InstrumentationModule.class)
public final class OpenAiUpgradeModule extends IsolatedModule {

  private static final String HERE = "io.opentelemetry.javaagent.costspan.tap.openai.";

  public OpenAiUpgradeModule() {
    super("costspan-openai-upgrade", "costspan-openai", "costspan");
  }

  @Override
  public List<TypeInstrumentation> typeInstrumentations() {
    return asList(
        new SeamInstrumentation(
            "com.openai.client.okhttp.BoundedWebSocket",
            named("connect").and(takesArgument(0, named("okhttp3.OkHttpClient"))),
            HERE + "OpenAiInspectionAdvice"),
        new SeamInstrumentation(
            "okhttp3.OkHttpClient",
            named("networkInterceptors").and(takesNoArguments()),
            HERE + "OkHttpInspectedAdvice"));
  }
}
