package dev.plumbline.resources.host.packages;

import java.util.List;

/**
 * What apt is asked to do, all at once.
 *
 * @param install packages, as {@code name} or {@code name=version}
 * @param remove packages, by name
 * @param anew whether the packages to install are installed even where they are there already
 * @param held whether packages on hold may be changed
 */
public record Transaction(List<String> install, List<String> remove, boolean anew, boolean held) {
  public Transaction {
    install = List.copyOf(install);
    remove = List.copyOf(remove);
  }

  public boolean isEmpty() {
    return install.isEmpty() && remove.isEmpty();
  }
}
