package io.costspan.smoke.logins;

import io.undertow.security.idm.Account;
import io.undertow.security.idm.Credential;
import io.undertow.security.idm.IdentityManager;
import io.undertow.security.idm.PasswordCredential;
import java.security.Principal;
import java.util.Set;

/** Undertow's users. */
final class Accounts implements IdentityManager {

  @Override
  public Account verify(Account account) {
    return account;
  }

  @Override
  public Account verify(Credential credential) {
    return null;
  }

  @Override
  public Account verify(String id, Credential credential) {
    String password = new String(((PasswordCredential) credential).getPassword());
    return Site.USERS.contains(id) && password.equals(Site.PASSWORD) ? new User(id) : null;
  }

  private record User(String name) implements Account {

    @Override
    public Principal getPrincipal() {
      return () -> name;
    }

    @Override
    public Set<String> getRoles() {
      return Set.of(Site.ROLE);
    }
  }
}
