package io.costspan.smoke.logins;

import org.eclipse.jetty.security.ConstraintMapping;
import org.eclipse.jetty.security.ConstraintSecurityHandler;
import org.eclipse.jetty.security.HashLoginService;
import org.eclipse.jetty.security.UserStore;
import org.eclipse.jetty.security.authentication.BasicAuthenticator;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.eclipse.jetty.util.security.Constraint;
import org.eclipse.jetty.util.security.Credential;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** An embedded Jetty, with its login service of users in memory. */
final class OnJetty {
  private OnJetty() {}

  static int start(AskServlet servlet) throws Exception {
    Server server = new Server(new QueuedThreadPool(8));
    ServerConnector connector = new ServerConnector(server, 1, 1);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler();
    context.setContextPath("/");
    ServletHolder holder = new ServletHolder(servlet);
    holder.setAsyncSupported(true);
    Site.PAGES.forEach(page -> context.addServlet(holder, page));
    context.setSecurityHandler(restricted());
    server.setHandler(context);
    server.start();
    return connector.getLocalPort();
  }

  private static ConstraintSecurityHandler restricted() {
    Constraint constraint = new Constraint("login", Site.ROLE);
    constraint.setAuthenticate(true);
    ConstraintMapping mapping = new ConstraintMapping();
    mapping.setPathSpec(Site.LOGIN);
    mapping.setConstraint(constraint);
    UserStore users = new UserStore();
    for (String user : Site.USERS) {
      users.addUser(user, Credential.getCredential(Site.PASSWORD), new String[] {Site.ROLE});
    }
    HashLoginService service = new HashLoginService(Site.REALM);
    service.setUserStore(users);
    ConstraintSecurityHandler security = new ConstraintSecurityHandler();
    security.addConstraintMapping(mapping);
    security.setAuthenticator(new BasicAuthenticator());
    security.setLoginService(service);
    return security;
  }
}
