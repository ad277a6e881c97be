/** Child JVMs with or without the agent. */
package io.costspan.testbed.jvm;
