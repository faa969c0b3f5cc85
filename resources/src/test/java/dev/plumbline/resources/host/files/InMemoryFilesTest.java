package dev.plumbline.resources.host.files;

import java.nio.file.Path;

class InMemoryFilesTest extends FilesExam {
  private final InMemoryFiles files = new InMemoryFiles().directory("/exam");

  @Override
  protected Files files() {
    return files;
  }

  @Override
  protected Path directory() {
    return Path.of("/exam");
  }

  @Override
  protected String owner() {
    return "root";
  }

  @Override
  protected String group() {
    return "root";
  }
}
