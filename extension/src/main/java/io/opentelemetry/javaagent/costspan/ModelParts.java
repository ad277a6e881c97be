package io.opentelemetry.javaagent.costspan;

import io.opentelemetry.javaagent.costspan.config.AgentRelease;
import io.opentelemetry.sdk.autoconfigure.declarativeconfig.DeclarativeConfigurationCustomizer;
import java.lang.reflect.Method;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The model of a declarative configuration, and its parts. By reflection, because the setters are {@code
 * with…} up to agent 2.31.1 and {@code set…} in 2.33.1.
 */
final class ModelParts {

  private static final Logger logger = Logger.getLogger(ModelParts.class.getName());

  private ModelParts() {}

  /** Changes a model. */
  interface Change {
    void apply(Object model) throws ReflectiveOperationException;
  }

  /**
   * Has the model changed before it is read, where the agent is one that we run under.
   *
   * @param failed what does not work when the change fails, and what the operator can do instead
   */
  static void change(DeclarativeConfigurationCustomizer customizer, Change change, String failed) {
    if (AgentRelease.running().isSupported()) {
      customizer.addModelCustomizer(model -> {
        apply(change, model, failed);
        return model;
      });
    }
  }

  private static void apply(Change change, Object model, String failed) {
    try {
      change.apply(model);
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      logger.log(Level.WARNING, failed, e);
    }
  }

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
