package io.opentelemetry.javaagent.costspan.tap.principal;

import io.opentelemetry.javaagent.costspan.attribution.Seen;
import io.opentelemetry.javaagent.costspan.call.LlmCalls;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;

/** Passes on whom Spring Security knows. Never throws. */
final class SpringTap {

  private static final String SITE = "principal";

  private SpringTap() {}

  /** Counts for a request for which nobody is known yet: it may be another context than its own. */
  static void found(@Nullable Authentication authentication) {
    try {
      if (authentication != null && Seen.lacksPrincipal()) {
        tell(authentication);
      }
    } catch (Throwable t) {
      LlmCalls.failed(SITE, t);
    }
  }

  static void acts(@Nullable SecurityContext context) {
    try {
      // Other contexts may have to look it up.
      Authentication authentication =
          context instanceof SecurityContextImpl ? context.getAuthentication() : null;
      if (authentication != null) {
        tell(authentication);
      }
    } catch (Throwable t) {
      LlmCalls.failed(SITE, t);
    }
  }

  static void ends() {
    try {
      Seen.principalLeft();
    } catch (Throwable t) {
      LlmCalls.failed(SITE, t);
    }
  }

  private static void tell(Authentication authentication) {
    if (authentication.isAuthenticated()
        && !(authentication instanceof AnonymousAuthenticationToken)) {
      Seen.principal(authentication.getName());
      Seen.claims(SpringClaims.of(authentication.getPrincipal()));
    }
  }
}
