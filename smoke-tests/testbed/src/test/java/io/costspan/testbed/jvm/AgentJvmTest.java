package io.costspan.testbed.jvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentJvmTest {
  @TempDir
  Path directory;

  @Test
  void returnsWhatWasPrintedOnBothStreams() throws Exception {
    // More than a pipe holds, on the stream that a careless reader would read last.
    JvmCommand command = source("""
            class Talk {
              public static void main(String... args) {
                for (int i = 0; i < 20_000; i++) System.err.println("err " + i);
                System.out.println("out " + System.getProperty("who"));
                System.exit(3);
              }
            }""");

    AgentRun run = AgentJvm.run(command.property("who", "me"), Duration.ofSeconds(60));

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.stdout()).containsExactly("out me");
    assertThat(run.stderr()).contains("err 0", "err 19999");
  }

  @Test
  void killsWhatDoesNotEnd() throws Exception {
    JvmCommand command = source("""
            class Hang {
              public static void main(String... args) throws Exception {
                Thread.currentThread().join();
              }
            }""");

    assertThatThrownBy(() -> AgentJvm.run(command, Duration.ofMillis(300)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("still running after PT0.3S");
  }

  @Test
  void serversAreAskedWhenTheyListenAndEndedByASignal() throws Exception {
    JvmCommand command = source("""
            class Serve {
              public static void main(String... args) throws Exception {
                System.out.println("starting");
                System.out.println("listening|4711");
                Runtime.getRuntime().addShutdownHook(
                    new Thread(() -> System.out.println("ended")));
                Thread.currentThread().join();
              }
            }""");

    try (AgentJvm jvm = AgentJvm.start(command, Duration.ofSeconds(60))) {
      assertThat(jvm.port()).isEqualTo(4711);
      assertThat(jvm.end().stdout()).startsWith("starting", "listening|4711");
    }
  }

  private JvmCommand source(String program) throws Exception {
    Path file = Files.writeString(directory.resolve("Program.java"), program);
    return new JvmCommand(Jdks.running()).main(file.toString());
  }
}
