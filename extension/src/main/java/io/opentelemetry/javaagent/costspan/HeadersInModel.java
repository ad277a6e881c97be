package io.opentelemetry.javaagent.costspan;

import com.google.auto.service.AutoService;
import io.opentelemetry.javaagent.costspan.config.AgentRelease;
import io.opentelemetry.sdk.autoconfigure.declarativeconfig.DeclarativeConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.declarativeconfig.DeclarativeConfigurationCustomizerProvider;
import java.lang.reflect.Method;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the headers of what is received, where the agent is configured by a declarative file:
 * adds our propagator to those of the file. By reflection, because the model's setters are {@code
 * with…} up to agent 2.31.1 and {@code set…} in 2.33.1. Loaded in that mode only.
 */
@AutoService(DeclarativeConfigurationCustomizerProvider.class)
public final class HeadersInModel implements DeclarativeConfigurationCustomizerProvider {

  private static final Logger logger = Logger.getLogger(HeadersInModel.class.getName());

  @Override
  public void customize(DeclarativeConfigurationCustomizer customizer) {
    if (AgentRelease.running().isSupported()) {
      customizer.addModelCustomizer(model -> {
        add(model);
        return model;
      });
    }
  }

  static void add(Object model) {
    try {
      Object propagators = get(model, "getPropagator");
      Method setter = setter(model, "Propagator");
      if (propagators == null) {
        propagators = setter.getParameterTypes()[0].getDeclaredConstructor().newInstance();
        setter.invoke(model, propagators);
      }
      Object list = get(propagators, "getCompositeList");
      setter(propagators, "CompositeList")
          .invoke(propagators, (list == null ? "" : list + ",") + HeadersByFile.NAME);
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      logger.log(
          Level.WARNING,
          "Costspan cannot see the headers of requests and messages. Add costspan to propagator:"
              + " composite_list",
          e);
    }
  }

  private static @Nullable Object get(Object model, String getter)
      throws ReflectiveOperationException {
    return model.getClass().getMethod(getter).invoke(model);
  }

  private static Method setter(Object model, String property) throws NoSuchMethodException {
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
