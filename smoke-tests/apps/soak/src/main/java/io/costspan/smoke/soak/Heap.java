package io.costspan.smoke.soak;

import java.lang.management.ManagementFactory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;

/** What is alive after a collection. */
final class Heap {
  private static final Pattern ROW = Pattern.compile("\\s*\\d+:\\s+(\\d+)\\s+(\\d+)\\s+(\\S+).*");

  private Heap() {}

  /**
   * {@code used|BYTES}, and {@code CLASS|INSTANCES} of every class whose name begins so. What is
   * weakly held is found dead only by the second collection.
   */
  static String report(String prefix) {
    System.gc();
    String histogram = histogram();
    StringBuilder report = new StringBuilder();
    long used = 0;
    for (String line : histogram.split("\n")) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        used += Long.parseLong(row.group(2));
        if (row.group(3).startsWith(prefix)) {
          report.append(row.group(3)).append('|').append(row.group(1)).append('\n');
        }
      }
    }
    return "used|" + used + "\n" + report;
  }

  /** Writes all that is alive after a collection into a file that is not there yet. */
  static void dump(String file) {
    System.gc();
    invoke(
        "HotSpotDiagnostic",
        "dumpHeap",
        new Object[] {file, true},
        String.class.getName(),
        boolean.class.getName());
  }

  /** Collects, and counts what it could not. */
  private static String histogram() {
    return (String) invoke(
        "DiagnosticCommand",
        "gcClassHistogram",
        new Object[] {new String[0]},
        String[].class.getName());
  }

  private static Object invoke(String bean, String method, Object[] arguments, String... types) {
    try {
      return ManagementFactory.getPlatformMBeanServer()
          .invoke(new ObjectName("com.sun.management:type=" + bean), method, arguments, types);
    } catch (JMException e) {
      throw new IllegalStateException(e);
    }
  }
}
