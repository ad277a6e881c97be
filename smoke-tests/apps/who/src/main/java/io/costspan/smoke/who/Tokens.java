package io.costspan.smoke.who;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.source.ImmutableSecret;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Keys;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Makes tokens, and accepts them by each of three libraries. */
final class Tokens {
  static final byte[] KEY = "a key that is long enough for HS256".getBytes(StandardCharsets.UTF_8);
  static final byte[] OTHER =
      "some other key, long enough as well".getBytes(StandardCharsets.UTF_8);

  private Tokens() {}

  static String of(String user, String tenant, byte[] key) throws Exception {
    JWTClaimsSet claims = new JWTClaimsSet.Builder()
        .subject(user)
        .claim("org", Map.of("tenant", tenant))
        .claim("secret", "hunter2")
        .build();
    SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
    token.sign(new MACSigner(key));
    return token.serialize();
  }

  /** Throws when it is not signed with the key. */
  static void accept(String library, String token) throws Exception {
    switch (library) {
      case "nimbus" -> nimbus().process(token, null);
      case "auth0" -> JWT.require(Algorithm.HMAC256(KEY)).build().verify(token);
      case "jjwt" ->
        Jwts.parser().verifyWith(Keys.hmacShaKeyFor(KEY)).build().parseSignedClaims(token);
      default -> throw new IllegalArgumentException(library);
    }
  }

  private static DefaultJWTProcessor<SecurityContext> nimbus() {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(JWSAlgorithm.HS256, new ImmutableSecret<>(KEY)));
    return processor;
  }
}
