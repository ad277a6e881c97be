package io.opentelemetry.javaagent.costspan.cli;

import io.opentelemetry.javaagent.costspan.usage.ResponseFacts;
import io.opentelemetry.javaagent.costspan.wire.ResponseReader;
import io.opentelemetry.javaagent.costspan.wire.WireFormat;
import io.opentelemetry.javaagent.costspan.wire.WireFormats;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;

/** What a provider's response says about its usage; nothing else of it is kept. */
final class RecordedResponse {

  private static final int MAX_BYTES = 100_000_000;
  private static final String EVENT = "event:";
  private static final String DATA = "data:";

  private final WireFormat format;
  private final ResponseFacts facts;

  private RecordedResponse(WireFormat format, ResponseFacts facts) {
    this.format = format;
    this.facts = facts;
  }

  /**
   * Reads a response.
   *
   * @param file null or {@code -} for the input of the process
   * @param formatName null to find the format out
   * @param stream whether it is a recorded event stream
   */
  static RecordedResponse read(
      @Nullable String file, @Nullable String formatName, boolean stream, InputStream in)
      throws WrongUsage, IOException {
    byte[] bytes = bytes(file, in);
    if (bytes.length == 0) {
      throw new WrongUsage(
          "there is neither a count (--input, --output, ...) nor a response to read");
    }
    boolean isStream = stream || looksLikeEvents(bytes);
    WireFormat format = format(bytes, formatName, isStream);
    ResponseReader reader = format.responseReader(isStream);
    reader.feed(bytes, 0, bytes.length);
    reader.endOfInput();
    return new RecordedResponse(format, reader.facts());
  }

  WireFormat format() {
    return format;
  }

  ResponseFacts facts() {
    return facts;
  }

  private static WireFormat format(byte[] bytes, @Nullable String name, boolean stream)
      throws WrongUsage {
    if (name != null) {
      WireFormat named = WireFormats.named(name);
      if (named == null) {
        throw new WrongUsage("--format " + name + " is not known; known are " + names());
      }
      return named;
    }
    WireFormat found = stream ? null : WireFormats.ofResponse(bytes);
    if (found == null) {
      throw new WrongUsage((stream
              ? "an event stream does not say what kind it is"
              : "what kind of response this is cannot be told")
          + ": --format says which, of "
          + names());
    }
    return found;
  }

  /** No JSON document begins like the events of a stream. */
  private static boolean looksLikeEvents(byte[] bytes) {
    String begin =
        new String(bytes, 0, Math.min(bytes.length, EVENT.length()), StandardCharsets.US_ASCII);
    return begin.startsWith(EVENT) || begin.startsWith(DATA);
  }

  private static String names() {
    StringBuilder names = new StringBuilder();
    for (WireFormat format : WireFormats.all()) {
      names.append(names.length() == 0 ? "" : ", ").append(format.name());
    }
    return names.toString();
  }

  private static byte[] bytes(@Nullable String file, InputStream in)
      throws WrongUsage, IOException {
    if (file == null || file.equals("-")) {
      return all(in);
    }
    if (Files.isDirectory(Books.path(file))) {
      throw new WrongUsage(file + " is a directory, --response takes a file");
    }
    try (InputStream response = Files.newInputStream(Books.path(file))) {
      return all(response);
    }
  }

  private static byte[] all(InputStream in) throws WrongUsage, IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 16];
    for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
      bytes.write(buffer, 0, length);
      if (bytes.size() > MAX_BYTES) {
        throw new WrongUsage("the response is larger than " + MAX_BYTES + " bytes");
      }
    }
    return bytes.toByteArray();
  }
}
