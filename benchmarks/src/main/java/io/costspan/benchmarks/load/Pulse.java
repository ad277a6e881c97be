package io.costspan.benchmarks.load;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;

/**
 * What a service has spent until now. Travels as a line of text.
 *
 * @param cpuMillis of all threads
 * @param collections of garbage
 * @param collectionMillis the time that they took
 */
public record Pulse(long cpuMillis, long collections, long collectionMillis) {

  static Pulse now() {
    long collections = 0;
    long collectionMillis = 0;
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      collections += collector.getCollectionCount();
      collectionMillis += collector.getCollectionTime();
    }
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return new Pulse(system.getProcessCpuTime() / 1_000_000, collections, collectionMillis);
  }

  public Pulse minus(Pulse before) {
    return new Pulse(
        cpuMillis - before.cpuMillis,
        collections - before.collections,
        collectionMillis - before.collectionMillis);
  }

  public static Pulse parse(String line) {
    String[] words = line.split(" ");
    return new Pulse(Long.parseLong(words[0]), Long.parseLong(words[1]), Long.parseLong(words[2]));
  }

  @Override
  public String toString() {
    return cpuMillis + " " + collections + " " + collectionMillis;
  }
}
