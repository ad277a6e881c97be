package io.opentelemetry.javaagent.costspan.tap.principal;

import io.opentelemetry.javaagent.costspan.tap.seam.Accessor;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the token of a principal says: of Spring's {@code Jwt}, of an OIDC user, of whatever was looked
 * up for an opaque token. Their types are in modules that not every application has.
 */
final class SpringClaims {

  private static final String OAUTH2 = "org.springframework.security.oauth2.core.";

  private static final ClassValue<Accessor> ALL = new ClassValue<Accessor>() {
    @Override
    protected Accessor computeValue(Class<?> principal) {
      Class<?> token = find(principal, OAUTH2 + "ClaimAccessor");
      Class<?> user = find(principal, OAUTH2 + "OAuth2AuthenticatedPrincipal");
      return token != null ? Accessor.of(token, "getClaims") : Accessor.of(user, "getAttributes");
    }
  };

  private SpringClaims() {}

  /** Looks up a claim; finds none when the principal came without a token. */
  static Function<String, @Nullable Object> of(@Nullable Object principal) {
    // A class of the JDK would keep what it was asked for, and with it a web application's loader.
    if (principal == null || principal.getClass().getClassLoader() == null) {
      return name -> null;
    }
    Object all = ALL.get(principal.getClass()).read(principal);
    return all instanceof Map ? ((Map<?, ?>) all)::get : name -> null;
  }

  private static @Nullable Class<?> find(@Nullable Class<?> type, String name) {
    if (type == null || type.getName().equals(name)) {
      return type;
    }
    for (Class<?> parent : type.getInterfaces()) {
      Class<?> found = find(parent, name);
      if (found != null) {
        return found;
      }
    }
    return find(type.getSuperclass(), name);
  }
}
