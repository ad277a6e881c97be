package io.costspan.testbed.otlp;

import com.google.protobuf.ByteString;
import java.util.HexFormat;

/** Trace and span ids in the way people write them. */
final class Hex {
  private Hex() {}

  static String of(ByteString bytes) {
    return HexFormat.of().formatHex(bytes.toByteArray());
  }
}
