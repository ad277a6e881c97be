package io.opentelemetry.javaagent.costspan.tap.azure;

import com.azure.core.implementation.util.BinaryDataContent;
import com.azure.core.implementation.util.BinaryDataHelper;
import com.azure.core.implementation.util.FluxByteBufferContent;
import com.azure.core.implementation.util.InputStreamContent;
import com.azure.core.util.BinaryData;
import io.opentelemetry.javaagent.costspan.call.LlmCall;
import io.opentelemetry.javaagent.costspan.call.TeeInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A body as data that may not have arrived yet. Only its content, a class that azure-core keeps to
 * itself, tells whether it reads a stream, waits for pieces, or is there.
 */
final class TeeData {

  private TeeData() {}

  /** The same data, with a tee where it is still to come. */
  static @Nullable BinaryData of(@Nullable BinaryData data, LlmCall call) {
    if (data == null) {
      return null;
    }
    try {
      return teed(data, call);
    } catch (Throwable t) {
      AzureTap.TAP.failed(t);
      return data;
    }
  }

  private static BinaryData teed(BinaryData data, LlmCall call) {
    BinaryDataContent content = BinaryDataHelper.getContent(data);
    if (content instanceof InputStreamContent) {
      return BinaryData.fromStream(new TeeInputStream(data.toStream(), call), data.getLength());
    }
    if (content instanceof FluxByteBufferContent) {
      TeeFlux pieces = new TeeFlux(data.toFluxByteBuffer(), call);
      return BinaryDataHelper.createBinaryData(
          new FluxByteBufferContent(pieces, data.getLength(), data.isReplayable()));
    }
    byte[] bytes = data.toBytes();
    call.bytes(bytes, 0, bytes.length);
    call.endOfBody();
    return data;
  }
}
