package io.opentelemetry.javaagent.costspan.tap.principal;

import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/** After somebody was authenticated. */
public final class SetAdvice {

  private SetAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
  public static void exit(@Advice.Argument(0) @Nullable Authentication authentication) {
    SpringTap.found(authentication);
  }
}
