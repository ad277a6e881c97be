package io.costspan.smoke.who;

import org.apache.logging.log4j.ThreadContext;
import org.slf4j.MDC;

/** Work that no request stands behind: loops that say in their logging context for whom it is. */
final class Workers {
  private final Llm llm;

  Workers(Llm llm) {
    this.llm = llm;
  }

  /** Never removes what it has put. */
  void logback(long number) {
    MDC.put("tenant", Tenants.of(number));
    MDC.put("password", "hunter2");
    llm.call(number);
  }

  void log4j(long number) {
    ThreadContext.put("tenant", Tenants.of(number));
    try {
      llm.call(number);
    } finally {
      ThreadContext.remove("tenant");
    }
  }
}
