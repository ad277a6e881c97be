package io.costspan.testbed.heap;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A class in a dump.
 *
 * @param parent its superclass, 0 for Object's
 * @param references of the class itself: static fields, its loader
 * @param fields of its own, in the order of their values
 */
record HprofClass(String name, long parent, List<Long> references, List<Field> fields) {
  static final int REFERENCE = 2;

  static HprofClass read(ByteBuffer in, String name, Map<Long, String> texts) {
    long parent = in.getLong();
    List<Long> references = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      references.add(in.getLong()); // loader, signers, protection domain, two that are reserved
    }
    in.getInt();
    constants(in);
    for (int left = in.getShort(); left > 0; left--) {
      in.getLong();
      value(in, references);
    }
    List<Field> fields = new ArrayList<>();
    for (int left = in.getShort(); left > 0; left--) {
      fields.add(new Field(texts.getOrDefault(in.getLong(), "?"), in.get()));
    }
    references.add(parent);
    return new HprofClass(name, parent, references, fields);
  }

  static int bytesOf(int type) {
    return switch (type) {
      case 4, 8 -> 1; // boolean, byte
      case 5, 9 -> 2; // char, short
      case 6, 10 -> 4; // float, int
      case REFERENCE, 7, 11 -> 8; // double, long
      default -> throw new IllegalArgumentException("no such type: " + type);
    };
  }

  private static void constants(ByteBuffer in) {
    for (int left = in.getShort(); left > 0; left--) {
      in.getShort();
      value(in, new ArrayList<>());
    }
  }

  private static void value(ByteBuffer in, List<Long> references) {
    int type = in.get();
    if (type == REFERENCE) {
      references.add(in.getLong());
    } else {
      in.position(in.position() + bytesOf(type));
    }
  }

  /** By the type as a dump numbers it. */
  record Field(String name, int type) {}
}
