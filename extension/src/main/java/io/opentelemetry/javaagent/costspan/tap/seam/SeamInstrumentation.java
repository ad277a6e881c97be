package io.opentelemetry.javaagent.costspan.tap.seam;

import static net.bytebuddy.matcher.ElementMatchers.named;

import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;

/** Advice on some methods of the classes that are an SDK's seam. */
public final class SeamInstrumentation implements TypeInstrumentation {

  private final ElementMatcher<TypeDescription> classes;
  private final ElementMatcher<? super MethodDescription> methods;
  private final String adviceName;

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
    this.methods = methods;
    this.adviceName = adviceName;
  }

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return classes;
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(methods, adviceName);
  }
}
