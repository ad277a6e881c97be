package io.opentelemetry.javaagent.costspan.tap.principal;

import com.auth0.jwt.interfaces.Claim;
import com.auth0.jwt.interfaces.DecodedJWT;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a token of Auth0's says, each claim as what it is. */
final class Auth0Claims {

  private Auth0Claims() {}

  static Function<String, @Nullable Object> of(DecodedJWT token) {
    return name -> value(token.getClaim(name));
  }

  private static @Nullable Object value(@Nullable Claim claim) {
    if (claim == null || claim.isNull()) {
      return null;
    }
    String text = claim.asString();
    if (text != null) {
      return text;
    }
    Long whole = claim.asLong();
    Double number = claim.asDouble();
    if (whole != null && number != null) {
      return whole.doubleValue() == number ? (Number) whole : number;
    }
    List<Object> list = claim.asList(Object.class);
    return list != null ? list : claim.asMap();
  }
}
