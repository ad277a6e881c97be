package io.opentelemetry.javaagent.costspan.attribution;

import java.util.Collection;
import java.util.function.Predicate;

/**
 * Hosts, each by its name ({@code orders.internal}) or by its domain ({@code *.internal}), without
 * some that are never meant.
 */
public final class HostPatterns {

  private final String[] patterns;
  private final Predicate<String> never;

  public HostPatterns(Collection<String> patterns, Predicate<String> never) {
    this.patterns = patterns.toArray(new String[0]);
    this.never = never;
  }

  boolean contain(String host) {
    for (String pattern : patterns) {
      if (pattern.startsWith("*") ? isBelow(host, pattern) : host.equalsIgnoreCase(pattern)) {
        return !never.test(host);
      }
    }
    return false;
  }

  private static boolean isBelow(String host, String pattern) {
    int domain = pattern.length() - 1;
    return host.length() > domain
        && host.regionMatches(true, host.length() - domain, pattern, 1, domain);
  }
}
