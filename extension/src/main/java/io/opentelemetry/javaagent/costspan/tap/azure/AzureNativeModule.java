package io.opentelemetry.javaagent.costspan.tap.azure;

import static java.util.Collections.singletonList;
import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

import com.google.auto.service.AutoService;
import io.opentelemetry.javaagent.costspan.tap.seam.IsolatedModule;
import io.opentelemetry.javaagent.costspan.tap.seam.SeamInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.InstrumentationModule;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import java.util.List;

/**
 * Silences the gen_ai spans that azure-ai-inference starts on its own since it can be traced: ours
 * say more, and two for one call mislead. Azure's other spans, which are none of LLM calls, stay.
 */
@AutoService(InstrumentationModule.class)
public final class AzureNativeModule extends IsolatedModule {

  public AzureNativeModule() {
    super("costspan-azure-native", "costspan-azure", "costspan");
  }

  @Override
  public List<TypeInstrumentation> typeInstrumentations() {
    return singletonList(new SeamInstrumentation(
        "com.azure.ai.inference.ChatCompletionClientTracer",
        isConstructor().and(takesArgument(2, named("com.azure.core.util.tracing.Tracer"))),
        "io.opentelemetry.javaagent.costspan.tap.azure.AzureNativeAdvice"));
  }
}
