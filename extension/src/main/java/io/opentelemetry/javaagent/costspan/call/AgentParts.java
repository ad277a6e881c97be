package io.opentelemetry.javaagent.costspan.call;

import java.util.ArrayList;
import java.util.List;

/**
 * What agents add to an HTTP client, hidden while an SDK inspects it that would refuse such a
 * client. Hidden from one thread, from {@link #hide()} to {@link #show()}.
 */
public final class AgentParts {

  private static final String OF_AGENT = "io.opentelemetry.javaagent.";

  private static final ThreadLocal<Boolean> HIDDEN = new ThreadLocal<>();

  private AgentParts() {}

  public static void hide() {
    HIDDEN.set(Boolean.TRUE);
  }

  public static void show() {
    HIDDEN.remove();
  }

  public static boolean areHidden() {
    return HIDDEN.get() != null;
  }

  /** The parts of a client that are the application's or the SDK's own. */
  public static <T> List<T> without(List<T> parts) {
    List<T> others = new ArrayList<>(parts.size());
    for (T part : parts) {
      if (!part.getClass().getName().startsWith(OF_AGENT)) {
        others.add(part);
      }
    }
    return others;
  }
}
