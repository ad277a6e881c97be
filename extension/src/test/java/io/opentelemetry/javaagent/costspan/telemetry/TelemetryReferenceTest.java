package io.opentelemetry.javaagent.costspan.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TelemetryReferenceTest {

  private static final Path DOCUMENT = Path.of("..", "docs", "telemetry.md");

  private static Emitted published;
  private static Emitted latest;
  private static Emitted withPlainUsers;

  @BeforeAll
  static void emitEverything() {
    try (CapturedLog ignored = new CapturedLog(Failures.class)) {
      published = Emitted.under(false);
      latest = Emitted.under(true);
      withPlainUsers = Emitted.withPlainUsers();
    }
  }

  @Test
  void theDocumentSaysWhatTheCodeEmits() throws Exception {
    String rendered = TelemetryReference.render(published, latest);
    if (Boolean.getBoolean("update.docs")) {
      Files.createDirectories(DOCUMENT.getParent());
      Files.writeString(DOCUMENT, rendered);
    }

    assertThat(DOCUMENT).as("-Dupdate.docs=true writes it").exists();
    assertThat(Files.readString(DOCUMENT).replace("\r\n", "\n"))
        .as("%s is out of date; -Dupdate.docs=true writes it anew", DOCUMENT)
        .isEqualTo(rendered);
  }

  @Test
  void everyAttributeIsExplainedAndEveryExplainedOneExists() {
    assertThat(new AttributeNotes().all().keySet()).containsExactlyInAnyOrderElementsOf(emitted());
  }

  @Test
  void noNameIsKeptThatNothingEmits() throws Exception {
    assertThat(emitted()).containsAll(keysOfNames());
  }

  @Test
  void noTwoNamesDifferOnlyInDotsAndUnderscores() {
    Set<String> all = emitted();

    assertThat(all).extracting(name -> name.replace('.', '_')).doesNotHaveDuplicates();
  }

  private static Set<String> emitted() {
    Set<String> all = new TreeSet<>(published.attributeNames());
    all.addAll(latest.attributeNames());
    all.addAll(withPlainUsers.attributeNames());
    return all;
  }

  private static Set<String> keysOfNames() throws IllegalAccessException {
    Set<String> keys = new TreeSet<>();
    for (Field field : Names.class.getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers()) && field.getType() == AttributeKey.class) {
        field.setAccessible(true);
        keys.add(((AttributeKey<?>) field.get(null)).getKey());
      }
    }
    return keys;
  }
}
