package io.costspan.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.costspan.testbed.jvm.Jdks;
import io.costspan.testbed.jvm.JvmCommand;
import io.costspan.testbed.otlp.Attributes;
import io.costspan.testbed.otlp.ReceivedSpan;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Bedrock's streams without AWS's SDK: the frames come through a general HTTP client. */
class BedrockFramesIT {

  @Test
  void arePricedAsTheSdksStreamsAre() {
    Run plain = Launch.bare().run(Jdks.running(), BedrockFramesIT::frames);
    Run run = Launch.in(Environment.current())
        .property("otel.instrumentation.costspan.endpoints", "127.0.0.1=aws.bedrock")
        .run(Jdks.running(), BedrockFramesIT::frames);

    Invisibility.sawTheSame(plain, run);
    assertThat(run.received().sum("costspan.failures", Map.of())).isZero();
    Attributes conversed = attributes(run, "chat amazon.nova-lite-v1:0");
    assertThat(conversed.integer("gen_ai.request.max_tokens")).isEqualTo(31);
    // 1,200 at 0.06 and 300 at 0.24 USD a million.
    assertThat(conversed.number("gen_ai.usage.cost.amount")).isEqualTo(0.000144);
    Attributes invoked = attributes(run, "chat us.anthropic.claude-sonnet-4-5-20250929-v1:0");
    assertThat(invoked.integer("gen_ai.request.max_tokens")).isEqualTo(32);
    // 1,200 at 3.30 and 300 at 16.50 USD a million: a profile of the US costs a tenth more.
    assertThat(invoked.number("gen_ai.usage.cost.amount")).isEqualTo(0.00891);
    assertThat(List.of(conversed, invoked))
        .extracting(span -> span.string("llm.stream.end"), span -> span.string("llm.outcome"))
        .containsOnly(tuple("complete", "success"));
  }

  private static void frames(JvmCommand command, String url, String refusedPort) {
    command
        .classPath(List.of(App.OKHTTP_NEWEST.classPath()))
        .main("io.costspan.smoke.okhttp.Frames", url);
  }

  private static Attributes attributes(Run run, String name) {
    List<ReceivedSpan> spans = run.received().spansOf(Run.SCOPE).stream()
        .filter(span -> span.name().equals(name))
        .toList();
    assertThat(spans).as(name).hasSize(1);
    return spans.get(0).attributes();
  }
}
