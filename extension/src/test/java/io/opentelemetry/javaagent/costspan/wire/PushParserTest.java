package io.opentelemetry.javaagent.costspan.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PushParserTest {

  @BeforeEach
  void nobodyWaits() throws IOException {
    List<PushParser> taken = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      taken.add(PushParser.take());
    }
    taken.forEach(PushParser::discard);
  }

  @Test
  void whoeverComesNextHasTheSame() throws IOException {
    PushParser first = PushParser.take();
    read(first, "{\"a\":1}");
    first.giveBack();

    PushParser second = PushParser.take();
    assertThat(second).isSameAs(first);
    assertThat(read(second, "[true]"))
        .containsExactly(JsonToken.START_ARRAY, JsonToken.VALUE_TRUE, JsonToken.END_ARRAY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":", "{}tru", "{}{", "\"half"})
  void nobodyHasOneThatIsInTheMiddleOfSomething(String json) throws IOException {
    PushParser first = PushParser.take();
    read(first, json);
    first.giveBack();

    assertThat(PushParser.take()).isNotSameAs(first);
  }

  @Test
  void nobodyHasOneThatHasReadALot() throws IOException {
    PushParser first = PushParser.take();
    read(first, "[" + " ".repeat(17_000) + "]");
    first.giveBack();

    assertThat(PushParser.take()).isNotSameAs(first);
  }

  @Test
  void twoAtATimeAreTwo() throws IOException {
    assertThat(PushParser.take()).isNotSameAs(PushParser.take());
  }

  private static List<JsonToken> read(PushParser parser, String json) throws IOException {
    byte[] bytes = json.getBytes(UTF_8);
    parser.feed(bytes, 0, bytes.length);
    List<JsonToken> tokens = new ArrayList<>();
    for (JsonToken token = parser.next(); token != JsonToken.NOT_AVAILABLE; token = parser.next()) {
      tokens.add(token);
    }
    return tokens;
  }
}
