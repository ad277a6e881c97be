package io.opentelemetry.javaagent.costspan.wire;

import io.opentelemetry.javaagent.costspan.usage.Count;
import io.opentelemetry.javaagent.costspan.usage.Usage;

/**
 * Calls of tools on the provider's side that stand in the output and not in the usage, and that
 * have a fee.
 */
final class ToolCalls {

  private static final String WEB_SEARCH = "web_search";
  private static final String PREVIEW = "web_search_preview";

  private long webSearches;
  private long fileSearches;
  private long others;
  private boolean searchTool;
  private boolean previewTool;

  void callsBegin() {
    webSearches = 0;
    fileSearches = 0;
    others = 0;
  }

  void webSearch() {
    webSearches++;
  }

  void fileSearch() {
    fileSearches++;
  }

  /** A call whose fee the price book cannot tell: it must not be billed as if it were free. */
  void other() {
    others++;
  }

  void toolsBegin() {
    searchTool = false;
    previewTool = false;
  }

  /** A tool that could be called; names may end with a date, {@code web_search_2025_08_26}. */
  void tool(String type) {
    if (isVersionOf(type, PREVIEW)) {
      previewTool = true;
    } else if (isVersionOf(type, WEB_SEARCH)) {
      searchTool = true;
    }
  }

  /** Replaces what is known by what a later event lists, if it lists any. */
  void add(ToolCalls event) {
    if (event.webSearches + event.fileSearches + event.others > 0) {
      webSearches = event.webSearches;
      fileSearches = event.fileSearches;
      others = event.others;
    }
    if (event.searchTool || event.previewTool) {
      searchTool = event.searchTool;
      previewTool = event.previewTool;
    }
  }

  void copyTo(Usage.Builder target) {
    if (searchTool && previewTool) {
      add(target, Count.OTHER_TOOL_CALLS, webSearches); // a call does not say which tool it is of
    } else {
      add(target, previewTool ? Count.WEB_SEARCH_PREVIEWS : Count.WEB_SEARCHES, webSearches);
    }
    add(target, Count.FILE_SEARCHES, fileSearches);
    add(target, Count.OTHER_TOOL_CALLS, others);
  }

  void clear() {
    callsBegin();
    toolsBegin();
  }

  private static void add(Usage.Builder target, Count count, long calls) {
    if (calls > 0) {
      target.set(count, target.orZero(count) + calls);
    }
  }

  private static boolean isVersionOf(String type, String tool) {
    return type.equals(tool) || type.startsWith(tool + "_");
  }
}
