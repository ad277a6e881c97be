package io.costspan.benchmarks.growth;

/** Each call is for the next of so many, until it is for the first one again. */
abstract class OneAfterTheOther implements Growing {
  private int size;
  private int next;

  @Override
  public final void growTo(int newSize) {
    size = newSize;
    for (int i = 0; i < newSize; i++) {
      call();
    }
  }

  @Override
  public final int calls(int unused) {
    return 2_000;
  }

  @Override
  public final Object call() {
    next = (next + 1) % size;
    return ask();
  }

  /** Makes the call. */
  abstract Object ask();

  /** Whom the call is for; from 0 on. */
  final int number() {
    return next;
  }
}
