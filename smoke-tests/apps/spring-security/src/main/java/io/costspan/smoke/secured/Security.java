package io.costspan.smoke.secured;

import java.nio.charset.StandardCharsets;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** Passwords, which are kept in a session, tokens, and a part that is open to all. */
@Configuration
class Security {
  static final SecretKeySpec KEY = new SecretKeySpec(
      "a key that is long enough for HS256".getBytes(StandardCharsets.UTF_8), "HmacSHA256");

  @Bean
  SecurityFilterChain passwords(HttpSecurity http) throws Exception {
    return http.securityMatcher("/password/**")
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .httpBasic(
            basic -> basic.securityContextRepository(new HttpSessionSecurityContextRepository()))
        .build();
  }

  @Bean
  SecurityFilterChain tokens(HttpSecurity http) throws Exception {
    return http.securityMatcher("/token/**")
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults()))
        .build();
  }

  @Bean
  SecurityFilterChain open(HttpSecurity http) throws Exception {
    return http.securityMatcher("/open/**")
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .build();
  }

  @Bean
  UserDetailsService users() {
    return new InMemoryUserDetailsManager(
        User.withUsername("user-0").password("{noop}hunter2").build(),
        User.withUsername("user-1").password("{noop}hunter2").build());
  }

  @Bean
  JwtDecoder decoder() {
    return NimbusJwtDecoder.withSecretKey(KEY).build();
  }
}
