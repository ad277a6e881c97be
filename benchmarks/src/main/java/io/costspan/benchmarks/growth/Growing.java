package io.costspan.benchmarks.growth;

/** Calls to be made while something grows. */
interface Growing {
  /** Has so much of it happen, or happen again. */
  void growTo(int size) throws Exception;

  /** How many calls are measured at this size. */
  int calls(int size);

  /** Makes one call. */
  Object call() throws Exception;
}
