package io.opentelemetry.javaagent.costspan.telemetry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;

/**
 * The values without a name that spend most, in fixed space: Metwally's space-saving sketch ("Efficient
 * computation of frequent and top-k elements", 2005), in buckets. A newcomer takes the place of
 * the least in its bucket and inherits its count as an error, so that count minus error is never
 * more than what was spent. Thread-safe: nobody waits to offer something, it is left out where
 * another is at the same bucket.
 */
final class Candidates {

  private static final int WAYS = 8;

  private final int bucketMask;
  private final AtomicIntegerArray busy;
  private final int[] hashes;
  private final String[] values;
  private final double[] counts;
  private final double[] errors;
  private final double[] calls;

  /**
   * @param size how many are kept at least
   */
  Candidates(int size) {
    int buckets = Integer.highestOneBit(Math.max(1, (size - 1) / WAYS)) * 2;
    bucketMask = buckets - 1;
    busy = new AtomicIntegerArray(buckets);
    hashes = new int[buckets * WAYS];
    values = new String[buckets * WAYS];
    counts = new double[buckets * WAYS];
    errors = new double[buckets * WAYS];
    calls = new double[buckets * WAYS];
  }

  void offer(String value, long weight) {
    int hash = value.hashCode();
    int bucket = bucketOf(hash);
    if (!busy.compareAndSet(bucket, 0, 1)) {
      return;
    }
    try {
      add(bucket * WAYS, hash, value, weight);
    } finally {
      busy.set(bucket, 0);
    }
  }

  /** Forgets part of the past; {@code remaining} of it, 0 to 1, remains. */
  void age(double remaining) {
    for (int bucket = 0; bucket <= bucketMask; bucket++) {
      await(bucket);
      for (int i = bucket * WAYS; i < (bucket + 1) * WAYS; i++) {
        counts[i] *= remaining;
        errors[i] *= remaining;
        calls[i] *= remaining;
      }
      busy.set(bucket, 0);
    }
  }

  /** Those that have surely spent more than this, the largest first. */
  List<Candidate> above(double spent) {
    List<Candidate> found = new ArrayList<>();
    for (int bucket = 0; bucket <= bucketMask; bucket++) {
      await(bucket);
      for (int i = bucket * WAYS; i < (bucket + 1) * WAYS; i++) {
        if (counts[i] - errors[i] > spent) {
          found.add(new Candidate(values[i], counts[i] - errors[i], calls[i]));
        }
      }
      busy.set(bucket, 0);
    }
    found.sort(Comparator.comparingDouble(Candidate::spent).reversed());
    return found;
  }

  void remove(String value) {
    int bucket = bucketOf(value.hashCode());
    await(bucket);
    for (int i = bucket * WAYS; i < (bucket + 1) * WAYS; i++) {
      if (value.equals(values[i])) {
        put(i, "", 0, 0);
      }
    }
    busy.set(bucket, 0);
  }

  private void add(int first, int hash, String value, long weight) {
    int least = first;
    for (int i = first; i < first + WAYS; i++) {
      // The hash first: eight of them are near each other, and eight strings are anywhere.
      if (hashes[i] == hash && value.equals(values[i])) {
        counts[i] += weight;
        calls[i]++;
        return;
      }
      if (counts[i] < counts[least]) {
        least = i;
      }
    }
    put(least, value, weight, counts[least]);
  }

  private void put(int index, String value, long weight, double error) {
    hashes[index] = value.hashCode();
    values[index] = value;
    counts[index] = error + weight;
    errors[index] = error;
    calls[index] = 1;
  }

  /** For the thread that collects; those who offer are at a bucket for some nanoseconds. */
  private void await(int bucket) {
    while (!busy.compareAndSet(bucket, 0, 1)) {
      LockSupport.parkNanos(1_000);
    }
  }

  private int bucketOf(int hash) {
    int spread = hash * 0x9E3779B9; // names that count up differ in low bits only
    return (spread ^ spread >>> 16) & bucketMask;
  }
}
