package io.costspan.smoke.secured;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/** Two people, each with a browser that keeps cookies. Which of them asks, the call's number says. */
final class Visitors {
  private static final long PASSWORD = 100_000;
  private static final long TOKEN = 200_000;
  private static final long OPEN = 300_000;
  private static final long AS_SYSTEM = 400_000;

  private final ExecutorService threads = Executors.newFixedThreadPool(2);
  private final List<HttpClient> browsers = List.of(browser(), browser());
  private final String site;

  Visitors(String site) {
    this.site = site;
  }

  void visit(int count) throws Exception {
    // With the password once; from then on the session knows them.
    password(PASSWORD, true);
    password(PASSWORD + 1, true);
    all(PASSWORD + 2, count, number -> password(number, false));
    all(TOKEN, count, number -> token("/token/", number));
    all(AS_SYSTEM, 2, number -> token("/token/as-system/", number));
    all(OPEN, 2, number -> ask("/open/" + number, "None"));
    threads.shutdown();
  }

  private void password(long number, boolean told) throws Exception {
    String user = "user-" + number % 2 + ":hunter2";
    String basic = Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
    ask("/password/" + number, told ? "Basic " + basic : "None");
  }

  private void token(String page, long number) throws Exception {
    JWTClaimsSet claims = new JWTClaimsSet.Builder()
        .subject("user-" + number % 2)
        .claim("org", Map.of("tenant", List.of("tenant-" + number % 2, "another")))
        .claim("secret", "hunter2")
        .build();
    SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
    token.sign(new MACSigner(Security.KEY));
    ask(page + number, "Bearer " + token.serialize());
  }

  private void ask(String path, String authorization) throws Exception {
    int last = path.charAt(path.length() - 1) - '0';
    HttpRequest request = HttpRequest.newBuilder(URI.create(site + path))
        .header("Authorization", authorization)
        .build();
    int status = browsers
        .get(last % 2)
        .send(request, HttpResponse.BodyHandlers.discarding())
        .statusCode();
    if (status != 200) {
      throw new IllegalStateException(path + ": " + status);
    }
  }

  private void all(long from, int count, Visit visit) throws Exception {
    List<Future<Void>> visits = LongStream.range(from, from + count)
        .mapToObj(number -> threads.submit(() -> {
          visit.by(number);
          return (Void) null;
        }))
        .toList();
    for (Future<Void> done : visits) {
      done.get();
    }
  }

  private static HttpClient browser() {
    return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  }

  /** One request. */
  private interface Visit {
    void by(long number) throws Exception;
  }
}
