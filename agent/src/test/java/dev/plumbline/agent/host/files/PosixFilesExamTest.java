package dev.plumbline.agent.host.files;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.files.FileStatus;
import dev.plumbline.resources.host.files.Files;
import dev.plumbline.resources.host.files.FilesExam;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class PosixFilesExamTest extends FilesExam {
  @TempDir Path temporary;
  private final PosixFiles files = new PosixFiles();
  private Path directory = Path.of("/");
  private FileStatus mine = new FileStatus(FileStatus.Type.DIRECTORY, 0, "", "", 0);

  @BeforeEach
  void lookAround() throws Failure, IOException {
    directory = temporary.toRealPath();
    mine = files.status(directory).orElseThrow();
  }

  @Override
  protected Files files() {
    return files;
  }

  @Override
  protected Path directory() {
    return directory;
  }

  @Override
  protected String owner() {
    return mine.owner();
  }

  @Override
  protected String group() {
    return mine.group();
  }
}
