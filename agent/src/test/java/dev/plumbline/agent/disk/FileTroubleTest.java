package dev.plumbline.agent.disk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.resources.Failure;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FileTroubleTest {
  /** A file that cannot be opened, and one that cannot be written on, tell of it by other types. */
  @Test
  void aFullDiskIsSaidAlikeWhereverItIsMet() {
    for (IOException e :
        new IOException[] {
          new IOException("No space left on device"),
          new FileSystemException("/x", null, "No space left on device")
        }) {
      Failure failure = FileTrouble.of("write", Path.of("/x"), e);

      assertThat(failure).hasMessage("cannot write /x: no space left on device");
      assertThat(failure.remedy()).isEqualTo("free some space on that file system (df -h)");
    }
  }
}
