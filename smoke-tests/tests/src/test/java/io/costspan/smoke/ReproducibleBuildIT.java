package io.costspan.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.costspan.testbed.jvm.Jdks;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Who builds the sources again gets the same bytes: in another directory, which no git knows, in
 * another time zone and language, as somebody else, with modules built at once.
 */
@Tag("matrix")
class ReproducibleBuildIT {
  private static final Path ROOT = Path.of(System.getProperty("smoke.root"));
  private static final List<String> SOURCES =
      List.of("pom.xml", "mvnw", ".mvn", "LICENSE", "NOTICE", "extension", "agent");
  private static final String SOMEBODY_ELSE =
      "-Duser.timezone=Pacific/Auckland -Duser.language=tr -Duser.country=TR -Duser.name=ayse";
  private static final int PATIENCE_MINUTES = 5;

  @TempDir
  private static Path copy;

  @BeforeAll
  static void buildAgain() throws IOException, InterruptedException {
    for (String source : SOURCES) {
      copy(ROOT.resolve(source), copy.resolve(source));
    }
    Path log = copy.resolve("build.log");
    ProcessBuilder maven = new ProcessBuilder(
            copy.resolve("mvnw").toString(),
            "--quiet",
            "--batch-mode",
            "--no-transfer-progress",
            "--threads=2",
            // All modules but those that test: they are not copied.
            "--activate-profiles=-all",
            "-Dmaven.repo.local=" + System.getProperty("smoke.repository"),
            "-Dmaven.test.skip",
            "package")
        .directory(copy.toFile())
        .redirectErrorStream(true)
        .redirectOutput(log.toFile());
    maven.environment().put("JAVA_HOME", Jdks.running().toString());
    maven.environment().put("MAVEN_OPTS", SOMEBODY_ELSE);
    maven.environment().put("TZ", "Pacific/Auckland");
    Process build = maven.start();
    boolean ended = build.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
    build.destroyForcibly();
    assertThat(ended && build.exitValue() == 0).as(Files.readString(log)).isTrue();
  }

  @Test
  void theExtensionIsTheSame() throws IOException {
    isTheSame("extension/target", "costspan-*[0-9].jar");
  }

  @Test
  void itsBillOfMaterialsIsTheSame() throws IOException {
    isTheSame("extension/target", "costspan-*-sbom.json");
  }

  @Test
  void theAgentWithTheExtensionInsideIsTheSame() throws IOException {
    isTheSame("agent/target", "costspan-agent-*[0-9].jar");
  }

  private static void isTheSame(String directory, String name) throws IOException {
    Path first = only(ROOT.resolve(directory), name);
    Path second = copy.resolve(directory).resolve(first.getFileName());
    assertThat(second).exists();
    assertThat(Files.mismatch(first, second)).as("the first byte that differs").isEqualTo(-1);
  }

  private static Path only(Path directory, String name) throws IOException {
    try (var files = Files.newDirectoryStream(directory, name)) {
      List<Path> found = new ArrayList<>();
      files.forEach(found::add);
      assertThat(found).as(directory + "/" + name).hasSize(1);
      return found.get(0);
    }
  }

  /** Without what was built. */
  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(from, new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
          throws IOException {
        if (directory.getFileName().toString().equals("target")) {
          return FileVisitResult.SKIP_SUBTREE;
        }
        Files.createDirectories(to.resolve(from.relativize(directory)));
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
          throws IOException {
        // Executable stays executable.
        Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
        return FileVisitResult.CONTINUE;
      }
    });
  }
}
