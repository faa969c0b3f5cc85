package dev.plumbline.agent.job.order;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A program for Spark. Numbers are 0 where the job leaves them open.
 *
 * @param main the class to start; empty for a Python program
 * @param program the jar with the main class, or the Python program
 * @param libraries further jars, for driver and executors
 * @param executors how many
 * @param cores of one executor
 * @param executorMemory of one, in bytes
 * @param driverMemory in bytes
 * @param conf settings of Spark by name
 */
public record Spark(
    String main,
    Placed program,
    List<Placed> libraries,
    int executors,
    int cores,
    long executorMemory,
    long driverMemory,
    Map<String, String> conf) {
  public Spark {
    libraries = List.copyOf(libraries);
    conf = new TreeMap<>(conf);
  }
}
