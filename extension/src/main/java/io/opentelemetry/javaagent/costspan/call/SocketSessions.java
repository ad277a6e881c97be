package io.opentelemetry.javaagent.costspan.call;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What has ended in the sessions to which more than one connection can be made, all of which are told
 * of all calls. Remembers the sessions that were connected to last. Thread-safe.
 */
final class SocketSessions {

  /** At most 3 KB each. */
  static final int MAX = 1_000;

  private final Map<String, EndedCalls> sessions =
      new LinkedHashMap<String, EndedCalls>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, EndedCalls> eldest) {
          return size() > MAX;
        }
      };

  /**
   * @param server which tells ids apart that another server may give, too
   * @param id the session's; null for one that no other connection can be made to
   */
  synchronized EndedCalls of(@Nullable String server, @Nullable String id) {
    return id == null
        ? new EndedCalls()
        : sessions.computeIfAbsent(server + ' ' + id, unused -> new EndedCalls());
  }

  synchronized int size() {
    return sessions.size();
  }
}
