package io.opentelemetry.javaagent.costspan.telemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.Meter;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What went wrong inside us, counted by site and logged once per site. Works before OpenTelemetry
 * does; the counts so far are exported once it is bound. Thread-safe, never throws.
 */
public final class Failures {

  private static final Logger LOGGER = Logger.getLogger(Failures.class.getName());
  private static final String OWN_PACKAGE = "io.opentelemetry.javaagent.costspan.";

  private final ConcurrentHashMap<String, LongAdder> countBySite = new ConcurrentHashMap<>();
  private final AtomicBoolean bound = new AtomicBoolean();

  /**
   * Counts a failure.
   *
   * @param site where it was caught, one of a fixed set: {@code wire}, {@code price}, …
   * @param failure logged by its class and place only: its message may hold a prompt or a key
   */
  public void count(String site, Throwable failure) {
    try {
      if (increment(site)) {
        warn(site, failure.getClass().getName() + " at " + place(failure));
      }
    } catch (Throwable t) {
      // Out of memory or stack while reporting: the next one may get through.
    }
  }

  /**
   * Counts something that is wrong and was not thrown.
   *
   * @param what a constant text, for the log
   */
  public void count(String site, String what) {
    try {
      if (increment(site)) {
        warn(site, what);
      }
    } catch (Throwable t) {
      // As above.
    }
  }

  /** Exports the counts through this meter, those of before included. Only the first call counts. */
  public void bind(Meter meter) {
    if (!bound.compareAndSet(false, true)) {
      return;
    }
    Names.FAILURES.observeLongs(
        meter,
        sums -> countBySite.forEach(
            (site, count) -> sums.record(count.sum(), Attributes.of(Names.SITE, site))));
  }

  /** Whether it was the first at this site. */
  private boolean increment(String site) {
    LongAdder known = countBySite.get(site);
    LongAdder fresh = known == null ? new LongAdder() : known;
    if (known == null) {
      known = countBySite.putIfAbsent(site, fresh);
    }
    (known == null ? fresh : known).increment();
    return known == null;
  }

  private static void warn(String site, String what) {
    LOGGER.log(
        Level.WARNING,
        "Costspan has a problem at "
            + site
            + ": "
            + what
            + ". The application is not affected; more at this site are not logged but counted in "
            + Names.FAILURES.name()
            + ".");
  }

  private static String place(Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    if (trace.length == 0) {
      return "an unknown place";
    }
    StackTraceElement ours = firstOfOurs(trace);
    return ours.equals(trace[0]) ? trace[0].toString() : trace[0] + ", called from " + ours;
  }

  private static StackTraceElement firstOfOurs(StackTraceElement[] trace) {
    for (StackTraceElement element : trace) {
      if (element.getClassName().startsWith(OWN_PACKAGE)) {
        return element;
      }
    }
    return trace[0];
  }
}
