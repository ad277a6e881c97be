package io.costspan.testbed.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** An answer of a provider, to be played again. */
public record Recording(String contentType, byte[] body) {
  private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  /** Asks the provider at the URL what was asked here. */
  public static Recording of(String providerUrl, RawRequest request) {
    HttpRequest same = HttpRequest.newBuilder(URI.create(providerUrl + request.target()))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofByteArray(request.body()))
        .build();
    try {
      HttpResponse<byte[]> response =
          HttpClient.newHttpClient().send(same, HttpResponse.BodyHandlers.ofByteArray());
      if (response.statusCode() != 200) {
        throw new IOException(response.statusCode() + " at " + request.target());
      }
      return new Recording(
          response.headers().firstValue("Content-Type").orElseThrow(), response.body());
    } catch (IOException e) {
      throw new IllegalStateException("not recorded", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** As text, one char a byte. */
  public String text() {
    return new String(body, StandardCharsets.ISO_8859_1);
  }

  public Recording withText(String text) {
    return new Recording(contentType, text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Everything up to the body, with the header that says how long it is. */
  public byte[] head(String lengthHeader) {
    return "HTTP/1.1 200 OK\r\nContent-Type: %s\r\n%s\r\n\r\n"
        .formatted(contentType, lengthHeader)
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** Head and body, in chunks that are no multiple of anything. */
  public byte[] chunked(int chunkSize) {
    ByteArrayOutputStream wire = new ByteArrayOutputStream();
    wire.writeBytes(head("Transfer-Encoding: chunked"));
    for (int at = 0; at < body.length; at += chunkSize) {
      wire.writeBytes(chunk(Arrays.copyOfRange(body, at, Math.min(at + chunkSize, body.length))));
    }
    wire.writeBytes(LAST_CHUNK);
    return wire.toByteArray();
  }

  /** How much of the body is in the first {@code length} bytes of {@link #chunked}. */
  public int bodyBytesIn(int length, int chunkSize) {
    int at = head("Transfer-Encoding: chunked").length;
    int arrived = 0;
    while (arrived < body.length) {
      int size = Math.min(chunkSize, body.length - arrived);
      at += (Integer.toHexString(size) + "\r\n").length();
      if (length < at + size) {
        return arrived + Math.max(0, length - at);
      }
      at += size + 2;
      arrived += size;
    }
    return arrived;
  }

  private static byte[] chunk(byte[] bytes) {
    ByteArrayOutputStream chunk = new ByteArrayOutputStream();
    chunk.writeBytes(
        (Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
    chunk.writeBytes(bytes);
    chunk.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    return chunk.toByteArray();
  }
}
