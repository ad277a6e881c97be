package io.costspan.smoke.runner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.Set;
import java.util.TreeSet;

/**
 * Calls from threads that have less and less of their stack left, down to nothing. Where exactly one
 * overflows is the JVM's affair; that it does, and with what, is reported.
 */
final class DeepStacks {
  private static final long NUMBER = 3200;
  private static final int STEPS = 120;
  private static final int STACK_BYTES = 512 * 1024;

  private final LlmSdk sdk;
  private final Set<String> seen = new TreeSet<>();

  DeepStacks(LlmSdk sdk) {
    this.sdk = sdk;
  }

  void all() {
    initialise();
    int deepest = run(new Dive(Integer.MAX_VALUE));
    for (int step = 0; step < STEPS; step++) {
      run(new Dive(deepest * step / STEPS));
    }
    System.out.println("deep-stacks|saw " + seen);
  }

  /**
   * Classes that could not be initialised for want of stack stay broken, with and without an agent:
   * those of a call, and of options of sockets, which are set when a connection is given up.
   */
  private void initialise() {
    sdk.call(ask(NUMBER));
    try (Socket socket = new Socket()) {
      socket.setSoLinger(true, 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int run(Dive dive) {
    Thread thread = new Thread(null, dive, "deep", STACK_BYTES);
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return dive.reached;
  }

  private static Ask ask(long number) {
    return new Ask(number, "scenario:plain Say a word.", Ask.Model.STANDARD, true, false);
  }

  /** One thread, which calls when it has come to a depth. */
  private final class Dive implements Runnable {
    private final int depth;
    private int reached;
    private String outcome = "";

    Dive(int depth) {
      this.depth = depth;
    }

    @Override
    public void run() {
      try {
        down(0);
      } catch (Throwable t) {
        outcome = t.getClass().getName();
      }
      if (!outcome.isEmpty() && depth < Integer.MAX_VALUE) {
        seen.add(outcome);
      }
    }

    private void down(int at) {
      reached = at;
      if (at < depth) {
        down(at + 1);
      } else {
        sdk.call(ask(NUMBER));
        outcome = "an answer";
      }
    }
  }
}
