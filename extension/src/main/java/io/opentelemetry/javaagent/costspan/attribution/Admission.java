package io.opentelemetry.javaagent.costspan.attribution;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which tenants there can be: a value from outside that is none of them is not shown. */
public final class Admission {

  /** Shown in the place of a tenant that is not admitted. */
  public static final String INVALID = "invalid";

  private final Set<String> allowed;
  private final @Nullable Pattern pattern;
  private final RecentValues<Boolean> verdicts = new RecentValues<>(this::matches);
  private final LongAdder refused = new LongAdder();

  private Admission(Collection<String> allowed, @Nullable Pattern pattern) {
    this.allowed = new HashSet<>(allowed);
    this.pattern = pattern;
  }

  static Admission ofAll() {
    return new Admission(new HashSet<>(), null);
  }

  /**
   * Of those that are listed, and of those that match.
   *
   * @param allowed empty when none is listed
   * @param pattern matched with the whole name; null when there is none. With neither, all are
   *     admitted
   */
  public static Admission of(Collection<String> allowed, @Nullable Pattern pattern) {
    return new Admission(allowed, pattern);
  }

  boolean admits(String tenant) {
    if (allowed.contains(tenant)) {
      return true;
    }
    return pattern == null ? allowed.isEmpty() : verdicts.of(tenant);
  }

  /** The tenant, or {@link #INVALID}, which is counted. */
  String admit(String tenant) {
    if (admits(tenant)) {
      return tenant;
    }
    refused.increment();
    return INVALID;
  }

  long refused() {
    return refused.sum();
  }

  private boolean matches(String tenant) {
    return pattern != null && BoundedText.matches(pattern, tenant);
  }
}
