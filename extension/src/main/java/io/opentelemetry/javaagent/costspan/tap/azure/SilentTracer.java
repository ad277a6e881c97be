package io.opentelemetry.javaagent.costspan.tap.azure;

import com.azure.core.util.Context;
import com.azure.core.util.tracing.Tracer;
import org.jspecify.annotations.Nullable;

/** A tracer that is off: whoever asks it first sends its calls untraced. */
final class SilentTracer implements Tracer {

  static final Tracer INSTANCE = new SilentTracer();

  private SilentTracer() {}

  @Override
  public boolean isEnabled() {
    return false;
  }

  @Override
  public Context start(String methodName, Context context) {
    return context;
  }

  @Override
  public void end(@Nullable String errorMessage, @Nullable Throwable failure, Context context) {}

  @Override
  public void setAttribute(String key, String value, Context context) {}
}
