package io.opentelemetry.javaagent.costspan.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActionSettingsTest {

  @Test
  void readsARequestWithTheClassOfItsStatus() {
    ActionRow row = only("copilot = post /drafts/{id}/accept 3xx");

    assertThat(row.feature()).isEqualTo("copilot");
    assertThat(row.kind()).isEqualTo(ActionRow.Kind.REQUEST);
    assertThat(row.httpMethod()).isEqualTo("POST");
    assertThat(row.route()).isEqualTo("/drafts/{id}/accept");
    assertThat(row.leastStatus()).isEqualTo(300);
    assertThat(row.mostStatus()).isEqualTo(399);
    assertThatThrownBy(row::event).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void takesASingleStatusAndSuccessWhereNoneIsWritten() {
    assertThat(only("a=* /done 201").leastStatus()).isEqualTo(201);
    assertThat(only("a=* /done 201").mostStatus()).isEqualTo(201);
    assertThat(only("a=* /done").leastStatus()).isEqualTo(200);
    assertThat(only("a=* /done").mostStatus()).isEqualTo(299);
  }

  @Test
  void readsEventsAndSeveralRows() {
    List<ActionRow> rows =
        rows("support=event:ticket.resolved, /copilot/{id}=PUT /drafts/{id} 2xx,");

    assertThat(rows.get(0).event()).isEqualTo("ticket.resolved");
    assertThat(rows.get(1).kind()).isEqualTo(ActionRow.Kind.REQUEST);
    assertThat(rows).extracting(ActionRow::feature).containsExactly("support", "/copilot/{id}");
  }

  @Test
  void readsAMethod() {
    ActionRow row = only("copilot=com.acme.Drafts$Inner#accept");

    assertThat(row.kind()).isEqualTo(ActionRow.Kind.METHOD);
    assertThat(row.className()).isEqualTo("com.acme.Drafts$Inner");
    assertThat(row.methodName()).isEqualTo("accept");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "copilot",
        "=POST /a",
        "copilot=POST",
        "copilot=POST drafts",
        "copilot=com.acme.Drafts#",
        "copilot=com.acme.Drafts#accept(0)",
        "copilot=POST /a 6xx",
        "copilot=POST /a 20",
        "copilot=event:",
        "copilot=event:two words",
        "good=POST /a,bad"
      })
  void refusesWhatIsNoRow(String text) {
    assertThat(ActionSettings.parse(text)).isNull();
  }

  @Test
  void isWrittenAsItWasRead() {
    String text = "copilot=POST /a 2xx,b=event:c";

    assertThat(ActionSettings.parse(text)).hasToString(text);
    assertThat(ActionSettings.parse(text)).isEqualTo(ActionSettings.parse(text));
  }

  @Test
  void findsWhatIsWrittenBeforeTheAgentIsReady() {
    String property = "otel.instrumentation.costspan.actions";

    assertThat(
            ActionSettings.written(name -> name.equals(property) ? "support=event:resolved" : null)
                .name(ActionRow.Kind.EVENT))
        .isTrue();
    assertThat(ActionSettings.written(name -> "nonsense").name(ActionRow.Kind.EVENT))
        .isFalse();
    assertThat(ActionSettings.written(name -> null).name(ActionRow.Kind.EVENT)).isFalse();
  }

  private static ActionRow only(String text) {
    assertThat(rows(text)).hasSize(1);
    return rows(text).get(0);
  }

  private static List<ActionRow> rows(String text) {
    ActionSettings settings = ActionSettings.parse(text);
    assertThat(settings).isNotNull();
    return settings.rows();
  }
}
