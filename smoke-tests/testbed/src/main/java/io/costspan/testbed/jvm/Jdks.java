package io.costspan.testbed.jvm;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The JDKs that tests run applications on. */
public final class Jdks {
  private static final Path INSTALLED = Path.of("/usr/lib/jvm");

  private Jdks() {}

  /** The one that runs the test. */
  public static Path running() {
    return Path.of(System.getProperty("java.home"));
  }

  /** {@code COSTSPAN_JDK25}, or what Linux distributions install; fails with what to do about it. */
  public static Path jdk25() {
    String named = System.getenv("COSTSPAN_JDK25");
    if (named != null && !named.isEmpty()) {
      return Path.of(named);
    }
    try (DirectoryStream<Path> found = Files.newDirectoryStream(INSTALLED, "*25*")) {
      for (Path home : found) {
        if (Files.isExecutable(home.resolve("bin/java"))) {
          return home;
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + INSTALLED, e);
    }
    throw new IllegalStateException("no JDK 25: install one, or set COSTSPAN_JDK25 to its home");
  }
}
