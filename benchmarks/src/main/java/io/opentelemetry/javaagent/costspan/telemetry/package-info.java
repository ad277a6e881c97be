/** What bounding the labels costs. In the package of what is measured, which is nobody's interface. */
package io.opentelemetry.javaagent.costspan.telemetry;
