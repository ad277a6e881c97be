package io.opentelemetry.javaagent.costspan;

import com.google.auto.service.AutoService;
import io.opentelemetry.sdk.autoconfigure.declarativeconfig.DeclarativeConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.declarativeconfig.DeclarativeConfigurationCustomizerProvider;
import java.lang.reflect.Method;

/**
 * Looks at the headers of what is received, where the agent is configured by a declarative file:
 * adds our propagator to those of the file. Loaded in that mode only.
 */
@AutoService(DeclarativeConfigurationCustomizerProvider.class)
public final class HeadersInModel implements DeclarativeConfigurationCustomizerProvider {

  @Override
  public void customize(DeclarativeConfigurationCustomizer customizer) {
    ModelParts.change(
        customizer,
        HeadersInModel::add,
        "Costspan cannot see the headers of requests and messages. Add costspan to propagator:"
            + " composite_list");
  }

  private static void add(Object model) throws ReflectiveOperationException {
    Object propagators = ModelParts.get(model, "getPropagator");
    Method setter = ModelParts.setter(model, "Propagator");
    if (propagators == null) {
      propagators = setter.getParameterTypes()[0].getDeclaredConstructor().newInstance();
      setter.invoke(model, propagators);
    }
    Object list = ModelParts.get(propagators, "getCompositeList");
    ModelParts.setter(propagators, "CompositeList")
        .invoke(propagators, (list == null ? "" : list + ",") + HeadersByFile.NAME);
  }
}
