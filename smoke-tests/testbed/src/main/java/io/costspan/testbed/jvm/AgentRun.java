package io.costspan.testbed.jvm;

import java.time.Duration;
import java.util.List;

/**
 * A child JVM that has ended.
 *
 * @param stdout what the application printed
 * @param stderr what the agent logged, and the application's stack traces
 * @param elapsed from start to exit, wall clock
 */
public record AgentRun(int exitCode, List<String> stdout, List<String> stderr, Duration elapsed) {}
