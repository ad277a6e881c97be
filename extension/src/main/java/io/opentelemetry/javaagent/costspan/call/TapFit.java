package io.opentelemetry.javaagent.costspan.call;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Tells the operator when a tap is off because the SDK's version does not fit. The agent skips such
 * a tap in silence. Taps and checks of one application share a class loader, by which they meet.
 */
public final class TapFit {

  private static final Logger logger = Logger.getLogger(TapFit.class.getName());

  private static final Map<String, Set<ClassLoader>> INSTALLED = new HashMap<>();

  private TapFit() {}

  /** A tap is at work for the application of this class loader. */
  static void installed(String tap, ClassLoader loader) {
    synchronized (INSTALLED) {
      INSTALLED.computeIfAbsent(tap, name -> newWeakSet()).add(loader);
    }
  }

  /**
   * The SDK's seam was passed for the first time.
   *
   * @param seam the SDK's class, for its version's location
   * @param loader class loader of the caller: the one that the tap would have been loaded by
   */
  public static void check(String tap, Class<?> seam, ClassLoader loader) {
    if (!isInstalled(tap, loader)) {
      logger.log(
          Level.WARNING,
          "The Costspan tap {0} is off: it does not fit this version of the SDK ({1}). Its calls are"
              + " measured only where a tapped HTTP client sends them; the application is not"
              + " affected.",
          new Object[] {tap, location(seam)});
    }
  }

  static boolean isInstalled(String tap, ClassLoader loader) {
    synchronized (INSTALLED) {
      return INSTALLED.getOrDefault(tap, Collections.emptySet()).contains(loader);
    }
  }

  private static String location(Class<?> seam) {
    try {
      return String.valueOf(seam.getProtectionDomain().getCodeSource().getLocation());
    } catch (RuntimeException unknown) {
      return seam.getName();
    }
  }

  private static Set<ClassLoader> newWeakSet() {
    return Collections.newSetFromMap(new WeakHashMap<>());
  }
}
