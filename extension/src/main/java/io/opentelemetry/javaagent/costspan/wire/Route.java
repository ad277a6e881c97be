package io.opentelemetry.javaagent.costspan.wire;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Requests whose path ends in one way, and the format that they speak. Immutable. */
final class Route {

  /** Whose requests are taken for calls, beside those of LLM SDKs. */
  private enum Scope {
    /** Anybody's: no other API has such a path. */
    ANYWHERE,
    /** Those to a host that is known, or that a setting names. */
    KNOWN,
    /** Those too, and any that has a certain header. */
    SIGNED
  }

  private final String pattern;
  private final @Nullable Supplier<WireFormat> format;
  private final Scope scope;
  private final @Nullable String signature;

  private Route(
      String pattern,
      @Nullable Supplier<WireFormat> format,
      Scope scope,
      @Nullable String signature) {
    this.pattern = pattern;
    this.format = format;
    this.scope = scope;
    this.signature = signature;
  }

  /**
   * A route that is taken on any host.
   *
   * @param pattern the last segments of a path; {@code *} stands for at least one character of a
   *     segment
   * @param format asked for when the first such request comes, so that only what is spoken is loaded
   */
  static Route anywhere(String pattern, Supplier<WireFormat> format) {
    return new Route(pattern, format, Scope.ANYWHERE, null);
  }

  /** A route that a general client's request takes only to a host that is known. */
  static Route known(String pattern, Supplier<WireFormat> format) {
    return new Route(pattern, format, Scope.KNOWN, null);
  }

  /** A route that a general client's request takes to a known host, or with a header. */
  static Route signed(String pattern, String header, Supplier<WireFormat> format) {
    return new Route(pattern, format, Scope.SIGNED, header);
  }

  /** A path that would take a later route and asks no model. */
  static Route noCall(String pattern) {
    return new Route(pattern, null, Scope.ANYWHERE, null);
  }

  String pattern() {
    return pattern;
  }

  /** The last character of every path that takes this route. */
  char last() {
    return pattern.charAt(pattern.length() - 1);
  }

  /** Null when the request is no call. */
  @Nullable
  WireFormat format() {
    return format == null ? null : format.get();
  }

  boolean isCall() {
    return format != null;
  }

  /** Whether a general client's request counts, by its path alone. */
  boolean isOpenToAll() {
    return scope == Scope.ANYWHERE;
  }

  /** The header by which a request counts, to whatever host; null when there is none. */
  @Nullable
  String signature() {
    return signature;
  }

  /**
   * Whether a general client's request counts.
   *
   * @param isKnownHost whether the host is a provider's
   * @param header the first value of a request header by its name, null when there is none
   */
  boolean counts(boolean isKnownHost, UnaryOperator<@Nullable String> header) {
    return isKnownHost || isOpenToAll() || (signature != null && header.apply(signature) != null);
  }

  /** The same, before anything else of the request is looked at. Allocates nothing. */
  boolean mayCount(String url) {
    return isOpenToAll() || signature != null || ProviderHosts.isKnown(url);
  }

  /**
   * The same of a URL in parts.
   *
   * @param port -1 when the URL names none
   */
  boolean mayCount(String host, int port) {
    return isOpenToAll() || signature != null || ProviderHosts.providerOf(host, port) != null;
  }

  /** Whether a path, or a URL up to its query, ends like this. Allocates nothing. */
  boolean matches(String path, int end) {
    return matches(path, end, pattern.length());
  }

  /** From the end: that is where the paths differ. */
  private boolean matches(String path, int end, int patternEnd) {
    int at = end;
    for (int p = patternEnd - 1; p >= 0; p--) {
      if (pattern.charAt(p) == '*') {
        return matchesAnyOf(path, at, p);
      }
      if (at == 0 || path.charAt(--at) != pattern.charAt(p)) {
        return false;
      }
    }
    return at == 0 || path.charAt(at - 1) == '/';
  }

  /** Whether the pattern fits up to the star, for any length of what the star stands for. */
  private boolean matchesAnyOf(String path, int end, int star) {
    for (int at = end - 1; at >= 0 && path.charAt(at) != '/'; at--) {
      if (matches(path, at, star)) {
        return true;
      }
    }
    return false;
  }
}
