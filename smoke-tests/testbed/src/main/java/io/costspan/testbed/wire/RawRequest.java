package io.costspan.testbed.wire;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came over HTTP/1.1.
 *
 * @param target path and query
 * @param headers the last of each name, in any case
 */
public record RawRequest(String target, Map<String, String> headers, byte[] body) {
  private static final Pattern NUMBER = Pattern.compile(
      "\"(?:max_completion_tokens|max_tokens|maxOutputTokens|maxTokens)\"\\s*:\\s*(\\d+)");

  /** Null when the client has closed its connection instead. */
  static @Nullable RawRequest read(InputStream in) throws IOException {
    String start = line(in);
    if (start.isEmpty()) {
      return null;
    }
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(line.substring(0, colon), line.substring(colon + 1).trim());
    }
    byte[] body = headers.containsKey("Transfer-Encoding")
        ? chunks(in)
        : in.readNBytes(Integer.parseInt(headers.getOrDefault("Content-Length", "0")));
    return new RawRequest(start.split(" ")[1], headers, body);
  }

  /** The limit of output tokens, by which a test knows its calls. */
  public int number() {
    return numberIn(new String(body, StandardCharsets.UTF_8));
  }

  static int numberIn(String body) {
    Matcher matcher = NUMBER.matcher(body);
    if (!matcher.find()) {
      throw new IllegalArgumentException("a call without a number: " + body);
    }
    return Integer.parseInt(matcher.group(1));
  }

  private static byte[] chunks(InputStream in) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = size(in); size > 0; size = size(in)) {
      body.write(in.readNBytes(size));
      line(in);
    }
    line(in);
    return body.toByteArray();
  }

  private static int size(InputStream in) throws IOException {
    String line = line(in);
    if (line.isEmpty()) {
      throw new EOFException("in a chunked request");
    }
    return Integer.parseInt(line, 16);
  }

  /** Without its line break; empty at the end of the stream too. */
  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
      if (b != '\r') {
        line.append((char) b);
      }
    }
    return line.toString();
  }
}
