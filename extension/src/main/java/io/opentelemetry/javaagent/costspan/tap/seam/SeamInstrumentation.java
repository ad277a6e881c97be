package io.opentelemetry.javaagent.costspan.tap.seam;

import static net.bytebuddy.matcher.ElementMatchers.named;

import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;

/**
 * Advice on some methods of the classes that are an SDK's seam. Advice that goes into the same classes
 * is told to one of these: the agent holds each against every class that the JVM loads.
 */
public final class SeamInstrumentation implements TypeInstrumentation {

  private final ElementMatcher<TypeDescription> classes;
  private final List<Advised> advised = new ArrayList<>();

  /**
   * @param adviceName the advice's class name: as text, so that it is not loaded here
   */
  public SeamInstrumentation(
      String className, ElementMatcher<? super MethodDescription> methods, String adviceName) {
    this(named(className), methods, adviceName);
  }

  /** The same for all classes that fit. */
  public SeamInstrumentation(
      ElementMatcher<TypeDescription> classes,
      ElementMatcher<? super MethodDescription> methods,
      String adviceName) {
    this.classes = classes;
    advised.add(new Advised(methods, adviceName));
  }

  /** The same with other advice on other methods. Changes and returns this one. */
  public SeamInstrumentation and(
      ElementMatcher<? super MethodDescription> methods, String adviceName) {
    advised.add(new Advised(methods, adviceName));
    return this;
  }

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return classes;
  }

  @Override
  public void transform(TypeTransformer transformer) {
    for (Advised each : advised) {
      transformer.applyAdviceToMethod(each.methods, each.adviceName);
    }
  }

  private static final class Advised {
    final ElementMatcher<? super MethodDescription> methods;
    final String adviceName;

    Advised(ElementMatcher<? super MethodDescription> methods, String adviceName) {
      this.methods = methods;
      this.adviceName = adviceName;
    }
  }
}
