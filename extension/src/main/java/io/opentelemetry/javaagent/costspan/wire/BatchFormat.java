package io.opentelemetry.javaagent.costspan.wire;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A way to hand out the results of a batch: by GET, JSON lines, each the response to one of the
 * requests. Gemini and Bedrock leave theirs in a bucket, where nobody knows them by their path.
 * Immutable.
 */
public final class BatchFormat {

  private static final BatchFormat OPENAI =
      new BatchFormat(Route.known("files/*/content", () -> WireFormats.OPENAI_CHAT), false);

  private static final BatchFormat ANTHROPIC = new BatchFormat(
      Route.signed(
          "messages/batches/*/results",
          Routes.ANTHROPIC_VERSION,
          () -> WireFormats.ANTHROPIC_MESSAGES),
      true);

  private final Route route;
  private final boolean toldByPath;

  private BatchFormat(Route route, boolean toldByPath) {
    this.route = route;
    this.toldByPath = toldByPath;
  }

  /**
   * The format of what an LLM SDK's request reads, or null when it is certain to be no batch.
   * Allocates nothing.
   *
   * @param method HTTP method in upper case
   * @param path URL path or whole URL, with or without a query
   */
  public static @Nullable BatchFormat recognise(String method, String path) {
    if (!method.equals("GET")) {
      return null;
    }
    int end = Routes.endOfPath(path);
    if (OPENAI.route.matches(path, end)) {
      return OPENAI;
    }
    return ANTHROPIC.route.matches(path, end) ? ANTHROPIC : null;
  }

  /** The same of a general client's request; see {@link WireFormats#recogniseAmongOthers}. */
  public static @Nullable BatchFormat recogniseAmongOthers(
      String method, String path, boolean isKnownHost, UnaryOperator<@Nullable String> header) {
    BatchFormat format = recognise(method, path);
    return format != null && format.route.counts(isKnownHost, header) ? format : null;
  }

  /** Whether a general client's request can be one at all. Allocates nothing. */
  public static boolean mayRecognise(String method, String url) {
    BatchFormat format = recognise(method, url);
    return format != null && format.route.mayCount(url);
  }

  /**
   * The same of a URL in parts.
   *
   * @param port -1 when the URL names none
   */
  public static boolean mayRecogniseAt(String method, String host, int port, String path) {
    BatchFormat format = recognise(method, path);
    return format != null && format.route.mayCount(host, port);
  }

  /** What is spoken in general where such results are read. */
  public WireFormat spoken() {
    WireFormat format = route.format();
    if (format == null) {
      throw new IllegalStateException("no format at " + route.pattern());
    }
    return format;
  }

  /** A reader for one response body, which tells the results as it comes to them. */
  public BatchReader reader(BatchReader.Results results) {
    return new BatchReader(
        toldByPath ? AnthropicBatch.LINE : OpenAiBatch.LINE, toldByPath, results);
  }

  /** The segment before the last: the id of the batch, or of the file that its results are in. */
  public static String idIn(String path) {
    int end = path.lastIndexOf('/', Routes.endOfPath(path) - 1);
    return end < 0 ? "" : path.substring(path.lastIndexOf('/', end - 1) + 1, end);
  }

  /** For the page of supported clients. */
  static List<Route> routes() {
    return Arrays.asList(OPENAI.route, ANTHROPIC.route);
  }
}
