/**
 * The tap for who was authenticated, by Spring Security or by the servlet container, and for the
 * claims of a token that was verified and accepted. Installed only when a setting names them. It
 * looks at what the application does and asks nobody to authenticate anybody.
 */
package io.opentelemetry.javaagent.costspan.tap.principal;
