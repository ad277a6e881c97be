package io.opentelemetry.javaagent.costspan.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.opentelemetry.javaagent.costspan.usage.Leaf;
import io.opentelemetry.javaagent.costspan.usage.ResponseFacts;
import io.opentelemetry.javaagent.costspan.usage.Usage;
import io.opentelemetry.javaagent.costspan.wire.Recorded.Body;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The network cuts bodies anywhere and gateways break them in any way. */
class AnyBytesTest {

  private static final List<Body> BODIES = Stream.concat(
          Recorded.RESPONSE_BODIES.stream(),
          GoldenTest.all().map(golden -> new Body(golden.format(), golden.path())))
      .collect(Collectors.toList());

  @Property(tries = 1000)
  void everyCutGivesTheSameFacts(@ForAll("bodies") Body body, @ForAll long seed) {
    ResponseReader whole = body.reader();
    Recorded.feed(whole, body.bytes());
    whole.endOfInput();

    ResponseReader cut = body.reader();
    Pieces.feed(body.bytes(), seed, cut);
    cut.endOfInput();

    assertThat(cut.facts()).usingRecursiveComparison().isEqualTo(whole.facts());
    assertThat(cut.isComplete()).isEqualTo(whole.isComplete());
    assertThat(cut.chunks()).isEqualTo(whole.chunks());
    assertThat(cut.malformed()).isEqualTo(whole.malformed());
    assertThat(cut.modelSoFar()).isEqualTo(whole.modelSoFar());
  }

  @ParameterizedTest
  @MethodSource("bodiesThatAreShort")
  void everyPlaceMayBeTheCut(Body body) {
    byte[] bytes = body.bytes();
    String whole = said(body.reader(), bytes, bytes.length);

    for (int cut = 0; cut < bytes.length; cut++) {
      assertThat(said(body.reader(), bytes, cut)).as("cut at %s", cut).isEqualTo(whole);
    }
  }

  /** What is malformed may be found so in one cut only: Jackson lets some commas pass at a cut. */
  @Property(tries = 2000)
  void everyCutOfAChangedBodyThatIsStillJsonGivesTheSameFacts(
      @ForAll("bodies") Body body, @ForAll long seed) {
    byte[] changed = changed(body.bytes(), new Random(seed));
    ResponseReader whole = body.reader();
    Recorded.feed(whole, changed);
    whole.endOfInput();

    ResponseReader cut = body.reader();
    Pieces.feed(changed, seed, cut);
    cut.endOfInput();

    assertThat(cut.malformed()).isLessThanOrEqualTo(whole.malformed());
    if (whole.malformed() == 0) {
      assertThat(cut.facts()).usingRecursiveComparison().isEqualTo(whole.facts());
      assertThat(cut.isComplete()).isEqualTo(whole.isComplete());
    }
  }

  @Property(tries = 1000)
  void noBytesAtAllMakeAReaderThrow(
      @ForAll byte[] garbage, @ForAll("bodies") Body body, @ForAll boolean stream) {
    ResponseReader reader = body.format().responseReader(stream);
    RequestReader request = body.format().requestReader("");

    assertThatCode(() -> {
          Recorded.feed(reader, garbage);
          Recorded.feed(reader, body.bytes());
          Recorded.feed(reader, garbage);
          reader.facts();
          reader.endOfInput();
          reader.endOfInput();
          Recorded.feed(reader, garbage);
          reader.facts();
          request.feed(garbage, 0, garbage.length);
          request.feed(body.bytes(), 0, body.bytes().length);
          request.facts();
        })
        .doesNotThrowAnyException();
  }

  @Property(tries = 2000)
  void noBodyAtAllMakesAFormatOfAnotherKindThrow(
      @ForAll("formats") WireFormat format,
      @ForAll("bodies") Body body,
      @ForAll boolean stream,
      @ForAll long seed) {
    byte[] changed = changed(body.bytes(), new Random(seed));
    ResponseReader reader = format.responseReader(stream);

    assertThatCode(() -> {
          Pieces.feed(changed, seed, reader);
          reader.endOfInput();
          reader.facts().usage().leaves();
          format.requestReader("").feed(changed, 0, changed.length);
          WireFormats.ofResponse(changed);
        })
        .doesNotThrowAnyException();
  }

  /** Each number of a body becomes one that no provider can mean. */
  @Property(tries = 1000)
  void noNumberAtAllMakesACountNegative(@ForAll("bodies") Body body, @ForAll long seed) {
    Random random = new Random(seed);
    String[] nasty = {
      "9007199254740991",
      "9223372036854775807",
      "-1",
      "1e308",
      "1e-400",
      "0.5",
      "99999999999999999999999999",
      "1e999999999",
      "4503599627370496.0"
    };
    String changed = Pattern.compile("(?<=[:\\[,])\\s*[0-9][0-9.]*")
        .matcher(new String(body.bytes(), UTF_8))
        .replaceAll(number -> nasty[random.nextInt(nasty.length)]);
    ResponseReader reader = body.reader();
    Recorded.feed(reader, changed.getBytes(UTF_8));
    reader.endOfInput();

    Usage usage = reader.facts().usage();

    assertThat(usage.toString()).doesNotContain("-");
    for (Leaf leaf : Leaf.values()) {
      assertThat(usage.leaves().of(leaf)).isNotNegative();
    }
    assertThat(usage.leaves().inputTokens()).isNotNegative();
    assertThat(usage.reportedUsd() == null || usage.reportedUsd().signum() >= 0).isTrue();
  }

  @Provide
  Arbitrary<WireFormat> formats() {
    return Arbitraries.of(WireFormats.all());
  }

  @Provide
  Arbitrary<Body> bodies() {
    return Arbitraries.of(BODIES);
  }

  static Stream<Body> bodiesThatAreShort() {
    return BODIES.stream().filter(body -> body.bytes().length < 5_000);
  }

  private static String said(ResponseReader reader, byte[] bytes, int cut) {
    reader.feed(bytes, 0, cut);
    reader.feed(bytes, cut, bytes.length - cut);
    ResponseFacts facts = reader.facts();
    return String.join(
        " ",
        facts.id(),
        facts.model(),
        facts.terms().serviceTier(),
        facts.errorType(),
        facts.finishReasons().toString(),
        facts.usage().toString(),
        Long.toString(reader.chunks()),
        Integer.toString(reader.malformed()),
        Boolean.toString(reader.isComplete()));
  }

  private static byte[] changed(byte[] bytes, Random random) {
    byte[] changed = bytes.clone();
    byte[] nasty = "{}[]\":,\\\n\r0-9eE.u".getBytes(UTF_8);
    for (int i = random.nextInt(6); i >= 0; i--) {
      changed[random.nextInt(changed.length)] =
          random.nextBoolean() ? nasty[random.nextInt(nasty.length)] : (byte) random.nextInt(256);
    }
    return Arrays.copyOf(changed, changed.length - random.nextInt(changed.length / 2));
  }
}
