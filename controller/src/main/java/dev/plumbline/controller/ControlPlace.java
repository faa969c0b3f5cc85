package dev.plumbline.controller;

import com.sun.security.auth.module.UnixSystem;
import dev.plumbline.resources.Secret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** Where the control socket of a state directory is, unless it is told. */
final class ControlPlace {
  private static final int NAME_LENGTH = 16;

  private ControlPlace() {}

  /**
   * @param state with every symbolic link resolved
   */
  static Path of(Path state, Map<String, String> environment) {
    String digest = Secret.digestOf(state.toString().getBytes(StandardCharsets.UTF_8));
    return runtime(environment).resolve(digest.substring(0, NAME_LENGTH) + ".sock");
  }

  private static Path runtime(Map<String, String> environment) {
    String runtime = environment.getOrDefault("XDG_RUNTIME_DIR", "");
    if (!runtime.isBlank()) {
      return Path.of(runtime);
    }
    long uid = new UnixSystem().getUid();
    return uid == 0 ? Path.of("/run/plumbline") : Path.of("/tmp/plumbline-" + uid);
  }
}
