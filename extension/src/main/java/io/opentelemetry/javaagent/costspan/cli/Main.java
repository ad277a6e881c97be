package io.opentelemetry.javaagent.costspan.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code java -jar costspan.jar}: finds the command and carries it out. */
public final class Main {

  private static final List<Command> COMMANDS = Collections.unmodifiableList(Arrays.asList(
      new PriceCommand(),
      new ListCommand(),
      new ShowCommand(),
      new ValidateCommand(),
      new DiffCommand(),
      new ImportCommand()));

  private Main() {}

  /** Ends the process with one of the documented exit codes. */
  public static void main(String... arguments) throws UnsupportedEncodingException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8.name());
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8.name());
    System.exit(run(arguments, System.in, out, err));
  }

  /** Carries a command out; never throws. */
  static int run(String[] arguments, InputStream in, PrintStream out, PrintStream err) {
    Console console = new Console(in, out, err);
    try {
      return dispatch(arguments, console);
    } catch (WrongUsage e) {
      console.complain("costspan: " + e.getMessage());
      return ExitCode.WRONG_USAGE;
    } catch (IOException e) {
      console.complain("costspan: " + reason(e));
      return ExitCode.WRONG_USAGE;
    } catch (RuntimeException | Error e) {
      console.complain("costspan: this is a fault of Costspan: " + e);
      return ExitCode.FAULT;
    } finally {
      console.flush();
    }
  }

  private static int dispatch(String[] arguments, Console console) throws WrongUsage, IOException {
    List<String> words = Arrays.asList(arguments);
    Command command = command(words);
    if (command == null) {
      return overview(words, console);
    }
    int used = command.name().split(" ").length;
    if (words.contains("--help") || words.contains("-h")) {
      command.help().forEach(console::say);
      return ExitCode.FINE;
    }
    return command.run(Arrays.copyOfRange(arguments, used, arguments.length), console);
  }

  private static @Nullable Command command(List<String> words) {
    for (Command command : COMMANDS) {
      List<String> name = Arrays.asList(command.name().split(" "));
      if (words.size() >= name.size() && words.subList(0, name.size()).equals(name)) {
        return command;
      }
    }
    return null;
  }

  private static int overview(List<String> words, Console console) throws WrongUsage {
    boolean asked = words.isEmpty() || words.contains("--help") || words.contains("-h");
    if (!asked) {
      String unknown = String.join(" ", words.subList(0, Math.min(2, words.size())));
      throw new WrongUsage("unknown command "
          + unknown
          + Nearest.hint(unknown, names())
          + "; known are "
          + String.join(", ", names())
          + " (--help shows each)");
    }
    console.say("Costspan: what LLM calls cost. Commands:");
    for (Command command : COMMANDS) {
      console.say("  " + command.help().get(0));
    }
    console.say("Each has --help.");
    return words.isEmpty() ? ExitCode.WRONG_USAGE : ExitCode.FINE;
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>();
    for (Command command : COMMANDS) {
      names.add(command.name());
    }
    return names;
  }

  private static String reason(IOException e) {
    if (e instanceof FileSystemException && ((FileSystemException) e).getReason() == null) {
      return ((FileSystemException) e).getFile() + ": " + why((FileSystemException) e);
    }
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }

  /** The system's own exceptions say no more than the name of the file. */
  private static String why(FileSystemException e) {
    if (e instanceof NoSuchFileException) {
      return "does not exist";
    }
    return e instanceof AccessDeniedException ? "access is denied" : "cannot be opened";
  }
}
