package io.costspan.smoke.logins;

import java.nio.file.Files;
import org.apache.catalina.Context;
import org.apache.catalina.authenticator.BasicAuthenticator;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.LoginConfig;
import org.apache.tomcat.util.descriptor.web.SecurityCollection;
import org.apache.tomcat.util.descriptor.web.SecurityConstraint;

/** An embedded Tomcat, with its realm of users in memory. */
final class OnTomcat {
  private OnTomcat() {}

  static int start(AskServlet servlet) throws Exception {
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(Files.createTempDirectory("tomcat").toString());
    tomcat.setPort(0);
    Connector connector = tomcat.getConnector();
    connector.setProperty("address", "127.0.0.1");
    connector.setProperty("maxThreads", "4");
    Context context = tomcat.addContext("", null);
    Tomcat.addServlet(context, "ask", servlet).setAsyncSupported(true);
    Site.PAGES.forEach(page -> context.addServletMappingDecoded(page, "ask"));
    for (String user : Site.USERS) {
      tomcat.addUser(user, Site.PASSWORD);
      tomcat.addRole(user, Site.ROLE);
    }
    restrict(context);
    tomcat.start();
    return connector.getLocalPort();
  }

  private static void restrict(Context context) {
    SecurityCollection pages = new SecurityCollection();
    pages.addPattern(Site.LOGIN);
    SecurityConstraint constraint = new SecurityConstraint();
    constraint.addCollection(pages);
    constraint.addAuthRole(Site.ROLE);
    context.addConstraint(constraint);
    context.addSecurityRole(Site.ROLE);
    context.setLoginConfig(new LoginConfig("BASIC", Site.REALM, null, null));
    context.getPipeline().addValve(new BasicAuthenticator());
  }
}
