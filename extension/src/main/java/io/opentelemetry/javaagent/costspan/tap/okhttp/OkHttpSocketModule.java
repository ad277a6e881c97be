package io.opentelemetry.javaagent.costspan.tap.okhttp;

import static java.util.Arrays.asList;
import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import com.google.auto.service.AutoService;
import io.opentelemetry.javaagent.costspan.tap.seam.IsolatedModule;
import io.opentelemetry.javaagent.costspan.tap.seam.SeamInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.InstrumentationModule;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import java.util.List;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.matcher.ElementMatcher;

/**
 * Taps the WebSockets of OkHttp, all of which are of one class. Neither the socket nor its listener
 * is replaced, so the application has what it would have.
 */
@AutoService(InstrumentationModule.class)
public final class OkHttpSocketModule extends IsolatedModule {

  private static final String HERE = "io.opentelemetry.javaagent.costspan.tap.okhttp.";

  public OkHttpSocketModule() {
    super("costspan-okhttp-websocket", "costspan-okhttp", "costspan");
  }

  @Override
  public List<TypeInstrumentation> typeInstrumentations() {
    return asList(
        around(named("connect").and(takesArguments(1)), "SocketOpenAdvice"),
        around(isPublic().and(named("send")).and(takesText()), "SocketSendAdvice"),
        around(named("onReadMessage").and(takesText()), "SocketReadAdvice"),
        around(
            isPublic()
                .and(named("close")
                    .and(takesArguments(2))
                    .or(named("cancel").and(takesNoArguments()))),
            "SocketClosingAdvice"),
        around(named("onReadClose").and(takesArguments(2)), "SocketClosedAdvice"),
        around(
            named("failWebSocket").and(takesArgument(0, Exception.class)), "SocketFailedAdvice"));
  }

  private static ElementMatcher<MethodDescription> takesText() {
    return takesArguments(String.class);
  }

  private static TypeInstrumentation around(
      ElementMatcher<? super MethodDescription> methods, String advice) {
    return new SeamInstrumentation("okhttp3.internal.ws.RealWebSocket", methods, HERE + advice);
  }
}
