package io.opentelemetry.javaagent.costspan.call;

import java.io.OutputStream;

/** Pushes what is written into a reader. */
final class ReaderStream extends OutputStream {

  private final Reader reader;

  /** What takes the bytes. */
  interface Reader {
    void feed(byte[] bytes, int offset, int length);
  }

  ReaderStream(Reader reader) {
    this.reader = reader;
  }

  @Override
  public void write(int b) {
    reader.feed(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    reader.feed(bytes, offset, length);
  }
}
