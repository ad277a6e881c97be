package io.opentelemetry.javaagent.costspan.call;

import io.opentelemetry.javaagent.costspan.wire.ByteSink;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks gzip as its bytes are pushed in, in any cut; they are not kept. What follows the first
 * member is left out, and the checksum is the application's to look at. Not thread-safe.
 */
final class Gunzip implements AutoCloseable {

  private static final int MAGIC_1 = 0x1F;
  private static final int MAGIC_2 = 0x8B;
  private static final int FIXED_HEADER = 10;
  private static final int FLAGS = 3;
  private static final int HEADER_CRC = 0x02;
  private static final int EXTRA = 0x04;
  private static final int NAME = 0x08;
  private static final int COMMENT = 0x10;
  private static final int PIECE_SIZE = 8192;

  private enum Part {
    FIXED,
    EXTRA_LENGTH,
    EXTRA,
    NAME,
    COMMENT,
    CRC,
    DATA
  }

  private final Inflater inflater = new Inflater(true);
  private final byte[] piece = new byte[PIECE_SIZE];
  private final ByteSink out;
  private Part part = Part.FIXED;
  private int position;
  private int flags;
  private int extraLength;

  Gunzip(ByteSink out) {
    this.out = out;
  }

  /**
   * Whether the next bytes can be gzip, or go on with it: some clients unpack a body and leave its
   * header as it was.
   */
  boolean accepts(byte[] bytes, int offset, int length) {
    boolean first = part == Part.FIXED && position == 0;
    return !first || length == 0 || (bytes[offset] & 0xFF) == MAGIC_1;
  }

  /** Throws {@code DataFormatException} on what is no gzip. */
  void feed(byte[] bytes, int offset, int length) throws DataFormatException {
    int at = offset;
    int end = offset + length;
    while (at < end && part != Part.DATA) {
      header(bytes[at++] & 0xFF);
    }
    if (at < end && !inflater.finished()) {
      inflater.setInput(bytes, at, end - at);
      inflate();
    }
  }

  private void inflate() throws DataFormatException {
    int count = inflater.inflate(piece);
    while (count > 0) {
      out.take(piece, 0, count);
      count = inflater.inflate(piece);
    }
  }

  private void header(int b) throws DataFormatException {
    switch (part) {
      case FIXED:
        fixed(b);
        break;
      case EXTRA_LENGTH:
        extraLength |= b << (8 * position);
        if (++position == 2) {
          next(extraLength == 0 ? Part.NAME : Part.EXTRA);
        }
        break;
      case EXTRA:
        if (++position == extraLength) {
          next(Part.NAME);
        }
        break;
      case NAME:
      case COMMENT:
        if (b == 0) {
          next(part == Part.NAME ? Part.COMMENT : Part.CRC);
        }
        break;
      case CRC:
        if (++position == 2) {
          next(Part.DATA);
        }
        break;
      case DATA:
        break;
    }
  }

  private void fixed(int b) throws DataFormatException {
    if ((position == 0 && b != MAGIC_1) || (position == 1 && b != MAGIC_2)) {
      throw new DataFormatException("no gzip");
    }
    if (position == FLAGS) {
      flags = b;
    }
    if (++position == FIXED_HEADER) {
      next(Part.EXTRA_LENGTH);
    }
  }

  /** Goes on with a part, or with the first one after it that this header has. */
  private void next(Part wanted) {
    position = 0;
    part = wanted;
    if (part == Part.EXTRA_LENGTH && (flags & EXTRA) == 0) {
      part = Part.NAME;
    }
    if (part == Part.NAME && (flags & NAME) == 0) {
      part = Part.COMMENT;
    }
    if (part == Part.COMMENT && (flags & COMMENT) == 0) {
      part = Part.CRC;
    }
    if (part == Part.CRC && (flags & HEADER_CRC) == 0) {
      part = Part.DATA;
    }
  }

  /** Gives back memory that is not the heap's. */
  @Override
  public void close() {
    inflater.end();
  }
}
