package dev.plumbline.resources.host.contents;

import dev.plumbline.resources.Carried;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Progress;
import java.nio.file.Path;

/** Files that travel beside a catalog; each is brought to a node once. */
public interface Contents {
  /**
   * The file with those bytes, fetched if it is not here; it is only to be read.
   *
   * @param what as a person calls it, for what {@code progress} says: "the image"
   */
  Path bring(Carried content, String what, Progress progress) throws Failure;
}
