package io.opentelemetry.javaagent.costspan.tap.apache5;

import static java.util.Arrays.asList;
import static net.bytebuddy.matcher.ElementMatchers.isPublic;
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
 * Taps the LLM calls among the requests of Apache HttpClient 5. The blocking client's eight ways to
 * execute begin a call, as the agent's HTTP span begins there; all of them get their response from
 * one method, below which are redirects, retries and decompression. The asynchronous clients' ways
 * end in two, with a host and without, whose consumer of the response is given all there is. What
 * is sent is counted by the last link of the chain that both send through, below the retries.
 */
@AutoService(InstrumentationModule.class)
public final class Apache5Module extends IsolatedModule {

  private static final String HERE = "io.opentelemetry.javaagent.costspan.tap.apache5.";
  private static final String CLASSIC = "org.apache.hc.client5.http.impl.classic.";
  private static final String ASYNC = "org.apache.hc.client5.http.impl.async.";
  private static final String PRODUCER = "org.apache.hc.core5.http.nio.AsyncRequestProducer";

  public Apache5Module() {
    super("costspan-apache-httpclient-5", "costspan");
  }

  /** Around the agent's own advice on the same methods: its HTTP span belongs under ours. */
  @Override
  public int order() {
    return -1;
  }

  @Override
  public List<TypeInstrumentation> typeInstrumentations() {
    return asList(
        new SeamInstrumentation(
            CLASSIC + "CloseableHttpClient",
            named("execute").and(isPublic()),
            HERE + "ExecuteAdvice"),
        new SeamInstrumentation(
            namedOneOf(CLASSIC + "InternalHttpClient", CLASSIC + "MinimalHttpClient"),
            named("doExecute").and(takesArguments(3)),
            HERE + "ResponseAdvice"),
        new SeamInstrumentation(
            CLASSIC + "CloseableHttpResponse", named("close"), HERE + "CloseAdvice"),
        new SeamInstrumentation(
            CLASSIC + "MainClientExec",
            named("execute").and(takesArguments(3)),
            HERE + "AttemptAdvice"),
        new SeamInstrumentation(
            namedOneOf(ASYNC + "HttpAsyncMainClientExec", ASYNC + "H2AsyncMainClientExec"),
            named("execute").and(takesArguments(5)),
            HERE + "AsyncAttemptAdvice"),
        new SeamInstrumentation(
                ASYNC + "CloseableHttpAsyncClient",
                named("execute").and(takesArguments(5)).and(takesArgument(0, named(PRODUCER))),
                HERE + "AsyncExecuteAdvice")
            .and(
                named("execute").and(takesArguments(6)).and(takesArgument(1, named(PRODUCER))),
                HERE + "AsyncExecuteAtHostAdvice"));
  }
}
