package io.costspan.testbed.provider;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Writes a stream at the pace and with the faults that its script asks for. */
final class StreamWriter {
  private static final int SIGNS_OF_LIFE = 1_500;
  private static final int PAUSE_MILLIS = 20;

  private final OutputStream out;
  private final CountDownLatch serverClosed;

  StreamWriter(OutputStream out, CountDownLatch serverClosed) {
    this.out = out;
    this.serverClosed = serverClosed;
  }

  void write(ProviderRequest request, Answer.Stream stream) throws IOException {
    Script script = request.script();
    int pauseMillis = script == Script.SLOW_DRIP ? 5 : 0;
    writeAll(stream.opening(), pauseMillis);
    switch (script) {
      case STREAM_HELD -> {
        writeAll(stream.text().subList(0, 1), 0);
        stayUntilTheClientLeaves(request.dialect().signOfLife());
      }
      case STREAM_CUT_OFF -> writeAll(stream.text(), 0);
      case CORRUPT_CHUNK -> {
        writeAll(stream.text().subList(0, 2), 0);
        out.write(stream.text().get(2).corrupted().bytes());
        for (StreamPart part : stream.ending()) {
          out.write(part.bytes());
        }
        out.flush();
      }
      default -> {
        writeAll(stream.text(), pauseMillis);
        writeAll(stream.ending(), pauseMillis);
      }
    }
  }

  private void writeAll(List<? extends StreamPart> parts, int pauseMillis) throws IOException {
    for (StreamPart part : parts) {
      out.write(part.bytes());
      out.flush();
      if (pauseMillis > 0) {
        pause(pauseMillis);
      }
    }
  }

  /** Ends with the exception of a write to a connection that the client has closed. */
  private void stayUntilTheClientLeaves(byte[] signOfLife) throws IOException {
    for (int i = 0; i < SIGNS_OF_LIFE && !pause(PAUSE_MILLIS); i++) {
      out.write(signOfLife);
      out.flush();
    }
  }

  private boolean pause(int millis) {
    try {
      return serverClosed.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
