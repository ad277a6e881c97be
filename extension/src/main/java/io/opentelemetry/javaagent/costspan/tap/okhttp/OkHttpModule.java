package io.opentelemetry.javaagent.costspan.tap.okhttp;

import static java.util.Collections.singletonList;
import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import com.google.auto.service.AutoService;
import io.opentelemetry.javaagent.costspan.tap.seam.IsolatedModule;
import io.opentelemetry.javaagent.costspan.tap.seam.SeamInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.InstrumentationModule;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import java.util.List;

/**
 * Taps every client of OkHttp as it is made. All ways to make one lead through the one constructor:
 * {@code new OkHttpClient()}, {@code build()}, and {@code newBuilder()}, which copies interceptors.
 */
@AutoService(InstrumentationModule.class)
public final class OkHttpModule extends IsolatedModule {

  public OkHttpModule() {
    super("costspan-okhttp", "costspan");
  }

  @Override
  public List<TypeInstrumentation> typeInstrumentations() {
    return singletonList(new SeamInstrumentation(
        "okhttp3.OkHttpClient",
        isConstructor()
            .and(takesArguments(1))
            .and(takesArgument(0, named("okhttp3.OkHttpClient$Builder"))),
        "io.opentelemetry.javaagent.costspan.tap.okhttp.OkHttpClientAdvice"));
  }
}
