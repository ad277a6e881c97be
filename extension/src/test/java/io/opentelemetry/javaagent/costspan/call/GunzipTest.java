package io.opentelemetry.javaagent.costspan.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class GunzipTest {

  private static final int EVERY_FLAG = 0x1E;

  @Property(tries = 300)
  void unpacksWhateverTheCut(
      @ForAll @Size(max = 3_000) byte[] content,
      @ForAll @IntRange(min = 1, max = 600) int cut,
      @ForAll @IntRange(max = EVERY_FLAG) int flags)
      throws Exception {
    assertThat(unpacked(packed(content, flags & EVERY_FLAG), cut)).isEqualTo(content);
  }

  @Test
  void unpacksALotFromALittle() throws Exception {
    byte[] content = new byte[3_000_000];

    assertThat(unpacked(packed(content, 0), 7)).isEqualTo(content);
  }

  @Test
  void refusesWhatIsNoGzip() {
    assertThatThrownBy(() -> unpacked(new byte[] {0x1F, 'x', 1, 2}, 1))
        .isInstanceOf(DataFormatException.class);
    assertThatThrownBy(() -> unpacked(broken(), 1)).isInstanceOf(DataFormatException.class);
  }

  @Test
  void acceptsOnlyWhatBeginsAsGzipDoes() throws Exception {
    try (Gunzip gunzip = new Gunzip((bytes, from, to) -> {})) {
      assertThat(gunzip.accepts("{}".getBytes(), 0, 2)).isFalse();
      byte[] packed = packed(new byte[] {1, 2, 3}, 0);
      assertThat(gunzip.accepts(packed, 0, 5)).isTrue();
      gunzip.feed(packed, 0, 5);
      assertThat(gunzip.accepts("{}".getBytes(), 0, 2)).isTrue();
    }
  }

  private static byte[] unpacked(byte[] packed, int cut) throws DataFormatException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Gunzip gunzip = new Gunzip((bytes, from, to) -> out.write(bytes, from, to - from))) {
      for (int at = 0; at < packed.length; at += cut) {
        gunzip.feed(packed, at, Math.min(cut, packed.length - at));
      }
    }
    return out.toByteArray();
  }

  private static byte[] broken() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write("some content that is packed".getBytes());
    }
    byte[] packed = out.toByteArray();
    packed[10] = (byte) 0xFF;
    return packed;
  }

  /** RFC 1952, with the optional fields that the flags name. */
  private static byte[] packed(byte[] content, int flags) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {0x1F, (byte) 0x8B, 8, (byte) flags, 0, 0, 0, 0, 0, 3});
    if ((flags & 0x04) != 0) {
      out.writeBytes(new byte[] {3, 0, 'x', 0, 'y'});
    }
    if ((flags & 0x08) != 0) {
      out.writeBytes("a name\0".getBytes());
    }
    if ((flags & 0x10) != 0) {
      out.writeBytes("a comment\0".getBytes());
    }
    if ((flags & 0x02) != 0) {
      out.writeBytes(new byte[] {1, 2});
    }
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    deflater.setInput(content);
    deflater.finish();
    byte[] piece = new byte[4_096];
    while (!deflater.finished()) {
      out.write(piece, 0, deflater.deflate(piece));
    }
    deflater.end();
    CRC32 crc = new CRC32();
    crc.update(content);
    out.writeBytes(new byte[] {(byte) crc.getValue(), 0, 0, 0, 0, 0, 0, 0});
    return out.toByteArray();
  }
}
