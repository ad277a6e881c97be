package io.costspan.smoke.who;

/** A feature that one of its methods is. */
final class Copilot {
  private final Llm llm;
  private final Pool pool;

  Copilot(Llm llm, Pool pool) {
    this.llm = llm;
    this.pool = pool;
  }

  /** On another thread, which belongs to the method nevertheless. */
  void draft(String tenant, long number) throws Exception {
    pool.run(() -> llm.call(number));
  }

  /** Calls another that is named, and one itself when that has failed. */
  void nightly(String tenant, long number) throws Exception {
    try {
      summarise(number);
    } catch (IllegalStateException expected) {
      llm.call(number + 1);
    }
  }

  /** Says no tenant itself. */
  void summarise(long number) {
    llm.call(number);
    throw new IllegalStateException("to be passed on");
  }
}
