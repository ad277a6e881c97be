package io.costspan.smoke.okhttp;

import java.io.IOException;
import java.util.Base64;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Streams of Bedrock without AWS's SDK, read as the bytes that they are. Argument: the URL. */
public final class Frames {
  private static final MediaType JSON = MediaType.get("application/json");

  private final OkHttpClient http = new OkHttpClient();
  private final String url;

  private Frames(String url) {
    this.url = url;
  }

  public static void main(String... args) throws IOException {
    Frames frames = new Frames(args[0]);
    frames.print("amazon.nova-lite-v1:0/converse-stream", """
        {"messages":[{"role":"user","content":[{"text":"tokens:in=1200,out=300"}]}],
        "inferenceConfig":{"maxTokens":31}}""");
    frames.print("us.anthropic.claude-sonnet-4-5-20250929-v1:0/invoke-with-response-stream", """
        {"anthropic_version":"bedrock-2023-05-31","max_tokens":32,
        "messages":[{"role":"user","content":"tokens:in=1200,out=300"}]}""");
    System.exit(0);
  }

  /** A signature is a header like others, and says nothing of the answer. */
  @SuppressWarnings("deprecation") // the order of the arguments that 3.14 and 5 both have
  private void print(String path, String json) throws IOException {
    Request request = new Request.Builder()
        .url(url + "/model/" + path)
        .header("Authorization", "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE")
        .post(RequestBody.create(JSON, json))
        .build();
    try (Response response = http.newCall(request).execute()) {
      System.out.println(
          response.code() + " " + Base64.getEncoder().encodeToString(response.body().bytes()));
    }
  }
}
