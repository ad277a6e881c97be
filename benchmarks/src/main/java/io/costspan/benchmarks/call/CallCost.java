package io.costspan.benchmarks.call;

import java.util.List;

/**
 * What a call cost, on average over a batch. Travels as a line of text.
 *
 * @param nanos its time
 * @param cpuNanos the time of the calling thread on a processor
 * @param bytes what the calling thread allocated
 */
public record CallCost(String call, double nanos, double cpuNanos, double bytes) {
  private static final String PREFIX = "cost ";

  /** Finds the lines among what an application has printed. */
  public static List<CallCost> in(String output) {
    return output
        .lines()
        .filter(line -> line.startsWith(PREFIX))
        .map(line -> parse(line.split(" ")))
        .toList();
  }

  private static CallCost parse(String... words) {
    return new CallCost(
        words[1],
        Double.parseDouble(words[2]),
        Double.parseDouble(words[3]),
        Double.parseDouble(words[4]));
  }

  @Override
  public String toString() {
    return PREFIX + call + " " + nanos + " " + cpuNanos + " " + bytes;
  }
}
