package io.opentelemetry.javaagent.costspan.tap.principal;

import com.nimbusds.jwt.JWTClaimsSet;
import org.jspecify.annotations.Nullable;

/** What a token of Nimbus' says. */
final class NimbusClaims {

  private NimbusClaims() {}

  static void accepted(@Nullable JWTClaimsSet claims) {
    if (claims != null) {
      TokenTap.accepted(claims::getClaim);
    }
  }
}
