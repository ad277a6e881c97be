package io.costspan.benchmarks.startup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * What a JVM has needed until now. Travels as a line of text.
 *
 * @param mainMillis from the start of the JVM to the first line of {@code main}
 * @param cpuMillis user and system time of all threads
 * @param classes classes loaded, unloaded ones included
 * @param peakKb largest resident memory; 0 where there is no {@code /proc}
 */
public record Vitals(long mainMillis, long cpuMillis, long classes, long peakKb) {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String PREFIX = "vitals";

  static Vitals now(long mainMillis) {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return new Vitals(
        mainMillis - ManagementFactory.getRuntimeMXBean().getStartTime(),
        system.getProcessCpuTime() / 1_000_000,
        ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount(),
        residentPeakKb());
  }

  private static long residentPeakKb() {
    if (!Files.isReadable(STATUS)) {
      return 0;
    }
    try {
      return Files.readAllLines(STATUS).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Finds the line among what an application has printed. */
  public static Vitals in(String output) {
    long[] figures = output
        .lines()
        .filter(line -> line.startsWith(PREFIX + " "))
        .findFirst()
        .map(line ->
            Arrays.stream(line.split(" ")).skip(1).mapToLong(Long::parseLong).toArray())
        .orElseThrow(() -> new IllegalStateException("no vitals in: " + output));
    return new Vitals(figures[0], figures[1], figures[2], figures[3]);
  }

  @Override
  public String toString() {
    return "%s %d %d %d %d".formatted(PREFIX, mainMillis, cpuMillis, classes, peakKb);
  }
}
