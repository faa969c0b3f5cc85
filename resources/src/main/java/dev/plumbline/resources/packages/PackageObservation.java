package dev.plumbline.resources.packages;

import dev.plumbline.resources.host.packages.DpkgPackage;
import java.util.List;
import java.util.Optional;

/**
 * What dpkg has under one name.
 *
 * @param known empty if it has never heard of it
 * @param providers installed packages that stand for it if it is virtual
 */
public record PackageObservation(Optional<DpkgPackage> known, List<String> providers) {
  public PackageObservation {
    providers = List.copyOf(providers);
  }

  /** The package itself, if its files are on the node, wholly or in part. */
  Optional<DpkgPackage> there() {
    return known.filter(DpkgPackage::there);
  }

  boolean held() {
    return known.map(DpkgPackage::held).orElse(false);
  }
}
