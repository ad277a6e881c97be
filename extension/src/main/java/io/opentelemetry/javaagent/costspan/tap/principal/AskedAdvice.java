package io.opentelemetry.javaagent.costspan.tap.principal;

import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** After the application has asked a request for its user. */
public final class AskedAdvice {

  private AskedAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
  public static void exit(@Advice.Return @Nullable Object principal) {
    LoginTap.loggedIn(principal);
  }
}
