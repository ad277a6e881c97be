package io.costspan.benchmarks;

import io.costspan.benchmarks.load.Pulse;

/**
 * A while of load on one of the services.
 *
 * @param millis what each answer took
 * @param spent by the service
 * @param heapBytes reachable in the service when it was over
 */
record Turn(double seconds, Sample millis, Pulse spent, long heapBytes) {

  double perSecond() {
    return millis.size() / seconds;
  }

  double p50Millis() {
    return millis.percentile(50);
  }

  double p99Millis() {
    return millis.percentile(99);
  }

  double cpuMillisPerRequest() {
    return (double) spent.cpuMillis() / millis.size();
  }

  double collectionsPerThousand() {
    return 1_000.0 * spent.collections() / millis.size();
  }

  double collectionMillisPerThousand() {
    return 1_000.0 * spent.collectionMillis() / millis.size();
  }

  double heapMb() {
    return heapBytes / 1_048_576.0;
  }
}
