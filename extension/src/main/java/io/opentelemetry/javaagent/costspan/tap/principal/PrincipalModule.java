package io.opentelemetry.javaagent.costspan.tap.principal;

import static java.util.Arrays.asList;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import com.google.auto.service.AutoService;
import io.opentelemetry.javaagent.costspan.config.CostspanSettings;
import io.opentelemetry.javaagent.costspan.tap.seam.NamedModule;
import io.opentelemetry.javaagent.costspan.tap.seam.SeamInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.InstrumentationModule;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import java.util.List;

/**
 * Sees whom Spring Security has authenticated: when the application says for whom it acts from now
 * on, and when anybody asks, as the authorisation of a request with a session does.
 */
@AutoService(InstrumentationModule.class)
public final class PrincipalModule extends NamedModule {

  private static final String HERE = "io.opentelemetry.javaagent.costspan.tap.principal.";
  private static final String SPRING = "org.springframework.security.core.context.";
  private static final String CONTEXT = SPRING + "SecurityContextImpl";

  public PrincipalModule() {
    super("costspan-principal", "costspan");
  }

  @Override
  protected boolean isNamed() {
    return CostspanSettings.ofAgent().installs("principal");
  }

  @Override
  protected List<TypeInstrumentation> seams() {
    return asList(
        new SeamInstrumentation(
                CONTEXT, named("setAuthentication").and(takesArguments(1)), HERE + "SetAdvice")
            .and(named("getAuthentication").and(takesArguments(0)), HERE + "GetAdvice"),
        new SeamInstrumentation(
                namedOneOf(
                    SPRING + "ThreadLocalSecurityContextHolderStrategy",
                    SPRING + "InheritableThreadLocalSecurityContextHolderStrategy"),
                named("setContext").and(takesArguments(1)),
                HERE + "ActAdvice")
            .and(named("clearContext").and(takesArguments(0)), HERE + "ClearAdvice"));
  }
}
