package io.costspan.demo;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Exits with 0 when everything that was asked for happened and every sum agrees, else with 1. */
public final class DemoMain {
  private DemoMain() {}

  public static void main(String[] arguments) {
    // Box lines whatever the locale of the terminal that Maven was started in.
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    DemoSettings settings = new DemoSettings(
        Path.of(System.getProperty("demo.agent")),
        Path.of(System.getProperty("demo.service")),
        Path.of(System.getProperty("demo.log")),
        Boolean.getBoolean("demo.live"),
        System.getenv());
    System.exit(passes(settings, out) ? 0 : 1);
  }

  private static boolean passes(DemoSettings settings, PrintStream out) {
    try {
      return new Demo(settings, out).run();
    } catch (DemoFailure e) {
      out.println();
      out.println("The demo failed: " + e.getMessage());
      return false;
    }
  }
}
