package io.opentelemetry.javaagent.costspan;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.resources.Resource;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of the process's resource. By reflection, because the SDK shows them to nobody who
 * has no span: through what every tracer shares, in both configuration modes. Looked at only where
 * a setting asks for it.
 */
final class ProcessResource implements UnaryOperator<@Nullable String> {

  private static final Logger logger = Logger.getLogger(ProcessResource.class.getName());

  private final AutoConfiguredOpenTelemetrySdk sdk;

  ProcessResource(AutoConfiguredOpenTelemetrySdk sdk) {
    this.sdk = sdk;
  }

  @Override
  public @Nullable String apply(@Nullable String attribute) {
    if (attribute == null) {
      return null;
    }
    try {
      return resource().getAttribute(AttributeKey.stringKey(attribute));
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      logger.log(
          Level.WARNING,
          "Costspan cannot read the resource of this agent: resource:" + attribute
              + " tells nothing",
          e);
      return null;
    }
  }

  private Resource resource() throws ReflectiveOperationException {
    Object tracers = sdk.getOpenTelemetrySdk().getSdkTracerProvider();
    Field field = tracers.getClass().getDeclaredField("sharedState");
    field.setAccessible(true);
    Object shared = field.get(tracers);
    Method method = shared.getClass().getDeclaredMethod("getResource");
    method.setAccessible(true);
    return (Resource) method.invoke(shared);
  }
}
