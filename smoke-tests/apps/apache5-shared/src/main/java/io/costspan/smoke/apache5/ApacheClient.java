package io.costspan.smoke.apache5;

import io.costspan.smoke.runner.Ask;
import io.costspan.smoke.runner.Chunks;
import io.costspan.smoke.runner.Feature;
import io.costspan.smoke.runner.LlmSdk;
import io.costspan.smoke.runner.RawAnswer;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.hc.client5.http.HttpRequestRetryStrategy;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.DefaultHttpRequestRetryStrategy;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.CloseableHttpResponse;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.VersionInfo;

/**
 * OpenAI's chat and embeddings over the blocking and the asynchronous client of Apache HttpClient 5,
 * with most of their ways to execute.
 */
final class ApacheClient implements LlmSdk {
  private static final String VERSION = VersionInfo.loadVersionInfo(
          "org.apache.hc.client5", ApacheClient.class.getClassLoader())
      .getRelease();

  private final CloseableHttpClient client;
  private final CloseableHttpAsyncClient asyncClient;
  private final Requests requests;

  private ApacheClient(String url, HttpRequestRetryStrategy retries) {
    this.requests = new Requests(url);
    this.client = HttpClients.custom().setRetryStrategy(retries).build();
    this.asyncClient = HttpAsyncClients.custom().setRetryStrategy(retries).build();
    asyncClient.start();
  }

  static LlmSdk connect(String url, int maxRetries) {
    return new ApacheClient(
        url, new DefaultHttpRequestRetryStrategy(maxRetries, TimeValue.ofMilliseconds(1)));
  }

  @Override
  public Set<Feature> features() {
    Set<Feature> features = EnumSet.of(
        Feature.ASYNC,
        Feature.STREAMS,
        Feature.ASYNC_STREAMS,
        Feature.READING_EVENT_BY_EVENT,
        Feature.REASONING,
        Feature.CACHED_READS,
        Feature.RAW_RESPONSES,
        Feature.SERVICE_TIERS,
        Feature.EMBEDDINGS);
    if (!VERSION.equals("5.0")) { // which repeats an asynchronous request without its body
      features.add(Feature.RETRIES);
    }
    return features;
  }

  /** Half of the calls with a host, half without. */
  @Override
  public Object call(Ask ask) {
    HttpPost request = requests.chat(ask);
    try {
      return ask.number() % 2 == 0
          ? client.execute(request, ApacheClient::successful)
          : client.execute(hostOf(request), request, null, ApacheClient::successful);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Half of the calls with the client's simple request, half with a producer. */
  @Override
  public CompletableFuture<?> callAsync(Ask ask) {
    return ask.number() % 2 == 0
        ? AsyncCalls.of(asyncClient, requests.producedChat(ask))
        : AsyncCalls.of(asyncClient, requests.simpleChat(ask));
  }

  @Override
  public Chunks stream(Ask ask) {
    CloseableHttpResponse response = open(requests.chatStream(ask));
    return new Chunks(lines(response), () -> close(response));
  }

  /** To close it is to read on to its end, as long as that takes. */
  @Override
  public Chunks streamToLeave(Ask ask) {
    HttpPost request = requests.chatStream(ask);
    CloseableHttpResponse response = open(request);
    return new Chunks(lines(response), () -> {
      request.cancel();
      Closer.closeQuietly(response);
    });
  }

  @Override
  public Object streamAsync(
      Ask ask, Consumer<Object> onChunk, Consumer<Optional<Throwable>> onEnd) {
    return asyncClient.execute(
        requests.producedChatStream(ask), new Lines(onChunk, onEnd), null);
  }

  @Override
  public RawAnswer raw(Ask ask) {
    CloseableHttpResponse response = open(requests.chat(ask));
    return new RawAnswer(
        response.getCode(),
        response.getFirstHeader("x-request-id").getValue(),
        () -> written(response),
        () -> close(response));
  }

  @Override
  public Object embed(Ask ask, boolean base64) {
    CloseableHttpResponse response = open(requests.embeddings(ask, base64));
    try (response) {
      return successful(response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String details(Throwable failure) {
    return "";
  }

  /** Deprecated from 5.2 on, and what most applications still do. */
  @SuppressWarnings("deprecation")
  private CloseableHttpResponse open(HttpPost request) {
    try {
      return client.execute(request);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HttpHost hostOf(HttpPost request) {
    return new HttpHost(
        request.getScheme(),
        request.getAuthority().getHostName(),
        request.getAuthority().getPort());
  }

  private static String successful(ClassicHttpResponse response) throws IOException {
    try {
      String body = EntityUtils.toString(response.getEntity());
      if (response.getCode() >= 300) {
        throw new Refused(response.getCode(), body);
      }
      return body;
    } catch (ParseException e) {
      throw new IOException(e);
    }
  }

  private static Stream<String> lines(ClassicHttpResponse response) {
    try {
      return new BufferedReader(
              new InputStreamReader(response.getEntity().getContent(), StandardCharsets.UTF_8))
          .lines();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String written(ClassicHttpResponse response) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    try {
      response.getEntity().writeTo(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return body.toString(StandardCharsets.UTF_8);
  }

  private static void close(CloseableHttpResponse response) {
    try {
      response.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
