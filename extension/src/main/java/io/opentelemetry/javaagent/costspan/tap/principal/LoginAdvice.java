package io.opentelemetry.javaagent.costspan.tap.principal;

import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** After a container has logged somebody in. */
public final class LoginAdvice {

  private LoginAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
  public static void exit(@Advice.Argument(0) @Nullable Object login) {
    LoginTap.loggedIn(login);
  }
}
