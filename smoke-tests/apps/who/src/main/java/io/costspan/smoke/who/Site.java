package io.costspan.smoke.who;

import java.util.List;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.ee10.servlet.security.ConstraintMapping;
import org.eclipse.jetty.ee10.servlet.security.ConstraintSecurityHandler;
import org.eclipse.jetty.security.Constraint;
import org.eclipse.jetty.security.HashLoginService;
import org.eclipse.jetty.security.UserStore;
import org.eclipse.jetty.security.authentication.BasicAuthenticator;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.security.Credential;

/** Jetty on a free port. Its users are called like the tenants. */
final class Site {
  private Site() {}

  static Server start(Answers answers) throws Exception {
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler("/");
    for (String path : List.of("/mdc/*", "/login/*", "/token/*")) {
      context.addServlet(new ServletHolder(answers), path);
    }
    context.setSecurityHandler(login());
    server.setHandler(context);
    server.start();
    return server;
  }

  private static ConstraintSecurityHandler login() {
    ConstraintMapping mapping = new ConstraintMapping();
    mapping.setPathSpec("/login/*");
    mapping.setConstraint(Constraint.from("user"));
    ConstraintSecurityHandler security = new ConstraintSecurityHandler();
    security.addConstraintMapping(mapping);
    security.setAuthenticator(new BasicAuthenticator());
    UserStore users = new UserStore();
    for (int i = 0; i < 2; i++) {
      users.addUser(Tenants.of(i), Credential.getCredential("hunter2"), new String[] {"user"});
    }
    HashLoginService service = new HashLoginService("smoke");
    service.setUserStore(users);
    security.setLoginService(service);
    return security;
  }
}
