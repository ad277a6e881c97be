package io.opentelemetry.javaagent.costspan.price;

import io.opentelemetry.javaagent.costspan.usage.Leaf;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** A leaf that a cache has to do with, and the leaf that its tokens would be without one. */
final class CachedLeaf {

  static final List<CachedLeaf> ALL = Collections.unmodifiableList(Arrays.asList(
      new CachedLeaf(Leaf.CACHE_READ, Leaf.INPUT),
      new CachedLeaf(Leaf.CACHE_WRITE_5M, Leaf.INPUT),
      new CachedLeaf(Leaf.CACHE_WRITE_1H, Leaf.INPUT),
      new CachedLeaf(Leaf.AUDIO_CACHE_READ, Leaf.AUDIO_INPUT),
      new CachedLeaf(Leaf.IMAGE_CACHE_READ, Leaf.IMAGE_INPUT)));

  private final Leaf leaf;
  private final Leaf plain;

  private CachedLeaf(Leaf leaf, Leaf plain) {
    this.leaf = leaf;
    this.plain = plain;
  }

  Leaf leaf() {
    return leaf;
  }

  Leaf plain() {
    return plain;
  }
}
