package dev.plumbline.lab.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.lab.machine.LabProblem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AptConfigurationTest {
  private static final String DEBIAN =
      """
      Types: deb
      # the mirror of this house
      URIs: http://mirror.example/debian
      Suites: bookworm bookworm-updates
      Components: main contrib
      Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg

      Types: deb deb-src
      URIs: http://mirror.example/security
      Suites: bookworm-security
      Components: main

      Types: deb
      Enabled: no
      URIs: http://off.example/debian
      Suites: bookworm
      Components: main

      Types: deb
      URIs: https://vendor.example/apt
      Suites: bookworm
      Components: main
      Signed-By: /usr/share/keyrings/vendor.gpg
      """;

  private static final String UBUNTU =
      """
      # deb cdrom:[Ubuntu] noble main
      deb http://mirror.example/ubuntu noble main restricted universe # a remark
      deb [arch=amd64,arm64 signed-by=/usr/share/keyrings/ubuntu-archive-keyring.gpg] \
      http://mirror.example/ubuntu noble-updates main
      deb-src http://mirror.example/ubuntu noble main
      deb [ signed-by=/etc/apt/keyrings/docker.asc ] https://vendor.example/docker noble stable
      """;

  @Test
  void takesTheDistributionsOwnStanzasAndNoVendors() {
    List<AptSource> sources =
        AptConfiguration.ofDistribution("bookworm", SourcesFormat.deb822(DEBIAN));
    assertThat(sources)
        .extracting(source -> source.uris() + " " + source.suites() + " " + source.components())
        .containsExactly(
            "[http://mirror.example/debian] [bookworm, bookworm-updates] [main, contrib]",
            "[http://mirror.example/security] [bookworm-security] [main]");
  }

  @Test
  void readsTheOlderFormatWithItsOptions() {
    List<AptSource> sources =
        AptConfiguration.ofDistribution("noble", SourcesFormat.oneLine(UBUNTU));
    assertThat(sources).hasSize(2);
    assertThat(sources.getFirst().components()).containsExactly("main", "restricted", "universe");
    assertThat(sources.getLast().deb822())
        .isEqualTo(
            """
            Types: deb
            URIs: http://mirror.example/ubuntu
            Suites: noble-updates
            Components: main
            Architectures: amd64 arm64
            Signed-By: /usr/share/keyrings/ubuntu-archive-keyring.gpg
            """);
  }

  @Test
  void whatIsWrittenReadsBackTheSame() {
    String inline =
        """
        Types: deb
        URIs: http://mirror.example/debian
        Suites: trixie
        Components: main
        Signed-By:
         -----BEGIN PGP PUBLIC KEY BLOCK-----
         .
         mDMEY865
         -----END PGP PUBLIC KEY BLOCK-----
        """;
    List<AptSource> once = SourcesFormat.deb822(inline);
    assertThat(once.getFirst().option("Signed-By")).contains("\n mDMEY865\n");
    assertThat(SourcesFormat.deb822(once.getFirst().deb822())).isEqualTo(once);
    assertThat(AptConfiguration.ofDistribution("trixie", once)).hasSize(1);
  }

  @Test
  void bootstrapsFromTheSourceThatHasTheSuiteItself() {
    List<AptSource> sources =
        AptConfiguration.ofDistribution("bookworm", SourcesFormat.deb822(DEBIAN));
    AptConfiguration apt = new AptConfiguration("debian", "bookworm", sources, "");
    assertThat(apt.mirror()).isEqualTo("http://mirror.example/debian");
    AptConfiguration none = new AptConfiguration("fedora", "", List.of(), "");
    assertThatThrownBy(none::mirror)
        .isInstanceOf(LabProblem.class)
        .hasMessageContaining("run it on Debian or Ubuntu");
  }

  @Test
  void passesOnHowThisMachineFetches() {
    String dump =
        """
        APT::Architecture "amd64";
        Acquire::http "";
        Acquire::http::Proxy "http://proxy.example:3128";
        Acquire::Languages "";
        Acquire::Languages:: "none";
        Dir::Cache "var/cache/apt";
        """;
    Map<String, String> environment =
        Map.of("http_proxy", "http://other.example", "https_proxy", "http://tls.example");
    assertThat(AptConfiguration.settings(dump, environment))
        .isEqualTo(
            """
            Acquire::http::Proxy "http://proxy.example:3128";
            Acquire::Languages:: "none";
            Acquire::https::Proxy "http://tls.example";
            """);
  }
}
