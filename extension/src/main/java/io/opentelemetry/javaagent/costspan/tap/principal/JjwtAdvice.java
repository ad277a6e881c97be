package io.opentelemetry.javaagent.costspan.tap.principal;

import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** After a token was read, and verified if it is signed. */
public final class JjwtAdvice {

  private JjwtAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
  public static void exit(@Advice.Return @Nullable Object token) {
    JjwtClaims.read(token);
  }
}
