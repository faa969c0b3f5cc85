package dev.plumbline.agent.job.order;

import java.util.List;

/**
 * A program for a Java runtime that is brought along.
 *
 * @param runtime a tar.gz with bin/java
 * @param options of the JVM
 */
public record Java(String main, List<Placed> classPath, Placed runtime, List<String> options) {
  public Java {
    classPath = List.copyOf(classPath);
    options = List.copyOf(options);
  }
}
