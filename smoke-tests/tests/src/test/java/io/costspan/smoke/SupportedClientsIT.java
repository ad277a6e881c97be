package io.costspan.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of clients in docs/supported-clients.md is what the scenarios run with. */
class SupportedClientsIT {
  private static final String BEGIN = "<!-- clients: made by SupportedClientsIT -->\n";
  private static final String END = "<!-- end of clients -->\n";

  @Test
  void thePageHasEveryClientWithItsVersions() throws IOException {
    Path page = Artifacts.app("../../docs/supported-clients.md");
    String text = Files.readString(page);
    String expected = text.substring(0, text.indexOf(BEGIN) + BEGIN.length())
        + Client.table()
        + text.substring(text.indexOf(END));
    if (Boolean.getBoolean("update.docs")) {
      Files.writeString(page, expected);
    }

    assertThat(page).content().isEqualTo(expected);
  }

  @Test
  void everyApplicationIsOfAClientOnThePage() {
    for (App app : App.values()) {
      assertThat(Stream.of(Client.values()).filter(client -> client.isOf(app)))
          .as(app.toString())
          .hasSize(1);
    }
  }
}
