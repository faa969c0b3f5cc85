package dev.plumbline.controller.cli.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaRuntimeTest {
  private static final Path JDK = Path.of(System.getProperty("java.home"));

  @TempDir Path directory;

  @Test
  void theArchiveDependsOnNamesAndContentsOnly() throws IOException {
    byte[] one = archive(tree("one"));
    Files.setLastModifiedTime(
        tree("two").resolve("bin/java"), java.nio.file.attribute.FileTime.fromMillis(0));

    assertThat(archive(directory.resolve("two"))).isEqualTo(one);
    assertThat(one.length % 512).isZero();
  }

  @Test
  void tarReadsTheArchive() throws IOException, InterruptedException {
    Path archive = Files.write(directory.resolve("a.tar"), archive(tree("one")));
    Path to = Files.createDirectory(directory.resolve("to"));

    assertThat(run("tar", "-xf", archive.toString(), "-C", to.toString())).isEmpty();

    assertThat(to.resolve("bin/java")).isExecutable().hasContent("program");
    assertThat(Files.readSymbolicLink(to.resolve("lib/link"))).isEqualTo(Path.of("../bin/java"));
    assertThat(to.resolve("lib/" + "long/".repeat(30) + "file")).hasContent("deep");
  }

  @Test
  void aJdkWithoutJlinkIsToldOf() {
    JavaRuntime runtime = new JavaRuntime(directory, directory, Map.of());

    assertThatThrownBy(() -> runtime.make(() -> {}))
        .isInstanceOf(LinkException.class)
        .hasMessageContaining("needs jlink");
    assertThat(directory.resolve(".cache/plumbline/runtime")).isEmptyDirectory();
  }

  @Test
  void itIsMadeOnceAndRuns() throws IOException, InterruptedException {
    JavaRuntime runtime =
        new JavaRuntime(JDK, directory, Map.of("XDG_CACHE_HOME", directory.toString()));
    int[] made = {0};

    Path file = runtime.make(() -> made[0]++);
    assertThat(runtime.make(() -> made[0]++)).isEqualTo(file);

    assertThat(made[0]).isEqualTo(1);
    Path to = Files.createDirectory(directory.resolve("to"));
    assertThat(run("tar", "-xzf", file.toString(), "-C", to.toString())).isEmpty();
    assertThat(run(to.resolve("bin/java").toString(), "--list-modules"))
        .contains("java.se@", "jdk.incubator.vector@", "jdk.management@");
  }

  private Path tree(String name) throws IOException {
    Path top = directory.resolve(name);
    Files.createDirectories(top.resolve("bin"));
    Files.createDirectories(top.resolve("lib/" + "long/".repeat(30)));
    Files.writeString(top.resolve("bin/java"), "program");
    Files.writeString(top.resolve("lib/" + "long/".repeat(30) + "file"), "deep");
    assertThat(top.resolve("bin/java").toFile().setExecutable(true)).isTrue();
    Files.createSymbolicLink(top.resolve("lib/link"), Path.of("../bin/java"));
    return top;
  }

  private static byte[] archive(Path top) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new TarWriter(out).write(top);
    return out.toByteArray();
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
