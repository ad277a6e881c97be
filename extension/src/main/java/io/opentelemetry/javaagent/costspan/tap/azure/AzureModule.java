package io.opentelemetry.javaagent.costspan.tap.azure;

import static java.util.Collections.singletonList;
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
 * Taps every pipeline of azure-core, once per call: retries are a policy inside of it. The other
 * {@code send} methods lead to the one that is tapped.
 */
@AutoService(InstrumentationModule.class)
public final class AzureModule extends IsolatedModule {

  private static final String HERE = "io.opentelemetry.javaagent.costspan.tap.azure.";
  private static final String SEAM = "com.azure.core.http.HttpPipeline";

  public AzureModule() {
    super("costspan-azure", "costspan");
  }

  @Override
  public List<TypeInstrumentation> typeInstrumentations() {
    return singletonList(new SeamInstrumentation(
            SEAM, named("sendSync").and(takesArguments(2)), HERE + "AzureSyncAdvice")
        .and(
            named("send")
                .and(takesArguments(1))
                .and(takesArgument(0, named("com.azure.core.http.HttpPipelineCallContext"))),
            HERE + "AzureAsyncAdvice"));
  }
}
