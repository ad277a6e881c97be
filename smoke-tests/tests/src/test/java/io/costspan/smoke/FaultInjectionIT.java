package io.costspan.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.costspan.smoke.runner.Scenario;
import io.costspan.testbed.jvm.Jdks;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A jar of ours with one method that throws: the application goes on, and we say that we failed. */
class FaultInjectionIT {
  static final String ROOT = "io.opentelemetry.javaagent.costspan.";
  private static final Scenario[] SCENARIOS = {
    Scenario.SYNC, Scenario.ASYNC, Scenario.STREAM, Scenario.ASYNC_STREAM, Scenario.BAD_REQUEST
  };

  @TempDir
  Path directory;

  private static Run plain;

  @BeforeAll
  static void runWithoutTheAgent() {
    plain = Launch.bare().scenariosOf(App.OPENAI_NEWEST, SCENARIOS);
  }

  @ParameterizedTest(name = "{0}.{1}")
  @CsvSource({
    "tap.openai.OpenAiTap, tee, tap.openai",
    "tap.openai.OpenAiRequest, path, call",
    "wire.JsonWalk, token, wire",
    "price.PriceBook, quote, price",
  })
  void aRoomThatThrowsIsCountedAndSaidOnce(String type, String method, String site)
      throws Exception {
    check(type, method, site);
  }

  @Tag("matrix")
  @ParameterizedTest(name = "{0}.{1}")
  @CsvSource({
    "tap.openai.OpenAiRequest, writeJsonTo, wire",
    "wire.JsonRequestReader, feed, wire",
    "wire.JsonResponseReader, feed, wire",
    "wire.EventStreamResponseReader, feed, wire",
    "attribution.Attribution, resolve, attribution",
    "telemetry.LedgerEvents, record, event",
    "telemetry.LedgerSums, record, ledger",
    "telemetry.CallRecording, end, call",
  })
  void anyOtherPlaceThatThrowsIsToo(String type, String method, String site) throws Exception {
    check(type, method, site);
  }

  private void check(String type, String method, String site) throws Exception {
    Path sabotaged = jarWhere(ROOT + type, method);

    Run watched = Launch.in(Environment.current())
        .run(
            Jdks.running(),
            (command, url, refusedPort) -> command
                .extension(sabotaged)
                .classPath(List.of(App.OPENAI_NEWEST.classPath()))
                .main(App.OPENAI_NEWEST.mainClass(), arguments(url, refusedPort)));

    Invisibility.sawTheSame(plain, watched);
    Invisibility.sentTheSame(plain, watched);
    assertThat(watched.received().sum("costspan.failures", Map.of("costspan.site", site)))
        .isPositive();
    assertThat(watched.jvm().stderr())
        .filteredOn(line -> line.contains("Costspan has a problem at " + site + ":"))
        .hasSize(1);
  }

  private static String[] arguments(String url, String refusedPort) {
    String[] arguments = new String[2 + SCENARIOS.length];
    arguments[0] = url;
    arguments[1] = refusedPort;
    for (int i = 0; i < SCENARIOS.length; i++) {
      arguments[2 + i] = SCENARIOS[i].label();
    }
    return arguments;
  }

  private Path jarWhere(String type, String method) throws IOException {
    Path sabotaged = Files.copy(Artifacts.extension(), directory.resolve("sabotaged.jar"));
    try (FileSystem jar = FileSystems.newFileSystem(sabotaged)) {
      Path file = jar.getPath(type.replace('.', '/') + ".class");
      Files.write(file, Sabotage.of(Files.readAllBytes(file), method));
    }
    return sabotaged;
  }

  /** Makes a method throw where it begins, by requiring a null to be none. */
  private static final class Sabotage extends ClassVisitor {
    private final String method;
    private int hits;

    private Sabotage(ClassVisitor next, String method) {
      super(Opcodes.ASM9, next);
      this.method = method;
    }

    static byte[] of(byte[] original, String method) {
      ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
      Sabotage sabotage = new Sabotage(writer, method);
      new ClassReader(original).accept(sabotage, 0);
      assertThat(sabotage.hits).as("methods named " + method).isPositive();
      return writer.toByteArray();
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
      boolean isHit = name.equals(method) && (access & Opcodes.ACC_ABSTRACT) == 0;
      hits += isHit ? 1 : 0;
      return isHit ? new ThrowAtOnce(next) : next;
    }
  }

  private static final class ThrowAtOnce extends MethodVisitor {
    ThrowAtOnce(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visitCode() {
      super.visitCode();
      visitInsn(Opcodes.ACONST_NULL);
      visitMethodInsn(
          Opcodes.INVOKESTATIC,
          "java/util/Objects",
          "requireNonNull",
          "(Ljava/lang/Object;)Ljava/lang/Object;",
          false);
      visitInsn(Opcodes.POP);
    }
  }
}
