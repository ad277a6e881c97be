package io.opentelemetry.javaagent.costspan.tap.principal;

import com.auth0.jwt.interfaces.DecodedJWT;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** After a token was verified; not after it was refused. */
public final class Auth0Advice {

  private Auth0Advice() {}

  @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
  public static void exit(@Advice.Return @Nullable DecodedJWT token) {
    if (token != null) {
      TokenTap.accepted(Auth0Claims.of(token));
    }
  }
}
