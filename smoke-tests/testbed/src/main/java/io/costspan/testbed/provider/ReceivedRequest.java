package io.costspan.testbed.provider;

import java.util.List;
import java.util.Map;

/**
 * One HTTP request as it arrived, so that tests can show that nobody changed it.
 *
 * @param target its method and its path with the query
 * @param callNumber the limit of output tokens in it, -1 when there is none
 */
public record ReceivedRequest(
    String target, Map<String, List<String>> headers, byte[] body, long callNumber) {}
