package io.opentelemetry.javaagent.costspan.telemetry;

import java.security.AccessController;
import java.security.PrivilegedAction;

/**
 * Under a security manager calls end on threads that may do nothing, the JDK's HTTP client's for one,
 * and OpenTelemetry's SDK makes some of its parts when they are first used.
 */
final class OwnRights {

  private OwnRights() {}

  /** Whether there is a security manager. Asked first, so that nothing is allocated without one. */
  static boolean areNeeded() {
    return System.getSecurityManager() != null;
  }

  /** Does it with what the agent's classes may do, whoever has called us. */
  static void use(Runnable action) {
    AccessController.doPrivileged((PrivilegedAction<Void>) () -> {
      action.run();
      return null;
    });
  }
}
