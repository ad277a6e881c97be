package io.opentelemetry.javaagent.costspan.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import com.knuddels.jtokkit.Encodings;
import io.opentelemetry.javaagent.costspan.wire.Tokenizer;
import io.opentelemetry.javaagent.costspan.wire.Vocabulary;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadedVocabulariesTest {

  @TempDir
  Path directory;

  private final List<Throwable> problems = new ArrayList<>();
  private final Deque<Runnable> background = new ArrayDeque<>();

  @ParameterizedTest
  @CsvSource({"O200K_BASE,8", "CL100K_BASE,9"})
  void countsAsOpenAiDoes(Vocabulary vocabulary, int tokens) throws Exception {
    LoadedVocabularies vocabularies = from(jtokkit());
    vocabularies.tokenizer(vocabulary);
    runBackground();

    Tokenizer tokenizer = vocabularies.tokenizer(vocabulary);

    // The first is an example of the cookbook of OpenAI; nothing is special in a prompt.
    assertThat(tokenizer.count("お誕生日おめでとう")).isEqualTo(tokens);
    assertThat(tokenizer.count("<|endoftext|>")).isGreaterThan(1);
    assertThat(problems).isEmpty();
  }

  @Test
  void loadsTheNewerOneAtOnceAndTheOlderOneWhenAsked() throws Exception {
    LoadedVocabularies vocabularies = from(jtokkit());
    assertThat(vocabularies.tokenizer(Vocabulary.O200K_BASE)).isNull();
    assertThat(background).hasSize(1);
    runBackground();

    assertThat(vocabularies.tokenizer(Vocabulary.O200K_BASE)).isNotNull();
    assertThat(vocabularies.tokenizer(Vocabulary.CL100K_BASE)).isNull();
    assertThat(vocabularies.tokenizer(Vocabulary.CL100K_BASE)).isNull();
    assertThat(background).hasSize(1);
    runBackground();

    assertThat(vocabularies.tokenizer(Vocabulary.CL100K_BASE)).isNotNull();
  }

  @Test
  void sharesNoClassWithTheApplication() throws Exception {
    Jtokkit library = Jtokkit.open(jtokkit());

    assertThat(library.encodingClass().getName()).isEqualTo("com.knuddels.jtokkit.api.Encoding");
    assertThat(library.encodingClass()).isNotEqualTo(com.knuddels.jtokkit.api.Encoding.class);
    assertThat(library.encodingClass().getClassLoader().getParent()).isNull();
  }

  @Test
  void fileThatIsNotThereIsOneProblem() {
    LoadedVocabularies vocabularies = from(directory.resolve("nowhere.jar"));
    runBackground();
    vocabularies.tokenizer(Vocabulary.CL100K_BASE);
    runBackground();

    assertThat(vocabularies.tokenizer(Vocabulary.O200K_BASE)).isNull();
    assertThat(vocabularies.tokenizer(Vocabulary.CL100K_BASE)).isNull();
    assertThat(problems).hasSize(1);
    assertThat(problems.get(0)).hasMessageContaining("nowhere.jar");
  }

  @Test
  void anotherJarIsOneProblem() throws Exception {
    Path jar = directory.resolve("other.jar");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      zip.putNextEntry(new ZipEntry("x"));
    }
    LoadedVocabularies vocabularies = from(jar);
    runBackground();

    assertThat(vocabularies.tokenizer(Vocabulary.O200K_BASE)).isNull();
    assertThat(problems).singleElement().isInstanceOf(ClassNotFoundException.class);
  }

  @Test
  void fileThatIsNoJarIsOneProblem() throws Exception {
    Path file = Files.writeString(directory.resolve("text.jar"), "no jar");
    from(file);
    runBackground();

    assertThat(problems).hasSize(1);
  }

  @Test
  void backgroundThatTakesNothingIsOneProblem() throws Exception {
    LoadedVocabularies vocabularies = LoadedVocabularies.from(
        jtokkit(),
        task -> {
          throw new OutOfMemoryError("unable to create native thread");
        },
        problems::add);

    assertThat(vocabularies.tokenizer(Vocabulary.O200K_BASE)).isNull();
    assertThat(vocabularies.tokenizer(Vocabulary.CL100K_BASE)).isNull();
    assertThat(problems).hasSize(1);
  }

  private LoadedVocabularies from(Path jar) {
    return LoadedVocabularies.from(jar, background::add, problems::add);
  }

  private void runBackground() {
    while (!background.isEmpty()) {
      background.remove().run();
    }
  }

  private static Path jtokkit() throws URISyntaxException {
    return Path.of(
        Encodings.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
