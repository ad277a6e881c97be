package io.opentelemetry.javaagent.costspan.tap.azure;

import com.azure.core.util.tracing.Tracer;
import io.opentelemetry.javaagent.costspan.call.NativeTelemetry;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Hands the SDK a tracer that is off. Names the tap, so that where the tap does not fit the SDK keeps
 * its own spans.
 */
public final class AzureNativeAdvice {

  private AzureNativeAdvice() {}

  /** Null leaves the tracer that was given. */
  @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
  @Advice.AssignReturned.ToArguments(@Advice.AssignReturned.ToArguments.ToArgument(2))
  public static @Nullable Tracer enter() {
    return NativeTelemetry.isSuppressed() && AzureTap.isLoaded() ? SilentTracer.INSTANCE : null;
  }
}
