package io.opentelemetry.javaagent.costspan.call;

import io.opentelemetry.javaagent.costspan.usage.ResponseFacts;
import io.opentelemetry.javaagent.costspan.wire.ProviderHosts;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where requests go, read from an SDK's base URL. Immutable. */
final class Endpoint {

  /** An application talks to a handful of endpoints; past this many they are parsed each time. */
  private static final int MAX_REMEMBERED = 256;

  private static final Pattern LENIENT_AUTHORITY =
      Pattern.compile("(?:[^@]*@)?([A-Za-z0-9._-]+)(?::([0-9]{1,5}))?");

  private static final Endpoint UNKNOWN = new Endpoint(null, -1, null, null);
  private static final Map<String, Endpoint> REMEMBERED = new ConcurrentHashMap<>();

  private final @Nullable String host;
  private final int port;
  private final @Nullable String provider;
  private final @Nullable String region;

  private Endpoint(
      @Nullable String host, int port, @Nullable String provider, @Nullable String region) {
    this.host = host;
    this.port = port;
    this.provider = provider;
    this.region = region;
  }

  /** The endpoint of a base URL; unknown when there is none or it cannot be parsed. */
  static Endpoint of(@Nullable String baseUrl) {
    if (baseUrl == null) {
      return UNKNOWN;
    }
    Endpoint known = REMEMBERED.get(baseUrl);
    return known != null ? known : remember(baseUrl, parse(baseUrl));
  }

  @Nullable
  String host() {
    return host;
  }

  /** The port, the scheme's own one where the URL names none, or -1 when unknown. */
  int port() {
    return port;
  }

  /** Whether the host is a provider's that is known. */
  boolean isProviders() {
    return provider != null;
  }

  /** Value of {@code gen_ai.provider.name} that the host stands for, or the given one. */
  String providerOr(String other) {
    return provider != null ? provider : other;
  }

  /**
   * What a response from here said, with what only its sender tells: the region that the host
   * promises to serve from, and that a provider who runs vLLM is no local server.
   */
  ResponseFacts placed(ResponseFacts facts) {
    ResponseFacts known = provider == null ? facts : facts.fromKnownProvider();
    return region == null ? known : known.under(known.terms().servedIn(region));
  }

  static int remembered() {
    return REMEMBERED.size();
  }

  private static Endpoint remember(String baseUrl, Endpoint endpoint) {
    if (REMEMBERED.size() < MAX_REMEMBERED) {
      REMEMBERED.put(baseUrl, endpoint);
    }
    return endpoint;
  }

  private static Endpoint parse(String baseUrl) {
    URI uri;
    try {
      uri = URI.create(baseUrl);
    } catch (IllegalArgumentException notAUrl) {
      return UNKNOWN;
    }
    String host = uri.getHost();
    int port = uri.getPort();
    if (host == null) { // a name that Java takes for no host name: Docker's often have a "_"
      String authority = uri.getRawAuthority();
      Matcher parts = LENIENT_AUTHORITY.matcher(authority == null ? "" : authority);
      if (!parts.matches()) {
        return UNKNOWN;
      }
      host = parts.group(1);
      port = parts.group(2) == null ? -1 : Integer.parseInt(parts.group(2));
    }
    return new Endpoint(
        host,
        port >= 0 ? port : defaultPort(uri.getScheme()),
        ProviderHosts.providerOf(host, port),
        ProviderHosts.regionOf(host));
  }

  private static int defaultPort(@Nullable String scheme) {
    if ("https".equalsIgnoreCase(scheme)) {
      return 443;
    }
    return "http".equalsIgnoreCase(scheme) ? 80 : -1;
  }
}
