package io.costspan.smoke.jetty;

import io.costspan.smoke.servers.Assistant;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** An embedded Jetty on a free port of the loopback. Argument: URL of the provider. */
public final class Main {
  private Main() {}

  public static void main(String... args) throws Exception {
    Assistant assistant = new Assistant(args[0]);
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    ServletContextHandler servlets = new ServletContextHandler("/");
    for (Way way : Way.values()) {
      ServletHolder holder = new ServletHolder(new AskServlet(assistant, way));
      holder.setAsyncSupported(true);
      servlets.addServlet(holder, "/" + way.name().toLowerCase() + "/*");
    }
    server.setHandler(servlets);
    server.setStopAtShutdown(true);
    server.start();
    System.out.println("listening|" + connector.getLocalPort());
  }
}
