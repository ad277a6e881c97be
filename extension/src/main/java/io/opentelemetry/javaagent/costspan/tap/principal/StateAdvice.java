package io.opentelemetry.javaagent.costspan.tap.principal;

import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** The same where the first argument is the request. */
public final class StateAdvice {

  private StateAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
  public static void exit(@Advice.Argument(1) @Nullable Object login) {
    LoginTap.loggedIn(login);
  }
}
