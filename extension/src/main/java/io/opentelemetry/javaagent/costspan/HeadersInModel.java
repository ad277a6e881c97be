package io.opentelemetry.javaagent.costspan;

import com.google.auto.service.AutoService;
import io.opentelemetry.javaagent.costspan.config.AgentRelease;
import io.opentelemetry.sdk.autoconfigure.declarativeconfig.DeclarativeConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.declarativeconfig.DeclarativeConfigurationCustomizerProvider;
import java.lang.reflect.Method;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Looks at the headers of what is received, where the agent is configured by a declarative file:
 * adds our propagator to those of the file. Loaded in that mode only.
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
      Object propagators = ModelParts.get(model, "getPropagator");
      Method setter = ModelParts.setter(model, "Propagator");
      if (propagators == null) {
        propagators = setter.getParameterTypes()[0].getDeclaredConstructor().newInstance();
        setter.invoke(model, propagators);
      }
      Object list = ModelParts.get(propagators, "getCompositeList");
      ModelParts.setter(propagators, "CompositeList")
          .invoke(propagators, (list == null ? "" : list + ",") + HeadersByFile.NAME);
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      logger.log(
          Level.WARNING,
          "Costspan cannot see the headers of requests and messages. Add costspan to propagator:"
              + " composite_list",
          e);
    }
  }
}
