package io.opentelemetry.javaagent.costspan.tap.reactornetty;

import static java.util.Arrays.asList;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import com.google.auto.service.AutoService;
import io.opentelemetry.javaagent.costspan.tap.seam.IsolatedModule;
import io.opentelemetry.javaagent.costspan.tap.seam.SeamInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.InstrumentationModule;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import java.util.List;

/** Taps every request of Reactor Netty's HTTP client, once per subscription. */
@AutoService(InstrumentationModule.class)
public final class ReactorNettyModule extends IsolatedModule {

  private static final String HERE = "io.opentelemetry.javaagent.costspan.tap.reactornetty.";
  private static final String SEAM = "reactor.netty.http.client.HttpClientConnect$";

  public ReactorNettyModule() {
    super("costspan-reactor-netty", "costspan");
  }

  @Override
  public List<TypeInstrumentation> typeInstrumentations() {
    return asList(
        new SeamInstrumentation(
            SEAM + "MonoHttpConnect",
            named("subscribe")
                .and(takesArguments(1))
                .and(takesArgument(0, named("reactor.core.CoreSubscriber"))),
            HERE + "SubscribeAdvice"),
        new SeamInstrumentation(
            SEAM + "HttpClientHandler",
            named("requestWithBody").and(takesArguments(1)),
            HERE + "RequestAdvice"));
  }
}
