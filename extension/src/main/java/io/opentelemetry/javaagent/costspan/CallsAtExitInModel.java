package io.opentelemetry.javaagent.costspan;

import com.google.auto.service.AutoService;
import io.opentelemetry.sdk.autoconfigure.declarativeconfig.DeclarativeConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.declarativeconfig.DeclarativeConfigurationCustomizerProvider;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Lets no call be lost at the end of the process, where the agent is configured by a declarative
 * file: puts our processor before those of the file. Loaded in that mode only.
 */
@AutoService(DeclarativeConfigurationCustomizerProvider.class)
public final class CallsAtExitInModel implements DeclarativeConfigurationCustomizerProvider {

  @Override
  public void customize(DeclarativeConfigurationCustomizer customizer) {
    ModelParts.change(
        customizer,
        CallsAtExitInModel::add,
        "Costspan cannot see the process end: calls under way then are not told. Add costspan as"
            + " the first of tracer_provider: processors");
  }

  private static void add(Object model) throws ReflectiveOperationException {
    Object tracers = ModelParts.get(model, "getTracerProvider");
    if (tracers != null) {
      addFirst(tracers);
    }
  }

  private static void addFirst(Object tracers) throws ReflectiveOperationException {
    Object written = ModelParts.get(tracers, "getProcessors");
    if (written instanceof List && !((List<?>) written).isEmpty()) {
      List<Object> processors = new ArrayList<>((List<?>) written);
      processors.add(0, ours(processors.get(0).getClass()));
      ModelParts.setter(tracers, "Processors").invoke(tracers, processors);
    }
  }

  /** Properties have a type of their own up to agent 2.31.1, and none in 2.33.1. */
  private static Object ours(Class<?> type) throws ReflectiveOperationException {
    Object processor = type.getDeclaredConstructor().newInstance();
    Method setter = propertySetter(type);
    Class<?> none = setter.getParameterTypes()[1];
    setter.invoke(
        processor,
        CallsAtExitByFile.NAME,
        none == Object.class
            ? Collections.emptyMap()
            : none.getDeclaredConstructor().newInstance());
    return processor;
  }

  private static Method propertySetter(Class<?> type) throws NoSuchMethodException {
    for (Method method : type.getMethods()) {
      boolean named = method.getName().equals("withAdditionalProperty")
          || method.getName().equals("setExtensionProperty");
      if (named && method.getParameterCount() == 2) {
        return method;
      }
    }
    throw new NoSuchMethodException("a setter of properties in " + type);
  }
}
