package io.costspan.smoke.served;

/** Serves the requests that its arguments describe, one after the other. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) throws Exception {
    try (Server server = Server.start(arguments[0])) {
      for (int i = 1; i < arguments.length; i++) {
        server.ask(arguments[i]);
      }
    }
  }
}
