package io.opentelemetry.javaagent.costspan.tap.principal;

import com.nimbusds.jwt.JWTClaimsSet;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** After a token was verified; not after it was refused. */
public final class NimbusAdvice {

  private NimbusAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
  public static void exit(@Advice.Return @Nullable JWTClaimsSet claims) {
    NimbusClaims.accepted(claims);
  }
}
