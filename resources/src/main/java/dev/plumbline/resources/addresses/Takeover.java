package dev.plumbline.resources.addresses;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.files.FileStatus;
import dev.plumbline.resources.host.files.Files;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes an interface out of the netplan files of others, and keeps what they were. */
final class Takeover {
  private static final String COPY = ".before-plumbline";

  private final Files files;

  Takeover(Files files) {
    this.files = files;
  }

  /** Where what a file was is kept; netplan reads names that end in {@code .yaml} only. */
  static Path copy(Path file) {
    return file.resolveSibling(file.getFileName() + COPY);
  }

  /** What the files must become, by path. */
  static Map<Path, String> texts(List<NetplanFile> all, List<Claim> claims) {
    Map<Path, String> texts = new LinkedHashMap<>();
    for (NetplanFile file : all) {
      NetplanFile rest = file;
      for (Claim claim : claims) {
        if (claim.file().equals(file.path())) {
          rest = rest.without(claim.section(), claim.id());
        }
      }
      if (!rest.equals(file)) {
        texts.put(file.path(), rest.text());
      }
    }
    return texts;
  }

  /** The first copy stays: it is what the file was before anything was taken out. */
  void write(Map<Path, String> texts) throws Failure {
    for (Map.Entry<Path, String> text : texts.entrySet()) {
      Path file = text.getKey();
      Optional<FileStatus> status = files.status(file);
      Optional<byte[]> content = files.read(file);
      if (status.isEmpty() || content.isEmpty()) {
        continue;
      }
      if (files.status(copy(file)).isEmpty()) {
        write(copy(file), content.get(), status.get());
      }
      write(file, text.getValue().getBytes(StandardCharsets.UTF_8), status.get());
    }
  }

  private void write(Path file, byte[] content, FileStatus like) throws Failure {
    files.write(file, content, like.mode(), like.owner(), like.group());
  }
}
