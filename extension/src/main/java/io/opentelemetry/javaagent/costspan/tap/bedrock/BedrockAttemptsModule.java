package io.opentelemetry.javaagent.costspan.tap.bedrock;

import static java.util.Collections.singletonList;
import static net.bytebuddy.matcher.ElementMatchers.isBridge;
import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.not;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import com.google.auto.service.AutoService;
import io.opentelemetry.javaagent.costspan.tap.seam.IsolatedModule;
import io.opentelemetry.javaagent.costspan.tap.seam.SeamInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.InstrumentationModule;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import java.util.List;

/**
 * Counts the attempts of a call, where the SDK's core makes them: an internal class, and a module of
 * its own, so that a version without it loses only the count.
 */
@AutoService(InstrumentationModule.class)
public final class BedrockAttemptsModule extends IsolatedModule {

  private static final String STAGES = "software.amazon.awssdk.core.internal.http.pipeline.stages.";

  public BedrockAttemptsModule() {
    super("costspan-bedrock-attempts", "costspan-bedrock", "costspan");
  }

  @Override
  public List<TypeInstrumentation> typeInstrumentations() {
    return singletonList(new SeamInstrumentation(
        namedOneOf(STAGES + "MakeHttpRequestStage", STAGES + "MakeAsyncHttpRequestStage"),
        isPublic().and(named("execute")).and(takesArguments(2)).and(not(isBridge())),
        "io.opentelemetry.javaagent.costspan.tap.bedrock.BedrockAttemptAdvice"));
  }
}
