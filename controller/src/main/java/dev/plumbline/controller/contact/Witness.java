package dev.plumbline.controller.contact;

/** Hears what first contact does on each node; called from several threads. */
public interface Witness {
  /** A node begins with something that may take a while. */
  void working(String node, String now);

  /** Something that was done there besides what was asked for; one line for a person. */
  void told(String node, String line);

  /** Nothing more will come for this node, for now. */
  void failed(String node, ContactException failure);
}
