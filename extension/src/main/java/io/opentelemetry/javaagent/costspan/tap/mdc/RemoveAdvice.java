package io.opentelemetry.javaagent.costspan.tap.mdc;

import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** After an entry was removed. */
public final class RemoveAdvice {

  private RemoveAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
  public static void exit(@Advice.Argument(0) @Nullable String key) {
    MdcTap.put(key, null);
  }
}
