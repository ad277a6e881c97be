package io.opentelemetry.javaagent.costspan.call;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The calls of a client's sockets, by the sockets, each of which is only itself and is not held:
 * for a tap that replaces neither end of a connection. Every message of every socket of the
 * application asks here, which takes no lock and allocates nothing; only a socket that carries calls
 * takes one, when it comes and when it goes. Thread-safe.
 */
public final class SocketTable {

  private static final int BUCKETS = 1024;

  private final AtomicReferenceArray<@Nullable Entry> buckets = new AtomicReferenceArray<>(BUCKETS);
  private final ReferenceQueue<Object> collected = new ReferenceQueue<>();

  /** A socket that is not here yet. */
  public synchronized void put(Object socket, SocketCalls calls) {
    Entry entry = new Entry(socket, calls, collected);
    entry.next = buckets.get(entry.bucket);
    buckets.set(entry.bucket, entry);
  }

  /** Null for a socket that carries no calls. */
  public @Nullable SocketCalls of(Object socket) {
    Entry entry = find(socket);
    return entry == null ? null : entry.calls;
  }

  /** Forgets a socket, and returns what {@link #of} did. */
  public @Nullable SocketCalls remove(Object socket) {
    Entry entry = find(socket);
    if (entry == null) {
      return null;
    }
    unlink(entry);
    return entry.calls;
  }

  /** How many are here. */
  int size() {
    forgetCollected();
    int size = 0;
    for (int i = 0; i < BUCKETS; i++) {
      for (Entry entry = buckets.get(i); entry != null; entry = entry.next) {
        size++;
      }
    }
    return size;
  }

  /** To look at a key keeps it from being collected: only what may be equal is looked at. */
  private @Nullable Entry find(Object socket) {
    forgetCollected();
    int hash = System.identityHashCode(socket);
    Entry entry = buckets.get(hash % BUCKETS);
    while (entry != null && (entry.hash != hash || entry.get() != socket)) {
      entry = entry.next;
    }
    return entry;
  }

  private void forgetCollected() {
    for (Reference<?> gone = collected.poll(); gone != null; gone = collected.poll()) {
      unlink((Entry) gone);
    }
  }

  /** Who is at this entry goes on to the next. */
  private synchronized void unlink(Entry gone) {
    Entry before = null;
    Entry entry = buckets.get(gone.bucket);
    while (entry != null && entry != gone) {
      before = entry;
      entry = entry.next;
    }
    if (before != null && entry != null) {
      before.next = gone.next;
    } else if (entry != null) {
      buckets.set(gone.bucket, gone.next);
    }
  }

  private static final class Entry extends WeakReference<Object> {

    final int hash;
    final int bucket;
    final SocketCalls calls;
    volatile @Nullable Entry next;

    Entry(Object socket, SocketCalls calls, ReferenceQueue<Object> queue) {
      super(socket, queue);
      this.hash = System.identityHashCode(socket);
      this.bucket = hash % BUCKETS; // no hash is negative
      this.calls = calls;
    }
  }
}
