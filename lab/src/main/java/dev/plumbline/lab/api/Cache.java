package dev.plumbline.lab.api;

import dev.plumbline.lab.base.BaseImage;
import dev.plumbline.lab.engine.Docker;
import dev.plumbline.lab.machine.Progress;
import dev.plumbline.lab.machine.StateDirectory;
import dev.plumbline.lab.node.Archives;
import java.util.Optional;

/** What outlives labs in an engine: the base of the nodes, and with its help the apt archives. */
final class Cache {
  private final Docker docker;
  private final StateDirectory state;
  private final Progress progress;
  private final BaseImage base;

  Cache(Docker docker, StateDirectory state, Progress progress) {
    this.docker = docker;
    this.state = state;
    this.progress = progress;
    this.base = new BaseImage(docker, state, progress);
  }

  /** Empty if no base is built, as then there is nothing to work in. */
  Optional<Archives> archives() {
    return base.built().map(image -> new Archives(docker, image, state.archives(), progress));
  }

  void empty() {
    archives().ifPresent(Archives::empty);
    base.remove();
  }
}
