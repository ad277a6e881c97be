package io.opentelemetry.javaagent.costspan.tap.azure;

import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import com.azure.core.util.BinaryData;
import io.opentelemetry.javaagent.costspan.call.LlmCalls;
import io.opentelemetry.javaagent.costspan.call.WireRequest;
import io.opentelemetry.javaagent.costspan.tap.seam.ContentType;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import org.jspecify.annotations.Nullable;

/** A request of azure-core, and which method of which SDK sends it. */
final class AzureRequest implements WireRequest {

  private static final String OPENAI = "com.azure.ai.openai.";
  private static final String INFERENCE = "com.azure.ai.inference.";

  private final HttpRequest request;
  private final String caller;

  private AzureRequest(HttpRequest request, String caller) {
    this.request = request;
    this.caller = caller;
  }

  /**
   * The request if it may be a call, else null. A URL has no text of its own, so that one is made
   * for each POST; others are told by their method and path.
   */
  static @Nullable AzureRequest of(@Nullable HttpRequest request, Object caller) {
    if (request == null || request.getUrl() == null || !mayBegin(request)) {
      return null;
    }
    String method = String.valueOf(caller);
    boolean llm = method.startsWith(OPENAI) || method.startsWith(INFERENCE);
    return llm || LlmCalls.mayBegin(name(request), request.getUrl().toString())
        ? new AzureRequest(request, method)
        : null;
  }

  private static boolean mayBegin(HttpRequest request) {
    return request.getHttpMethod() == HttpMethod.POST
        || LlmCalls.mayBeginAt(name(request), request.getUrl().getPath());
  }

  private static String name(HttpRequest request) {
    return String.valueOf(request.getHttpMethod());
  }

  @Override
  public String method() {
    return name(request);
  }

  @Override
  public String path() {
    return request.getUrl().getPath();
  }

  @Override
  public String baseUrl() {
    URL url = request.getUrl();
    String root = url.getProtocol() + "://" + url.getHost();
    return url.getPort() < 0 ? root : root + ':' + url.getPort();
  }

  @Override
  @SuppressWarnings("deprecation") // what takes its place is newer than the oldest azure-core
  public @Nullable String header(String name) {
    return request.getHeaders().getValue(name);
  }

  @Override
  public boolean isOfLlmSdk() {
    return caller.startsWith(OPENAI) || caller.startsWith(INFERENCE);
  }

  /** azure-ai-openai goes to OpenAI, too: the path tells the difference. */
  @Override
  public @Nullable String provider() {
    return caller.startsWith(INFERENCE) ? "azure.ai.inference" : null;
  }

  /** A body that can be read twice keeps the bytes that it is asked for: they are sent next. */
  @Override
  public void writeJsonTo(OutputStream out) throws IOException {
    BinaryData body = request.getBodyAsBinaryData();
    if (body != null && body.isReplayable() && ContentType.isJson(header("Content-Type"))) {
      out.write(body.toBytes());
    }
  }
}
