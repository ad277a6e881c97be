package io.opentelemetry.javaagent.costspan.tap.mdc;

import java.util.Map;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** After all entries were replaced. */
public final class ReplaceAdvice {

  private ReplaceAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
  public static void exit(@Advice.Argument(0) @Nullable Map<?, ?> entries) {
    MdcTap.replace(entries);
  }
}
