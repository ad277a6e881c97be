package io.opentelemetry.javaagent.costspan.tap.principal;

import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;

/** After the thread was told for whom it acts. */
public final class ActAdvice {

  private ActAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
  public static void exit(@Advice.Argument(0) @Nullable SecurityContext context) {
    SpringTap.acts(context);
  }
}
