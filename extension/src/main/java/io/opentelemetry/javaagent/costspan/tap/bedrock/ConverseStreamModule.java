package io.opentelemetry.javaagent.costspan.tap.bedrock;

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

/** Taps the streams of Converse: a module of its own, since early versions have no such thing. */
@AutoService(InstrumentationModule.class)
public final class ConverseStreamModule extends IsolatedModule {

  public ConverseStreamModule() {
    super("costspan-bedrock-converse-stream", "costspan-bedrock", "costspan");
  }

  @Override
  public List<TypeInstrumentation> typeInstrumentations() {
    return singletonList(new SeamInstrumentation(
        BedrockModule.ASYNC_CLIENT,
        isPublic().and(named("converseStream")).and(takesArguments(2)),
        "io.opentelemetry.javaagent.costspan.tap.bedrock.ConverseStreamAdvice"));
  }
}
