package dev.plumbline.controller.cli.screen;

import dev.plumbline.controller.client.NodeState;
import java.util.List;

/** Shows what nodes do, and lines that stay. May be called from several threads. */
public interface Screen extends AutoCloseable {
  /** Lines that stay. */
  void print(List<String> lines);

  /** A node does something now. */
  void working(String node, String now);

  /** A node changed its state. */
  void state(String node, NodeState state, String note);

  /** Makes room for a question, asks it, and goes on. */
  <T> T asking(java.util.function.Supplier<T> question);

  /** Takes away what does not stay. */
  @Override
  void close();
}
