package io.opentelemetry.javaagent.costspan.cli;

import java.io.IOException;
import java.util.List;

/** One thing that the jar can be asked for. */
interface Command {

  /** What it is called by: {@code prices list}. */
  String name();

  /** Usage, options and examples. */
  List<String> help();

  /**
   * Carries the command out.
   *
   * @param arguments what follows its name
   * @return one of {@link ExitCode}
   * @throws WrongUsage when the arguments make no sense
   * @throws IOException when a file that was named cannot be read or written
   */
  int run(String[] arguments, Console console) throws WrongUsage, IOException;
}
