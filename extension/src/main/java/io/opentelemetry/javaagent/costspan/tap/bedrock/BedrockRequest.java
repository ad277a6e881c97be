package io.opentelemetry.javaagent.costspan.tap.bedrock;

import io.opentelemetry.javaagent.costspan.call.WireRequest;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.SdkRequest;

/** A request to Bedrock's runtime, with the path that the SDK sends it to. */
final class BedrockRequest implements WireRequest {

  private final SdkClient client;
  private final String method;
  private final SdkRequest request;

  BedrockRequest(SdkClient client, String method, SdkRequest request) {
    this.client = client;
    this.method = method;
    this.request = request;
  }

  @Override
  public String method() {
    return "POST";
  }

  /** The model stands in it as it was given, slashes and all. */
  @Override
  public String path() {
    Object model = request.getValueForField("modelId", Object.class).orElse("");
    return "model/" + String.valueOf(model).replace("/", "%2F") + '/' + lastSegment();
  }

  private String lastSegment() {
    switch (method) {
      case "converseStream":
        return "converse-stream";
      case "invokeModel":
        return "invoke";
      case "invokeModelWithResponseStream":
        return "invoke-with-response-stream";
      default:
        return method;
    }
  }

  @Override
  public @Nullable String baseUrl() {
    String url = BedrockEndpoint.of(client);
    return url.isEmpty() ? null : url;
  }

  @Override
  public void writeJsonTo(OutputStream out) throws IOException {
    out.write(Shown.of(request));
  }
}
