/** What a call costs inside, and the least that it could. In the package of what begins calls. */
package io.opentelemetry.javaagent.costspan.call;
