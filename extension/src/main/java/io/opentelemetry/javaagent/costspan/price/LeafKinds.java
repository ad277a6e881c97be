package io.opentelemetry.javaagent.costspan.price;

import io.opentelemetry.javaagent.costspan.usage.Leaf;

/** Under which kind of cost each leaf is shown. */
final class LeafKinds {

  private static final Leaf[] LEAVES = Leaf.values();
  private static final CostKind[] KINDS = kinds();

  private LeafKinds() {}

  static CostKind of(Leaf leaf) {
    return KINDS[leaf.ordinal()];
  }

  private static CostKind[] kinds() {
    CostKind[] kinds = new CostKind[LEAVES.length];
    for (Leaf leaf : LEAVES) {
      kinds[leaf.ordinal()] = kindOf(leaf);
    }
    return kinds;
  }

  private static CostKind kindOf(Leaf leaf) {
    switch (leaf) {
      case CACHE_READ:
      case AUDIO_CACHE_READ:
      case IMAGE_CACHE_READ:
        return CostKind.CACHE_READ;
      case CACHE_WRITE_5M:
      case CACHE_WRITE_1H:
        return CostKind.CACHE_WRITE;
      case OUTPUT:
      case REASONING:
      case AUDIO_OUTPUT:
      case IMAGE_OUTPUT:
      case VIDEO_OUTPUT:
      case IMAGE:
      case AUDIO_OUTPUT_MILLI:
      case VIDEO_OUTPUT_MILLI:
      case OUTPUT_CHARACTER:
        return CostKind.OUTPUT;
      case REQUEST:
        return CostKind.TOOLS;
      default:
        return leaf.isToolCalls() ? CostKind.TOOLS : CostKind.INPUT;
    }
  }
}
