package io.costspan.smoke.who;

import org.eclipse.jetty.server.Server;

/**
 * Works for two customers in every way it knows. Arguments: the provider's URL, and how many calls are
 * made in each way. The numbers of the calls of each way begin with a hundred thousand of their own.
 */
public final class Main {
  private static final long LOGBACK = 100_000;
  private static final long LOG4J = 200_000;
  private static final long METHOD = 300_000;
  private static final long NESTED = 400_000;
  private static final long SITE_MDC = 500_000;
  private static final long SITE_LOGIN = 600_000;
  private static final long NIMBUS = 700_000;
  private static final long AUTH0 = 800_000;
  private static final long JJWT = 900_000;
  private static final long REFUSED = 1_000_000;

  private Main() {}

  public static void main(String... args) throws Exception {
    int count = Integer.parseInt(args[1]);
    Llm llm = new Llm(args[0]);
    try (Pool callers = new Pool();
        Pool pool = new Pool()) {
      Workers workers = new Workers(llm);
      Copilot copilot = new Copilot(llm, pool);
      callers.runAll(METHOD, count, number -> copilot.draft(Tenants.of(number), number));
      callers.run(() -> nested(copilot));
      callers.runAll(LOG4J, count, workers::log4j);
      callers.runAll(LOGBACK, count, workers::logback);
      visit(llm, pool, callers, count);
    }
    System.out.println("done");
    System.exit(0);
  }

  private static void nested(Copilot copilot) {
    try {
      copilot.nightly(Tenants.of(NESTED), NESTED);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void visit(Llm llm, Pool pool, Pool visitors, int count) throws Exception {
    Server server = Site.start(new Answers(llm, pool));
    Visitor visitor = new Visitor("http://127.0.0.1:" + server.getURI().getPort());
    visitors.runAll(SITE_MDC, count, visitor::mdc);
    visitors.runAll(SITE_LOGIN, count, visitor::login);
    visitors.runAll(NIMBUS, count, number -> visitor.token("nimbus", number, Tokens.KEY));
    visitors.runAll(AUTH0, count, number -> visitor.token("auth0", number, Tokens.KEY));
    visitors.runAll(JJWT, count, number -> visitor.token("jjwt", number, Tokens.KEY));
    for (String library : new String[] {"nimbus", "auth0", "jjwt"}) {
      visitors.runAll(REFUSED, 2, number -> visitor.token(library, number, Tokens.OTHER));
    }
    server.stop();
  }
}
