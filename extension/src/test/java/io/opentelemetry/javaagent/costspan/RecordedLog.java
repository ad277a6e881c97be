package io.opentelemetry.javaagent.costspan;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What our classes log while it is open, as {@code LEVEL message}; it does not reach the console. */
public final class RecordedLog extends Handler implements AutoCloseable {

  private static final Logger OURS = Logger.getLogger("io.opentelemetry.javaagent.costspan");

  private final List<String> lines = new ArrayList<>();

  public static RecordedLog open() {
    RecordedLog log = new RecordedLog();
    OURS.addHandler(log);
    OURS.setUseParentHandlers(false);
    return log;
  }

  public List<String> lines() {
    return lines;
  }

  public List<String> warnings() {
    return lines.stream()
        .filter(line -> line.startsWith(Level.WARNING.getName()))
        .toList();
  }

  @Override
  public synchronized void publish(LogRecord entry) {
    lines.add(entry.getLevel().getName() + " " + entry.getMessage());
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    OURS.removeHandler(this);
    OURS.setUseParentHandlers(true);
  }
}
