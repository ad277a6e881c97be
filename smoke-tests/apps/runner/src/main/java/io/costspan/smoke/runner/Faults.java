package io.costspan.smoke.runner;

import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Calls of each shape while one fault after the other happens, which a test has planted in other code
 * of the JVM: it happens where a property has a value. First it is found out at which of them the
 * calls come by. After each one more call is made, without any. Arguments: URL of the provider,
 * {@code faults}.
 *
 * <p>Prints what is not as it is without faults, and at the end which were come by.
 */
public final class Faults {
  static final String WORD = "faults";

  /** Before the number of a fault, the name of its property. */
  public static final String PROPERTY = "smoke.fault.";

  /** What no number can be read from. */
  public static final String HAPPENING = "happening";

  /** Numbers of calls: with fault 17 those from 1,170 on, and after it 1,179. */
  public static final int CALLS_OF_A_FAULT = 10;

  /** The last of them is made when the fault is over. */
  public static final int AFTERWARDS = 9;

  private final Repeated calls;
  private final Seen seen = new Seen();
  private final Map<String, String> usual = new TreeMap<>();

  private Faults(Repeated calls) {
    this.calls = calls;
  }

  static void run(Connector connector, String... args) {
    Warmup.await();
    Faults faults = new Faults(Repeated.of(connector.connect(args[0], 0), args[0]));
    faults.findOut();
    // What is come by only because of a fault is not among them.
    Set<Integer> cameBy = new TreeSet<>(faults.seen.fault);
    cameBy.forEach(faults::happens);
    System.out.println("came by|" + cameBy);
  }

  /** Twice: what is done only once is not come by again. */
  private void findOut() {
    every();
    System.setProperties(seen);
    every();
    seen.fault.clear();
    every();
  }

  private void every() {
    for (Shape shape : Shape.values()) {
      usual.put(shape.name(), outcome(shape, Repeated.FIRST - CALLS_OF_A_FAULT + shape.ordinal()));
    }
  }

  private void happens(int fault) {
    int first = Repeated.FIRST + fault * CALLS_OF_A_FAULT;
    System.setProperty(PROPERTY + fault, HAPPENING);
    for (Shape shape : Shape.values()) {
      compare(fault + " at " + shape, shape, first + shape.ordinal());
    }
    System.clearProperty(PROPERTY + fault);
    compare(fault + " is over", Shape.CALL, first + AFTERWARDS);
  }

  private void compare(String when, Shape shape, int number) {
    String outcome = outcome(shape, number);
    if (!outcome.equals(usual.get(shape.name()))) {
      System.out.println("fault " + when + "|" + outcome);
    }
  }

  private String outcome(Shape shape, int number) {
    return calls.outcome(shape.word, number, shape.prompt);
  }

  private enum Shape {
    CALL("call", "scenario:plain Say a word."),
    ASYNC("async", "scenario:plain Say a word."),
    STREAM("stream", "scenario:plain Say a word."),
    ASYNC_STREAM("async-stream", "scenario:plain Say a word."),
    LEFT("left", "scenario:plain Say a word."),
    REFUSED("call", "scenario:400 Say a word."),
    REFUSED_STREAM("stream", "scenario:400 Say a word.");

    private final String word;
    private final String prompt;

    Shape(String word, String prompt) {
      this.word = word;
      this.prompt = prompt;
    }
  }

  /** Remembers which faults were asked whether they happen. */
  private static final class Seen extends Properties {
    private final Set<Integer> fault = ConcurrentHashMap.newKeySet();

    Seen() {
      putAll(System.getProperties());
    }

    @Override
    public String getProperty(String name, String other) {
      if (name.startsWith(PROPERTY)) {
        fault.add(Integer.valueOf(name.substring(PROPERTY.length())));
      }
      return super.getProperty(name, other);
    }
  }
}
