package io.opentelemetry.javaagent.costspan;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a declarative configuration's model. By reflection, because the setters are {@code
 * with…} up to agent 2.31.1 and {@code set…} in 2.33.1.
 */
final class ModelParts {

  private ModelParts() {}

  static @Nullable Object get(Object model, String getter) throws ReflectiveOperationException {
    return model.getClass().getMethod(getter).invoke(model);
  }

  static Method setter(Object model, String property) throws NoSuchMethodException {
    for (Method method : model.getClass().getMethods()) {
      boolean named =
          method.getName().equals("set" + property) || method.getName().equals("with" + property);
      if (named && method.getParameterCount() == 1) {
        return method;
      }
    }
    throw new NoSuchMethodException(property);
  }
}
