package io.opentelemetry.javaagent.costspan.tap.mdc;

import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** After an entry was put: what it is now. */
public final class PutAdvice {

  private PutAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
  public static void exit(
      @Advice.Argument(0) @Nullable String key, @Advice.Argument(1) @Nullable String value) {
    MdcTap.put(key, value);
  }
}
