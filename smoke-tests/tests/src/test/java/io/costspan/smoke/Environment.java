package io.costspan.smoke;

import io.costspan.testbed.jvm.Jdks;
import java.nio.file.Path;

/**
 * What an application runs on.
 *
 * @param v3Preview whether the agent is told to behave as its next major version
 */
record Environment(Path jdk, String agentVersion, boolean v3Preview) {

  /** This JDK and the agent that we ship. */
  static Environment current() {
    return new Environment(Jdks.running(), Artifacts.currentAgent(), false);
  }

  @Override
  public String toString() {
    return jdk.getFileName() + ", agent " + agentVersion + (v3Preview ? ", v3 preview" : "");
  }
}
