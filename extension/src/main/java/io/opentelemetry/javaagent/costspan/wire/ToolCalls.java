package io.opentelemetry.javaagent.costspan.wire;

import io.opentelemetry.javaagent.costspan.usage.Count;
import io.opentelemetry.javaagent.costspan.usage.Usage;

/**
 * Calls of tools on the provider's side that stand in the output and not in the usage, and that
 * have a fee.
 */
final class ToolCalls {

  private long webSearches;
  private long others;

  void webSearch() {
    webSearches++;
  }

  /** A call whose fee the price book cannot tell: it must not be billed as if it were free. */
  void other() {
    others++;
  }

  /** Replaces what is known by what a later event lists, if it lists any. */
  void add(ToolCalls event) {
    if (event.webSearches > 0 || event.others > 0) {
      webSearches = event.webSearches;
      others = event.others;
    }
  }

  void copyTo(Usage.Builder target) {
    if (webSearches > 0) {
      target.set(Count.WEB_SEARCHES, webSearches);
    }
    if (others > 0) {
      target.set(Count.OTHER_TOOL_CALLS, others);
    }
  }

  void clear() {
    webSearches = 0;
    others = 0;
  }
}
