package io.costspan.benchmarks.growth;

import java.util.ArrayList;
import java.util.List;

/** Something that traffic controls. */
public enum Dimension {
  TENANTS("tenants", "1 to 1 million tenants, one after the other", 1_000_000),
  MODELS("models", "1 to 10,000 models, one after the other", 10_000),
  STREAMS("open streams", "1 to 20,000 streams that stay open", 20_000),
  ANSWER("KB of one answer", "an answer of 1 KB to 100 MB, all one text", 100_000),
  CHUNKS("KB of one stream", "a stream of 1 KB to 100 MB, in chunks", 100_000);

  private final String title;
  private final String description;
  private final int largest;

  Dimension(String title, String description, int largest) {
    this.title = title;
    this.description = description;
    this.largest = largest;
  }

  public String title() {
    return title;
  }

  public String description() {
    return description;
  }

  /** By tens up to the largest, and the largest. */
  public List<Integer> sizes(int limit) {
    List<Integer> sizes = new ArrayList<>();
    int last = Math.min(limit, largest);
    for (long size = 1; size < last; size *= 10) {
      sizes.add((int) size);
    }
    sizes.add(last);
    return sizes;
  }

  /** Whether a cost is one of a KB, and not of a call. */
  public boolean isPerKb() {
    return this == ANSWER || this == CHUNKS;
  }
}
