package dev.plumbline.controller.contact;

/** Hears what first contact does on each node; called from several threads. */
public interface Witness {
  /** A node begins with something that may take a while. */
  void working(String node, String now);

  /** Nothing more will come for this node, for now. */
  void failed(String node, ContactException failure);
}
