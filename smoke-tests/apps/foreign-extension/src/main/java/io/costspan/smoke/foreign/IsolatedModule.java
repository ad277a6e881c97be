package io.costspan.smoke.foreign;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.opentelemetry.javaagent.extension.instrumentation.InstrumentationModule;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.internal.ExperimentalInstrumentationModule;
import java.util.List;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.matcher.ElementMatcher;

/** Advice of the new kind, with a helper that is isolated as Costspan's are. */
public final class IsolatedModule extends InstrumentationModule
    implements ExperimentalInstrumentationModule {
  public IsolatedModule() {
    super("foreign-isolated");
  }

  @Override
  public boolean isHelperClass(String className) {
    return className.startsWith("io.costspan.smoke.foreign.Isolated");
  }

  @Override
  public List<String> getAdditionalHelperClassNames() {
    return List.of("io.costspan.smoke.foreign.IsolatedTracer");
  }

  @Override
  public HelperClassStrategy helperClassStrategy() {
    return HelperClassStrategy.ISOLATED;
  }

  @Override
  public List<TypeInstrumentation> typeInstrumentations() {
    ElementMatcher.Junction<MethodDescription> executeAsync = named("executeAsync");
    return List.of(new Seam(
        "com.openai.core.http.RetryingHttpClient",
        executeAsync.and(takesArguments(2)),
        "io.costspan.smoke.foreign.IsolatedAdvice"));
  }
}
