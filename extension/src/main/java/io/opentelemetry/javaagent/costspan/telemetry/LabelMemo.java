package io.opentelemetry.javaagent.costspan.telemetry;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the labels of calls that are alike. What traffic brings can fill it, and what comes then
 * has its labels made anew for each call. Thread-safe.
 */
final class LabelMemo {

  /** Each is about 1 KB, and stands for series that the SDK holds as well. */
  private static final int MAX_REMEMBERED = 2_000;

  private final Labels labels;
  private final Map<Key, AskedLabels> remembered = new ConcurrentHashMap<>();
  private final AtomicInteger size = new AtomicInteger();

  LabelMemo(Labels labels) {
    this.labels = labels;
  }

  AskedLabels of(CallStart start) {
    Key key = new Key(start);
    AskedLabels known = remembered.get(key);
    return known != null ? known : first(key, start);
  }

  /** Those of a call of which nothing can be told. */
  AskedLabels unknown() {
    return AskedLabels.unknown(labels, this);
  }

  /** Whether there is room, which is then taken. */
  boolean takesOneMore() {
    return size.get() < MAX_REMEMBERED && size.getAndIncrement() < MAX_REMEMBERED;
  }

  private AskedLabels first(Key key, CallStart start) {
    AskedLabels made = AskedLabels.of(start, labels, this);
    if (!made.areFolded(start) && takesOneMore()) {
      remembered.put(key, made);
    }
    return made;
  }

  /** What a call's labels are made of when it begins. */
  private static final class Key {

    private final String operation;
    private final String provider;
    private final @Nullable String model;
    private final @Nullable String address;
    private final int port;
    private final int hash;

    Key(CallStart start) {
      operation = start.operation();
      provider = start.provider();
      model = start.request().model();
      address = start.serverAddress();
      port = start.serverPort();
      hash = 31
              * (31 * (31 * (31 * operation.hashCode() + provider.hashCode()) + port)
                  + Objects.hashCode(model))
          + Objects.hashCode(address);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      if (!(other instanceof Key)) {
        return false;
      }
      Key that = (Key) other;
      return hash == that.hash
          && port == that.port
          && operation.equals(that.operation)
          && provider.equals(that.provider)
          && Objects.equals(model, that.model)
          && Objects.equals(address, that.address);
    }
  }
}
