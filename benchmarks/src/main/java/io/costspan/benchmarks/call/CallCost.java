package io.costspan.benchmarks.call;

/**
 * What a call cost, on average over a batch. Travels as a line of text.
 *
 * @param nanos its time
 * @param cpuNanos the time of the calling thread on a processor
 * @param bytes what the calling thread allocated
 */
public record CallCost(String call, double nanos, double cpuNanos, double bytes) {

  public static CallCost parse(String line) {
    String[] words = line.split(" ");
    return new CallCost(
        words[0],
        Double.parseDouble(words[1]),
        Double.parseDouble(words[2]),
        Double.parseDouble(words[3]));
  }

  @Override
  public String toString() {
    return call + " " + nanos + " " + cpuNanos + " " + bytes;
  }
}
