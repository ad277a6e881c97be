package io.opentelemetry.javaagent.costspan.tap.mdc;

import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** After some entries were removed. */
public final class RemoveAllAdvice {

  private RemoveAllAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
  public static void exit(@Advice.Argument(0) @Nullable Iterable<?> keys) {
    MdcTap.removeAll(keys);
  }
}
