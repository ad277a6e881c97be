package io.costspan.smoke.logins;

import io.undertow.Undertow;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.api.LoginConfig;
import io.undertow.servlet.api.SecurityConstraint;
import io.undertow.servlet.api.WebResourceCollection;
import io.undertow.servlet.util.ImmediateInstanceFactory;
import java.net.InetSocketAddress;

/** An embedded Undertow, with users in memory. */
final class OnUndertow {
  private OnUndertow() {}

  static int start(AskServlet servlet) throws Exception {
    DeploymentInfo site = Servlets.deployment()
        .setClassLoader(OnUndertow.class.getClassLoader())
        .setDeploymentName("site")
        .setContextPath("/")
        .addServlet(Servlets.servlet(
                "ask", AskServlet.class, new ImmediateInstanceFactory<>(servlet))
            .setAsyncSupported(true)
            .addMappings(Site.PAGES))
        .setLoginConfig(new LoginConfig("BASIC", Site.REALM))
        .setIdentityManager(new Accounts())
        .addSecurityConstraint(new SecurityConstraint()
            .addWebResourceCollection(new WebResourceCollection().addUrlPattern(Site.LOGIN))
            .addRoleAllowed(Site.ROLE));
    DeploymentManager manager = Servlets.defaultContainer().addDeployment(site);
    manager.deploy();
    Undertow server = Undertow.builder()
        .setIoThreads(1)
        .setWorkerThreads(4)
        .addHttpListener(0, "127.0.0.1", manager.start())
        .build();
    server.start();
    return ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
  }
}
