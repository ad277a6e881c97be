package io.opentelemetry.javaagent.costspan.tap.openai;

import static java.util.Collections.singletonList;
import static net.bytebuddy.matcher.ElementMatchers.nameStartsWith;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import com.google.auto.service.AutoService;
import io.opentelemetry.javaagent.costspan.tap.seam.IsolatedModule;
import io.opentelemetry.javaagent.costspan.tap.seam.SeamInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.InstrumentationModule;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import java.util.List;

/**
 * Taps the WebSockets of openai-java, which go past its HTTP seam, where all of them are opened.
 * Apart from the HTTP taps, since versions before 4.65 have none.
 */
@AutoService(InstrumentationModule.class)
public final class OpenAiSocketModule extends IsolatedModule {

  public OpenAiSocketModule() {
    super("costspan-openai-websocket", "costspan-openai", "costspan");
  }

  /** Not referred to, so that a version without its interface is not rejected. */
  @Override
  public List<String> getAdditionalHelperClassNames() {
    return singletonList(TeeConnection.WRITABLE);
  }

  /**
   * The SDK's wrapper around any transport, an anonymous class. Its caller, {@code ClientOptions},
   * has the method too, but a synthetic one, which takes no advice.
   */
  @Override
  public List<TypeInstrumentation> typeInstrumentations() {
    return singletonList(new SeamInstrumentation(
        nameStartsWith("com.openai.core.http.PhantomReachableClosingHttpClient$Companion$wrap$"),
        named("connectWebSocket").and(takesArguments(4)),
        "io.opentelemetry.javaagent.costspan.tap.openai.OpenAiSocketAdvice"));
  }
}
