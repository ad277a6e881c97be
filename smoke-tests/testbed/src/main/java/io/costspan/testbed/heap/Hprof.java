package io.costspan.testbed.heap;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads a dump as the JDK writes it (HPROF 1.0.2, identifiers of 8 bytes), from its begin to its end,
 * and tells of what is in it. Of less than 2 GB.
 */
final class Hprof {
  private static final int HEADER = "JAVA PROFILE 1.0.2".length() + 1 + 4 + 8;
  private static final int TEXT = 0x01;
  private static final int LOADED_CLASS = 0x02;
  private static final int HEAP = 0x0C;
  private static final int SEGMENT_OF_HEAP = 0x1C;

  private final ByteBuffer in;
  private final Found found;
  private final Map<Long, String> texts = new HashMap<>();
  private final Map<Long, String> classNames = new HashMap<>();

  private Hprof(ByteBuffer in, Found found) {
    this.in = in;
    this.found = found;
  }

  static ByteBuffer map(Path dump) throws IOException {
    try (FileChannel file = FileChannel.open(dump)) {
      return file.map(FileChannel.MapMode.READ_ONLY, 0, file.size());
    }
  }

  static void read(ByteBuffer dump, Found found) {
    new Hprof(dump.duplicate().position(HEADER), found).records();
  }

  private void records() {
    while (in.hasRemaining()) {
      int tag = in.get();
      in.getInt();
      int end = in.getInt() + in.position();
      switch (tag) {
        case TEXT -> texts.put(in.getLong(), text(end - in.position()));
        case LOADED_CLASS -> loadedClass();
        case HEAP, SEGMENT_OF_HEAP -> heap(end);
        default -> {}
      }
      in.position(end);
    }
  }

  private String text(int length) {
    byte[] bytes = new byte[length];
    in.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private void loadedClass() {
    in.getInt();
    long id = in.getLong();
    in.getInt();
    classNames.put(id, texts.get(in.getLong()).replace('/', '.'));
  }

  private void heap(int end) {
    while (in.position() < end) {
      int tag = in.get() & 0xFF;
      switch (tag) {
        case 0x20 -> aClass();
        case 0x21 -> instance();
        case 0x22 -> objects();
        case 0x23 -> primitives();
        default -> root(tag);
      }
    }
  }

  private void root(int tag) {
    found.root(in.getLong());
    skip(
        switch (tag) {
          case 0xFF, 0x05, 0x07 -> 0;
          case 0x04, 0x06 -> 4;
          case 0x01, 0x02, 0x03, 0x08 -> 8;
          default -> throw new IllegalArgumentException("no such root: " + tag);
        });
  }

  private void aClass() {
    long id = in.getLong();
    in.getInt();
    HprofClass read = HprofClass.read(in, classNames.getOrDefault(id, "?"), texts);
    found.aClass(id, read);
  }

  private void instance() {
    long id = in.getLong();
    in.getInt();
    long type = in.getLong();
    int length = in.getInt();
    found.instance(id, type, in.position(), length);
    skip(length);
  }

  private void objects() {
    long id = in.getLong();
    in.getInt();
    int length = in.getInt();
    found.array(id, in.getLong(), in.position(), length);
    skip(8 * length);
  }

  private void primitives() {
    long id = in.getLong();
    in.getInt();
    int length = in.getInt();
    int bytes = length * HprofClass.bytesOf(in.get());
    found.primitives(id, bytes);
    skip(bytes);
  }

  private void skip(int bytes) {
    in.position(in.position() + bytes);
  }

  /** Told of everything, in the order of the dump. Positions are those of the first value. */
  interface Found {
    void root(long id);

    void aClass(long id, HprofClass read);

    void instance(long id, long type, int position, int bytes);

    void array(long id, long type, int position, int length);

    void primitives(long id, int bytes);
  }
}
