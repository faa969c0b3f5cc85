package dev.plumbline.lab.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.lab.launcher.Checkout.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {
  @TempDir Path directory;
  Checkout checkout;

  @BeforeEach
  void newCheckout() throws IOException {
    checkout = new Checkout(Files.createDirectory(directory.resolve("a checkout")));
  }

  @Test
  void buildsOnceAndRunsFromAnywhereThroughLinks() throws Exception {
    Path elsewhere = Files.createDirectory(directory.resolve("else where"));
    Files.createSymbolicLink(directory.resolve("one"), Path.of("a checkout/plumb"));
    Path link = Files.createSymbolicLink(elsewhere.resolve("two"), Path.of("../one"));

    Run first = checkout.run(elsewhere, link, "check", "a b", "*");
    assertThat(first.err())
        .isEqualTo("plumb: building Plumbline (first run takes a few minutes)\n");
    assertThat(first.out())
        .containsExactly(
            "first check|a b|*", "in " + elsewhere.toRealPath(), "home " + checkout.home, "cached");
    assertThat(first.exitCode()).isZero();

    Run second = checkout.plumb("fail");
    assertThat(second.out()).startsWith("first fail", "in " + checkout.home);
    assertThat(second.err()).isEmpty();
    assertThat(second.exitCode()).isEqualTo(3);

    assertThat(checkout.plumb("lab", "up").out()).startsWith("lab lab|up");
    assertThat(checkout.plumb("demo").out()).startsWith("lab demo");
    assertThat(checkout.builds()).hasSize(1);

    assertThat(checkout.plumb("test", "-pl", "lab").exitCode()).isEqualTo(5);
    assertThat(checkout.builds()).last().isEqualTo("-Plab verify -B -pl lab");
  }

  @Test
  void neverRunsOldCodeFromAnOldCache() throws Exception {
    assertThat(checkout.plumb("a").out()).startsWith("first a").endsWith("cached");

    checkout.cliSays("second");
    assertThat(checkout.plumb("a").out()).startsWith("second a").endsWith("cached");

    // Even when the change looks older than the build, as after unpacking an archive.
    checkout.cliSays("third");
    Files.setLastModifiedTime(
        checkout.home.resolve(Checkout.CLI_SOURCE), FileTime.from(Instant.EPOCH));
    assertThat(checkout.plumb("a").out()).startsWith("third a").endsWith("cached");

    // A build by somebody else, of sources that the launcher has not seen.
    checkout.cliSays("fourth");
    checkout.environment.put("PLUMB_BUILD", "never");
    assertThat(checkout.plumb("a").out()).startsWith("third a").endsWith("not cached");
    checkout.environment.remove("PLUMB_BUILD");
    assertThat(checkout.plumb("a").out()).startsWith("fourth a").endsWith("cached");
  }

  @Test
  void showsTheEndOfAFailedBuildAndRunsNothing() throws Exception {
    checkout.plumb();
    String good = Files.readString(checkout.home.resolve(Checkout.CLI_SOURCE));
    checkout.write(Checkout.CLI_SOURCE, "this is broken");
    for (int attempt = 0; attempt < 2; attempt++) {
      Run failed = checkout.plumb("a");
      assertThat(failed.exitCode()).isEqualTo(1);
      assertThat(failed.out()).isEmpty();
      assertThat(failed.err())
          .contains("Plumb.java:this is broken")
          .endsWith(
              "the build failed; the whole log is " + checkout.home + "/target/plumb/build.log\n");
    }
    checkout.write(Checkout.CLI_SOURCE, good);
    assertThat(checkout.plumb("a").out()).startsWith("first a");
  }

  @Test
  void looksForAJdk25AndSaysWhatToDoWithoutOne() throws Exception {
    Path jvms = directory.resolve("jvms");
    Path old = jvms.resolve("17");
    Files.createDirectories(old.resolve("bin"));
    Files.writeString(old.resolve("release"), "JAVA_VERSION=\"17.0.2\"\n");
    for (String tool : new String[] {"java", "javac", "jlink"}) {
      Path program = Files.writeString(old.resolve("bin").resolve(tool), "#!/bin/sh\nexit 9\n");
      assertThat(program.toFile().setExecutable(true)).isTrue();
    }
    checkout.environment.put("JAVA_HOME", old.toString());
    checkout.environment.put("PATH", old.resolve("bin") + ":/usr/bin:/bin");
    checkout.environment.put("PLUMB_JVMS", jvms.toString());

    Run none = checkout.plumb("a");
    assertThat(none.exitCode()).isEqualTo(1);
    assertThat(none.out()).isEmpty();
    assertThat(none.err()).startsWith("plumb: no JDK 25 in").contains("install").hasLineCount(1);

    Path jdk = Path.of(System.getProperty("java.home"));
    checkout.environment.put("PLUMB_JVMS", jdk.resolveSibling(".").toString());
    assertThat(checkout.plumb("a").out()).startsWith("first a");
  }
}
