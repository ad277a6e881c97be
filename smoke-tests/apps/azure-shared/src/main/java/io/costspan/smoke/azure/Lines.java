package io.costspan.smoke.azure;

import io.costspan.smoke.runner.Chunks;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;

/** The events of a body that the SDK does not decode, one JSON text each. */
final class Lines {
  private static final String DATA = "data: ";

  private final StringBuilder rest = new StringBuilder();

  private Lines() {}

  static Flux<String> events(Flux<ByteBuffer> body) {
    Lines lines = new Lines();
    return body.concatMapIterable(lines::complete)
        .filter(line -> line.startsWith(DATA))
        .map(line -> checked(line.substring(DATA.length())));
  }

  /** The same, for who pulls. To close it is to cancel. */
  static Chunks chunks(Flux<ByteBuffer> body) {
    Stream<String> events = events(body).toStream(1);
    return new Chunks(events, events::close);
  }

  static Chunks chunks(InputStream body) {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    return new Chunks(
        lines.lines().filter(line -> line.startsWith(DATA)).map(line -> line.substring(DATA.length())),
        () -> close(lines));
  }

  private static void close(BufferedReader lines) {
    try {
      lines.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> complete(ByteBuffer piece) {
    rest.append(StandardCharsets.UTF_8.decode(piece));
    List<String> lines = new ArrayList<>();
    for (int end = rest.indexOf("\n"); end >= 0; end = rest.indexOf("\n")) {
      lines.add(rest.substring(0, end));
      rest.delete(0, end + 1);
    }
    return lines;
  }

  /** As a JSON parser would. */
  private static String checked(String data) {
    if (data.startsWith("{") && !data.endsWith("}")) {
      throw new IllegalStateException("no JSON: " + data);
    }
    return data;
  }
}
