package io.costspan.smoke.logins;

import io.costspan.smoke.servers.Assistant;
import java.util.List;

/**
 * A server on a free port whose pages below {@code /login} are for users only. Arguments: which
 * container, and the URL of the provider.
 */
public final class Site {
  static final String REALM = "smoke";
  static final String ROLE = "user";
  static final String PASSWORD = "hunter2";
  static final String LOGIN = "/login/*";
  static final List<String> USERS = List.of("alice", "bob");

  /** All are served by one servlet. */
  static final List<String> PAGES = List.of(
      "/login/sync/*",
      "/login/pool/*",
      "/login/dispatched/*",
      "/open/sync/*",
      "/open/pool/*",
      "/open/dispatched/*");

  private Site() {}

  public static void main(String... args) throws Exception {
    AskServlet servlet = new AskServlet(new Assistant(args[1]));
    int port = switch (args[0]) {
      case "tomcat" -> OnTomcat.start(servlet);
      case "jetty" -> OnJetty.start(servlet);
      case "undertow" -> OnUndertow.start(servlet);
      default -> throw new IllegalArgumentException(args[0]);
    };
    System.out.println("listening|" + port);
  }
}
