package io.opentelemetry.javaagent.costspan.call;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The calls of a client's sockets, by the sockets, each of which is only itself and is not held:
 * for a tap that replaces neither end of a connection. Every message of every socket of the
 * application asks here: that takes no lock and allocates nothing. Thread-safe.
 */
public final class SocketTable {

  private static final int BUCKETS = 1024;

  private final AtomicReferenceArray<@Nullable Entry> buckets = new AtomicReferenceArray<>(BUCKETS);
  private final ReferenceQueue<Object> collected = new ReferenceQueue<>();

  /** A socket that is not here yet. */
  public void put(Object socket, SocketCalls calls) {
    forgetCollected();
    Key key = new Key(socket, collected);
    buckets.updateAndGet(key.bucket(), first -> new Entry(key, calls, first));
  }

  /** Null for a socket that carries no calls. */
  public @Nullable SocketCalls of(Object socket) {
    Entry entry = find(socket);
    return entry == null ? null : entry.calls;
  }

  /** Forgets a socket, and returns what {@link #of} did. */
  public @Nullable SocketCalls remove(Object socket) {
    forgetCollected();
    Entry entry = find(socket);
    if (entry == null) {
      return null;
    }
    remove(entry.key);
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

  private @Nullable Entry find(Object socket) {
    int hash = System.identityHashCode(socket);
    for (Entry entry = buckets.get(bucket(hash)); entry != null; entry = entry.next) {
      if (entry.key.hash == hash && entry.key.get() == socket) {
        return entry;
      }
    }
    return null;
  }

  private void remove(Key key) {
    buckets.updateAndGet(key.bucket(), first -> without(first, key));
  }

  private void forgetCollected() {
    for (Reference<?> gone = collected.poll(); gone != null; gone = collected.poll()) {
      remove((Key) gone);
    }
  }

  private static @Nullable Entry without(@Nullable Entry first, Key key) {
    Entry rest = null;
    for (Entry entry = first; entry != null; entry = entry.next) {
      rest = entry.key == key ? rest : new Entry(entry.key, entry.calls, rest);
    }
    return rest;
  }

  private static int bucket(int hash) {
    return hash & (BUCKETS - 1);
  }

  private static final class Key extends WeakReference<Object> {

    final int hash;

    Key(Object socket, ReferenceQueue<Object> queue) {
      super(socket, queue);
      this.hash = System.identityHashCode(socket);
    }

    int bucket() {
      return SocketTable.bucket(hash);
    }
  }

  private static final class Entry {

    final Key key;
    final SocketCalls calls;
    final @Nullable Entry next;

    Entry(Key key, SocketCalls calls, @Nullable Entry next) {
      this.key = key;
      this.calls = calls;
      this.next = next;
    }
  }
}
