package dev.plumbline.agent.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The JVM takes a cache of classes for any jar of the same size and time, and then runs what the
 * cache holds. So the cache is named by the build id, and the id must tell such jars apart.
 */
class BuildIdTest {
  private static final Path PACKAGING = Path.of("src/packaging");
  private static final FileTime TIME = FileTime.from(Instant.EPOCH);

  @TempDir Path lib;

  private String id(String content) throws IOException, InterruptedException {
    Path jar = lib.resolve("agent.jar");
    Files.writeString(jar, content);
    Files.setLastModifiedTime(jar, TIME);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                PACKAGING.resolve("java/MakePackage.java").toString(),
                lib.toString(),
                PACKAGING.resolve("plumbline-agent").toString())
            .redirectErrorStream(true)
            .start();
    String said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  @Test
  void jarsOfOneSizeAndTimeHaveIdsOfTheirOwn() throws IOException, InterruptedException {
    String first = id("old code");
    assertThat(first).matches("[0-9a-f]{16}");
    assertThat(id("new code")).isNotEqualTo(first);
    assertThat(id("old code")).isEqualTo(first);
  }

  @Test
  void theStartScriptTakesTheCacheOfItsOwnBuildOnly() throws IOException {
    assertThat(Files.readString(PACKAGING.resolve("plumbline-agent")))
        .contains("cache=$home/lib/agent-@BUILD@.aot")
        .containsOnlyOnce(".aot");
  }
}
