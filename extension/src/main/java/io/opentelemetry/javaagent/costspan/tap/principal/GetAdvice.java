package io.opentelemetry.javaagent.costspan.tap.principal;

import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/** After somebody asked who was authenticated. */
public final class GetAdvice {

  private GetAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
  public static void exit(@Advice.Return @Nullable Authentication authentication) {
    SpringTap.found(authentication);
  }
}
