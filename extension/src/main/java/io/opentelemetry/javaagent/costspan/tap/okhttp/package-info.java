/**
 * The tap for OkHttp, whoever uses it: its seam is the list of a client's interceptors. Among a
 * general client's requests few are calls, so each is looked at by its URL first.
 */
package io.opentelemetry.javaagent.costspan.tap.okhttp;
