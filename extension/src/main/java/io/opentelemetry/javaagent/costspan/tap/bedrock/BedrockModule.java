package io.opentelemetry.javaagent.costspan.tap.bedrock;

import static java.util.Arrays.asList;
import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import com.google.auto.service.AutoService;
import io.opentelemetry.javaagent.costspan.tap.seam.IsolatedModule;
import io.opentelemetry.javaagent.costspan.tap.seam.SeamInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.InstrumentationModule;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import java.util.List;

/** Taps what every version has: models invoked in their own formats, and Converse by its shape. */
@AutoService(InstrumentationModule.class)
public final class BedrockModule extends IsolatedModule {

  static final String ASYNC_CLIENT =
      "software.amazon.awssdk.services.bedrockruntime.DefaultBedrockRuntimeAsyncClient";

  private static final String HERE = "io.opentelemetry.javaagent.costspan.tap.bedrock.";
  private static final String SYNC_CLIENT =
      "software.amazon.awssdk.services.bedrockruntime.DefaultBedrockRuntimeClient";

  public BedrockModule() {
    super("costspan-bedrock", "costspan");
  }

  @Override
  public List<TypeInstrumentation> typeInstrumentations() {
    return asList(
        new SeamInstrumentation(
            SYNC_CLIENT,
            isPublic().and(namedOneOf("converse", "invokeModel")).and(takesArguments(1)),
            HERE + "BedrockSyncAdvice"),
        new SeamInstrumentation(
                ASYNC_CLIENT,
                isPublic().and(namedOneOf("converse", "invokeModel")).and(takesArguments(1)),
                HERE + "BedrockAsyncAdvice")
            .and(
                isPublic().and(named("invokeModelWithResponseStream")).and(takesArguments(2)),
                HERE + "InvokeStreamAdvice"));
  }
}
