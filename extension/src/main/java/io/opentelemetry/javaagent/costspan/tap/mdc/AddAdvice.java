package io.opentelemetry.javaagent.costspan.tap.mdc;

import java.util.Map;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** After entries were put beside others. */
public final class AddAdvice {

  private AddAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
  public static void exit(@Advice.Argument(0) @Nullable Map<?, ?> entries) {
    MdcTap.add(entries);
  }
}
