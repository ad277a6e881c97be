/** Who is paying for a call: tenant, session, feature, and where that is read from. */
package io.opentelemetry.javaagent.costspan.attribution;
