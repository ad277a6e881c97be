package io.opentelemetry.javaagent.costspan.tap.stainless;

import static net.bytebuddy.matcher.ElementMatchers.named;

import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;

/** Advice on the methods of one class, by their names and number of arguments. */
public final class SeamInstrumentation implements TypeInstrumentation {

  private final String className;
  private final ElementMatcher<? super MethodDescription> methods;
  private final String adviceName;

  /**
   * @param adviceName the advice's class name: as text, so that it is not loaded here
   */
  public SeamInstrumentation(
      String className, ElementMatcher<? super MethodDescription> methods, String adviceName) {
    this.className = className;
    this.methods = methods;
    this.adviceName = adviceName;
  }

  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return named(className);
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(methods, adviceName);
  }
}
