package dev.plumbline.controller.client;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The facts of one node.
 *
 * @param values by dotted name: {@code cpu.count}, {@code memory.total_bytes}
 * @param failure why there are none; empty if there are
 */
public record NodeFacts(String node, SortedMap<String, String> values, String failure) {
  public static NodeFacts of(String node, Map<String, String> values, String failure) {
    return new NodeFacts(node, new TreeMap<>(values), failure);
  }
}
