package io.opentelemetry.javaagent.costspan.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SocketReaderTest {

  private final SocketReader reader = new SocketReader();

  @ParameterizedTest
  @CsvSource({
    "response.create, ASKS",
    "response.created, BEGINS",
    "response.in_progress, NONE",
    "response.output_text.delta, OUTPUT",
    "response.output_audio.delta, OUTPUT",
    "response.function_call_arguments.delta, OUTPUT",
    "response.output_text.done, NONE",
    "response.done, ENDS",
    "response.completed, ENDS",
    "response.incomplete, ENDS",
    "response.failed, ENDS",
    "error, ERROR",
    "input_audio_buffer.committed, BEGINS",
    "conversation.item.input_audio_transcription.delta, OUTPUT",
    "conversation.item.input_audio_transcription.segment, NONE",
    "conversation.item.input_audio_transcription.completed, ENDS",
    "conversation.item.input_audio_transcription.failed, ENDS",
    "conversation.item.delta, NONE",
    "session.created, SESSION",
    "session.update, SESSION",
    "transcription_session.updated, SESSION",
    "rate_limits.updated, NONE",
    "'', NONE"
  })
  void knowsWhatAMessageMeans(String type, SocketStep step) {
    assertThat(reader.read("{\"type\":\"" + type + "\"}").step()).isEqualTo(step);
  }

  @Test
  void findsTheCallWhereverItIsNamed() {
    assertThat(reader
            .read("{\"delta\":\"x\",\"response_id\":\"resp_1\",\"item_id\":\"i\"}")
            .callId())
        .isEqualTo("resp_1");
    assertThat(reader
            .read("{\"response\":{\"output\":[{\"id\":\"m\"}],\"id\":\"resp_2\"}}")
            .callId())
        .isEqualTo("resp_2");
    assertThat(reader
            .read("{\"type\":\"input_audio_buffer.committed\",\"item_id\":\"item_3\"}")
            .callId())
        .isEqualTo("item_3");
  }

  @Test
  void forgetsTheMessageBefore() {
    reader.read("{\"type\":\"response.created\",\"stream_id\":\"a\",\"response\":{\"id\":\"r\"}}");
    SocketEvent next = reader.read("{\"type\":\"error\"}");

    assertThat(next.lane()).isNull();
    assertThat(next.callId()).isNull();
  }

  @Test
  void knowsTheModelsOfASession() {
    SocketEvent event = reader.read("{\"type\":\"session.created\",\"session\":{\"model\":\"m\","
        + "\"audio\":{\"input\":{\"transcription\":{\"model\":\"t\"}}}}}");

    assertThat(event.model()).isEqualTo("m");
    assertThat(event.transcriber()).isEqualTo("t");
    assertThat(event.tellsWholeSession()).isTrue();
    assertThat(reader
            .read("{\"type\":\"session.update\",\"session\":"
                + "{\"input_audio_transcription\":{\"model\":\"whisper-1\"}}}")
            .transcriber())
        .isEqualTo("whisper-1");
  }

  @Test
  void ignoresWhatIsTooLongForAName() {
    String audio = "\"" + "A".repeat(3_000_000) + "\"";

    assertThat(reader
            .read("{\"type\":\"response.output_audio.delta\",\"delta\":" + audio
                + ",\"response_id\":\"resp_1\"}")
            .callId())
        .isEqualTo("resp_1");
    assertThat(reader.read("{\"response_id\":" + audio + "}").callId()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{\"type\":", "nonsense", "}{", "{\"type\":\"error\""})
  void readsTheNextMessageAfterABrokenOne(String broken) {
    SocketEvent event = reader.read(broken);

    assertThat(event == null || event.step() == SocketStep.NONE).isTrue();
    assertThat(reader.read("{\"type\":\"error\"}").step()).isEqualTo(SocketStep.ERROR);
  }

  @Test
  void looksOnlyAtWhatTheClientMayMean() {
    assertThat(SocketReader.mayMatter("{\"type\":\"response.create\"}")).isTrue();
    assertThat(SocketReader.mayMatter("{\"type\": \"transcription_session.update\"}"))
        .isTrue();
    assertThat(SocketReader.mayMatter("{\"type\":\"input_audio_buffer.append\",\"audio\":\"\"}"))
        .isFalse();
  }
}
