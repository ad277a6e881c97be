package io.opentelemetry.javaagent.costspan.tap.mdc;

import static java.util.Arrays.asList;
import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import com.google.auto.service.AutoService;
import io.opentelemetry.javaagent.costspan.config.CostspanSettings;
import io.opentelemetry.javaagent.costspan.tap.seam.NamedModule;
import io.opentelemetry.javaagent.costspan.tap.seam.SeamInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.InstrumentationModule;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import java.util.List;
import java.util.Map;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.matcher.ElementMatcher;

/**
 * Sees what is put into SLF4J's MDC, whatever logs behind it, and into Log4j's thread context. Names no
 * class of theirs, so that it fits every version.
 */
@AutoService(InstrumentationModule.class)
public final class MdcModule extends NamedModule {

  private static final String HERE = "io.opentelemetry.javaagent.costspan.tap.mdc.";
  private static final String SLF4J = "org.slf4j.MDC";
  private static final String LOG4J = "org.apache.logging.log4j.ThreadContext";

  public MdcModule() {
    super("costspan-mdc", "costspan");
  }

  @Override
  protected boolean isNamed() {
    return CostspanSettings.ofAgent().installs("mdc");
  }

  @Override
  protected List<TypeInstrumentation> seams() {
    return asList(
        on(SLF4J, named("put").and(takesArguments(String.class, String.class)), "PutAdvice"),
        on(SLF4J, named("remove").and(takesArguments(String.class)), "RemoveAdvice"),
        on(SLF4J, named("setContextMap").and(takesMap()), "ReplaceAdvice"),
        on(SLF4J, named("clear").and(takesArguments(0)), "ClearAdvice"),
        on(LOG4J, named("put").and(takesArguments(String.class, String.class)), "PutAdvice"),
        on(LOG4J, named("putAll").and(takesMap()), "AddAdvice"),
        on(LOG4J, named("remove").and(takesArguments(String.class)), "RemoveAdvice"),
        on(LOG4J, named("removeAll").and(takesArguments(Iterable.class)), "RemoveAllAdvice"),
        on(LOG4J, named("clearMap").and(takesArguments(0)), "ClearAdvice"));
  }

  private static ElementMatcher.Junction<MethodDescription> takesMap() {
    return takesArguments(1).and(takesArgument(0, Map.class));
  }

  private static TypeInstrumentation on(
      String className, ElementMatcher.Junction<? super MethodDescription> methods, String advice) {
    return new SeamInstrumentation(className, methods.and(isPublic()), HERE + advice);
  }
}
