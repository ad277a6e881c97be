package io.costspan.testbed.heap;

/** An object in a dump, or a class. As itself: two of the same content are two. */
final class HeapObject {
  private static final int HEADER = 16;

  private final String name;
  private final Kind kind;
  private final long type;
  private final int position;
  private final int length;

  /**
   * @param name of its class, of a class its own
   * @param type the identifier of that
   * @param position of its first value in the dump
   * @param length in elements of an array of references, in bytes of all else
   */
  HeapObject(String name, Kind kind, long type, int position, int length) {
    this.name = name;
    this.kind = kind;
    this.type = type;
    this.position = position;
    this.length = length;
  }

  String name() {
    return name;
  }

  Kind kind() {
    return kind;
  }

  long type() {
    return type;
  }

  int position() {
    return position;
  }

  int length() {
    return length;
  }

  long bytes() {
    return HEADER + (kind == Kind.REFERENCES ? 8L * length : length);
  }

  /** What its values are. */
  enum Kind {
    CLASS,
    INSTANCE,
    REFERENCES,
    PRIMITIVES
  }
}
