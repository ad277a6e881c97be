package io.opentelemetry.javaagent.costspan.call;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.costspan.benchmarks.call.Answers;
import io.costspan.benchmarks.inside.ProcessorTime;
import io.opentelemetry.javaagent.costspan.attribution.Attribution;
import io.opentelemetry.javaagent.costspan.attribution.Sources;
import io.opentelemetry.javaagent.costspan.price.PriceBook;
import io.opentelemetry.javaagent.costspan.telemetry.CallTelemetry;
import io.opentelemetry.javaagent.costspan.telemetry.Failures;
import io.opentelemetry.javaagent.costspan.telemetry.TelemetrySettings;
import java.io.IOException;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A chat as a whole, and what of it is not ours: its telemetry in the SDK's hands, its JSON. */
@State(Scope.Benchmark)
public class ChatParts {

  private static final byte[] REQUEST = """
      {"messages":[{"content":"You answer in one sentence.","role":"system"},\
      {"content":"What does a token cost when the cache is warm?","role":"user"}],\
      "model":"gpt-4.1-mini","max_completion_tokens":1000,"temperature":0.2}""".getBytes(UTF_8);

  private final byte[] answer = Answers.chat(1_024);
  private final JsonFactory json = new JsonFactory();
  private Emission emission;

  /** A call as a whole is made and what it emitted is kept. */
  @Setup
  public void begin() {
    RecordingSdk sdk = new RecordingSdk();
    Failures failures = new Failures();
    CallTelemetry telemetry = CallTelemetry.create(
        sdk.openTelemetry(),
        TelemetrySettings.builder("benchmark").build(),
        PriceBook.bundled(),
        Attribution.builder()
            .tenant(List.of(Sources.baggage("tenant.id", true)))
            .build(),
        failures,
        System::nanoTime);
    LlmCalls.install(CallSettings.standard(), telemetry, failures);
    call();
    emission = sdk.emission();
  }

  @Benchmark
  public void whole(ProcessorTime time) {
    call();
    time.count();
  }

  /** The same span, log record and histogram points, of attributes and values that are there. */
  @Benchmark
  public void emitted(ProcessorTime time) {
    emission.again();
    time.count();
  }

  /** Request and answer, token by token, of which nobody keeps anything. */
  @Benchmark
  public int parsed(ProcessorTime time) throws IOException {
    time.count();
    return tokens(REQUEST) + tokens(answer);
  }

  private void call() {
    LlmCall call = LlmCalls.begin(new StubRequest(REQUEST));
    call.leaveThread();
    call.headers(200, name -> "Content-Type".equalsIgnoreCase(name) ? "application/json" : null);
    call.bytes(answer, 0, answer.length);
    call.closed();
  }

  private int tokens(byte[] document) throws IOException {
    int tokens = 0;
    try (JsonParser parser = json.createParser(document)) {
      while (parser.nextToken() != null) {
        tokens++;
      }
    }
    return tokens;
  }
}
