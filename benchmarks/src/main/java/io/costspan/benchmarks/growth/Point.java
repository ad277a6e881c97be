package io.costspan.benchmarks.growth;

import io.costspan.benchmarks.call.CallCost;

/**
 * What a call costs when something has grown so far. Travels as a line of text.
 *
 * @param heapBytes what the JVM keeps then
 */
public record Point(CallCost cost, long heapBytes) {

  public static Point parse(String line) {
    int last = line.lastIndexOf(' ');
    return new Point(
        CallCost.parse(line.substring(0, last)), Long.parseLong(line.substring(last + 1)));
  }

  @Override
  public String toString() {
    return cost + " " + heapBytes;
  }
}
