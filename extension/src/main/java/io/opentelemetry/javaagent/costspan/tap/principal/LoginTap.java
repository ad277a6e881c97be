package io.opentelemetry.javaagent.costspan.tap.principal;

import io.opentelemetry.javaagent.costspan.attribution.Seen;
import io.opentelemetry.javaagent.costspan.call.LlmCalls;
import io.opentelemetry.javaagent.costspan.tap.seam.Accessor;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/** Passes on whom a container knows. Never throws. */
final class LoginTap {

  /** Jetty's login has an identity, which has the principal, as has Undertow's account. */
  private static final ClassValue<Accessor> IDENTITY = accessors("getUserIdentity");

  private static final ClassValue<Accessor> USER = accessors("getUserPrincipal");
  private static final ClassValue<Accessor> ACCOUNT = accessors("getPrincipal");

  private LoginTap() {}

  /** Counts for a request for which nobody is known yet. */
  static void loggedIn(@Nullable Object login) {
    try {
      Principal principal = login == null || !Seen.lacksLogin() ? null : principalOf(login);
      if (principal != null) {
        Seen.principal(principal.getName());
      }
    } catch (Throwable t) {
      LlmCalls.failed("principal", t);
    }
  }

  private static @Nullable Principal principalOf(Object login) {
    if (login instanceof Principal) {
      return (Principal) login;
    }
    Object identity = IDENTITY.get(login.getClass()).read(login);
    Object principal = identity == null
        ? ACCOUNT.get(login.getClass()).read(login)
        : USER.get(identity.getClass()).read(identity);
    return principal instanceof Principal ? (Principal) principal : null;
  }

  private static ClassValue<Accessor> accessors(String method) {
    return new ClassValue<Accessor>() {
      @Override
      protected Accessor computeValue(Class<?> owner) {
        return Accessor.of(owner, method);
      }
    };
  }
}
