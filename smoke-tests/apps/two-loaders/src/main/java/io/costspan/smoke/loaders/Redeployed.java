package io.costspan.smoke.loaders;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * Redeploys web applications again and again, and counts how many of their class loaders were not
 * collected in the end. Arguments: URL of the provider, a file for the heap should there be any, and
 * of each application its directory, its main class and how often.
 */
public final class Redeployed {
  /** Threads of OkHttp and Okio, of the JDK's client and of its pools live a minute longer. */
  private static final long PATIENCE_MILLIS = 150_000;

  private static final int TURN_MILLIS = 500;

  private final ReferenceQueue<ClassLoader> collected = new ReferenceQueue<>();
  private final Set<WeakReference<ClassLoader>> loaders = new HashSet<>();

  private Redeployed() {}

  public static void main(String... args) throws Exception {
    Redeployed redeployed = new Redeployed();
    for (int i = 2; i < args.length; i += 3) {
      for (int time = Integer.parseInt(args[i + 2]); time > 0; time--) {
        redeployed.deploy(Path.of(args[i]), args[i + 1], args[0]);
      }
    }
    int left = redeployed.awaitCollection();
    System.out.println("redeployed|still there " + left);
    if (left > 0) {
      dump(args[1]);
    }
    System.exit(0);
  }

  private void deploy(Path directory, String mainClass, String url) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (ChildFirst loader = ChildFirst.of(directory)) {
      loaders.add(new WeakReference<>(loader, collected));
      thread.setContextClassLoader(loader);
      loader.loadClass(mainClass).getMethod("main", String[].class).invoke(null, (Object)
          new String[] {url});
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private int awaitCollection() throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
    while (!loaders.isEmpty() && System.nanoTime() < deadline) {
      System.gc();
      loaders.remove(collected.remove(TURN_MILLIS));
    }
    return loaders.size();
  }

  private static void dump(String file) throws IOException {
    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(file, true);
  }
}
