package dev.plumbline.resources.host.packages;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Progress;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The packages of a node. Only {@link #database} starts no process. */
public interface Packages {
  /** What dpkg has now. */
  PackageDatabase database() throws Failure;

  /**
   * What the node's archives have, by name; a name that they have never heard of is left out. The
   * lists of the archives are fetched for this, unless that was done a short time ago, and kept
   * apart from those of the node.
   *
   * @throws Failure if an archive cannot be read
   */
  Map<String, Offer> offers(Set<String> names, Progress progress) throws Failure;

  /** The names of packages that begin like that one; for suggestions. */
  List<String> names(String beginning, Progress progress) throws Failure;

  /** What a person calls the archives that were searched, one each. */
  List<String> archives(Progress progress) throws Failure;

  /** What apt would do. Changes nothing. */
  Simulation simulate(Transaction transaction, Progress progress) throws Failure;

  /** Waits while another holds a lock of apt or dpkg, and says who. */
  void awaitOthers(Progress progress) throws Failure;

  /**
   * Carries out a transaction in a way that survives the agent, with the lists by which it was
   * simulated. Waits for others like {@link #awaitOthers}; mends first what an interrupted dpkg has
   * left.
   *
   * @return why dpkg failed, in one line, by the name of the package that it failed at; the rest
   *     went well
   * @throws Failure if all of it failed
   */
  Map<String, String> carryOut(Transaction transaction, Progress progress) throws Failure;

  /**
   * Notes something of packages; does nothing else to them. Waits for others like {@link
   * #awaitOthers}.
   *
   * @param marks package names by what is noted of them
   */
  void mark(Map<Mark, List<String>> marks, Progress progress) throws Failure;

  /** What apt notes of a package (apt-mark(8)). */
  enum Mark {
    HOLD,
    UNHOLD,
    MANUAL
  }
}
