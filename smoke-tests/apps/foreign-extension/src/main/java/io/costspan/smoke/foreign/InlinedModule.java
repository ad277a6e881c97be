package io.costspan.smoke.foreign;

import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.opentelemetry.javaagent.extension.instrumentation.InstrumentationModule;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import java.util.List;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.matcher.ElementMatcher;

/** Advice of the old kind, copied into the methods that Costspan taps. */
public final class InlinedModule extends InstrumentationModule {
  public InlinedModule() {
    super("foreign-inlined");
  }

  @Override
  public List<TypeInstrumentation> typeInstrumentations() {
    ElementMatcher.Junction<MethodDescription> execute = named("execute");
    String advice = "io.costspan.smoke.foreign.InlinedAdvice";
    return List.of(
        new Seam("com.openai.core.http.RetryingHttpClient", execute.and(takesArguments(2)), advice),
        new Seam("okhttp3.OkHttpClient", isConstructor().and(takesArguments(1)), advice));
  }
}
