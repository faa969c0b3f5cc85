package dev.plumbline.inventory.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plumbline.resources.codec.JsonReader;
import dev.plumbline.resources.codec.SpecCodec;
import dev.plumbline.resources.value.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectTest {
  private static final SpecCodec<Connect> CODEC = SpecCodec.of(Connect.class);

  @TempDir Path directory;

  @Test
  void decodesWhatItEncoded() {
    Random random = new Random(41);
    for (int i = 0; i < 500; i++) {
      Connect connect = any(random);
      Problems problems = new Problems();
      String json = CODEC.encode(connect).json();
      assertThat(CODEC.decode("", JsonReader.read(json, "test"), problems)).contains(connect);
      assertThat(problems.sorted()).isEmpty();
    }
  }

  @Test
  void makesEveryPathAbsolute() {
    Connect connect =
        new Connect(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of("key"),
            Via.SSH,
            Optional.of(new PasswordSource.File("p")),
            Optional.of(new PasswordSource.Environment("P")),
            Become.AUTO,
            Optional.of("hosts"));

    Connect absolute = connect.withPaths(path -> "/base/" + path);

    assertThat(absolute.identity()).contains("/base/key");
    assertThat(absolute.knownHosts()).contains("/base/hosts");
    assertThat(absolute.password()).contains(new PasswordSource.File("/base/p"));
    assertThat(absolute.becomePassword()).contains(new PasswordSource.Environment("P"));
  }

  @Test
  void readsAPasswordFileThatIsPrivate() throws IOException {
    Path file = Files.writeString(directory.resolve("p"), "first line\nsecond\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

    assertThat(PasswordFile.read(file)).isEqualTo("first line");
  }

  @Test
  void refusesAPasswordFileThatOthersMayRead() throws IOException {
    Path file = Files.writeString(directory.resolve("p"), "secret\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> PasswordFile.read(file))
        .withMessage("%s may be read by others; chmod 600 %s", file, file);
  }

  private static Connect any(Random random) {
    List<PasswordSource> sources =
        List.of(
            new PasswordSource.Ask(),
            new PasswordSource.Environment("A_B"),
            new PasswordSource.File("/some where/p"));
    return new Connect(
        maybe(random, new Host("node-1.example.com")),
        maybe(random, 1 + random.nextInt(65535)),
        maybe(random, "user" + random.nextInt(10)),
        maybe(random, "~/.ssh/id \"x\""),
        random.nextBoolean() ? Via.SSH : Via.LOCAL,
        maybe(random, sources.get(random.nextInt(3))),
        maybe(random, sources.get(random.nextInt(3))),
        random.nextBoolean() ? Become.AUTO : Become.NONE,
        maybe(random, "/etc/ssh/known"));
  }

  private static <T> Optional<T> maybe(Random random, T value) {
    return random.nextBoolean() ? Optional.of(value) : Optional.empty();
  }
}
