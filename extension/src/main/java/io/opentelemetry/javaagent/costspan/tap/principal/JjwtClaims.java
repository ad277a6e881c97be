package io.opentelemetry.javaagent.costspan.tap.principal;

import io.jsonwebtoken.Jws;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a token of JJWT's says. */
final class JjwtClaims {

  private JjwtClaims() {}

  /** Of those that are signed: unsigned ones are read as well, and refused by the caller. */
  static void read(@Nullable Object token) {
    Object body = token instanceof Jws ? ((Jws<?>) token).getBody() : null;
    if (body instanceof Map) {
      TokenTap.accepted(((Map<?, ?>) body)::get);
    }
  }
}
