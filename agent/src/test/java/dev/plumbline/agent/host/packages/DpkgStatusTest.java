package dev.plumbline.agent.host.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.resources.host.packages.DpkgPackage;
import dev.plumbline.resources.host.packages.DpkgPackage.State;
import dev.plumbline.resources.host.packages.PackageDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class DpkgStatusTest {
  private static PackageDatabase database() throws IOException {
    return new DpkgStatus()
        .read(Captured.reader("status"))
        .readMarks(Captured.reader("extended_states"))
        .database();
  }

  private static DpkgPackage find(PackageDatabase database, String name) {
    return database.find(name).orElseThrow();
  }

  @Test
  void readsWhatIsInstalled() throws IOException {
    DpkgPackage ssh = find(database(), "openssh-server");
    assertThat(ssh.version()).isEqualTo("1:9.2p1-2+deb12u10");
    assertThat(ssh.architecture()).isEqualTo("amd64");
    assertThat(ssh.state()).isEqualTo(State.INSTALLED);
    assertThat(ssh.held()).isFalse();
    assertThat(ssh.automatic()).isFalse();
    assertThat(ssh.unfinished()).isFalse();
  }

  @Test
  void readsEveryStateThatDpkgLeaves() throws IOException {
    PackageDatabase database = database();
    assertThat(find(database, "needrestart").held()).isTrue();
    assertThat(find(database, "needrestart").there()).isTrue();
    assertThat(find(database, "plumbline-clash").state()).isEqualTo(State.CONFIG_FILES);
    assertThat(find(database, "plumbline-clash").there()).isFalse();
    assertThat(find(database, "plumbline-broken").state()).isEqualTo(State.HALF_CONFIGURED);
    assertThat(find(database, "libtext-charwidth-perl").automatic()).isTrue();
    assertThat(database.find("nosuchpackage")).isEmpty();
    assertThat(database.unfinished())
        .extracting(DpkgPackage::name)
        .containsExactly("plumbline-broken");
  }

  @Test
  void findsByArchitecture() throws IOException {
    PackageDatabase database = database();
    assertThat(database.find("libc6:amd64")).isEqualTo(database.find("libc6"));
    assertThat(database.find("libc6:i386")).isEmpty();
    assertThat(find(database, "cowsay").architecture()).isEqualTo("all");
    assertThat(database.plain("libc6:amd64")).isEqualTo("libc6");
    assertThat(database.plain("libc6:i386")).isEqualTo("libc6:i386");
  }

  @Test
  void knowsWhatStandsForAVirtualPackage() throws IOException {
    PackageDatabase database = database();
    assertThat(database.providers("awk")).containsExactly("mawk");
    assertThat(database.providers("ssh-server")).containsExactly("openssh-server");
    assertThat(database.providers("perlapi-5.36.0")).containsExactly("perl-base");
    assertThat(database.providers("mail-transport-agent")).isEmpty();
  }

  @Test
  void updatesReplaceWhatTheStatusSays() throws IOException {
    DpkgStatus status = new DpkgStatus().read(Captured.reader("status"));
    assertThat(find(status.read(Captured.reader("updates/0071")).database(), "libgcc-12-dev"))
        .matches(DpkgPackage::damaged)
        .matches(DpkgPackage::unfinished);
    status.read(Captured.reader("updates/0072")).read(Captured.reader("updates/0073"));
    assertThat(find(status.database(), "libgcc-12-dev").damaged()).isFalse();
    assertThat(find(status.database(), "libgcc-12-dev").state()).isEqualTo(State.UNPACKED);
    assertThat(find(status.database(), "gcc-12").state()).isEqualTo(State.HALF_INSTALLED);
    assertThat(find(status.database(), "gcc-12").damaged()).isTrue();
  }

  @Test
  void aStatusMadeWholeSaysTheSame() throws IOException {
    String whole =
        WholeStatus.of(
            List.of(
                Captured.text("status"),
                Captured.text("updates/0071"),
                Captured.text("updates/0072"),
                Captured.text("updates/0073")));
    PackageDatabase database =
        new DpkgStatus().read(new BufferedReader(new StringReader(whole))).database();
    assertThat(find(database, "libgcc-12-dev").state()).isEqualTo(State.UNPACKED);
    assertThat(find(database, "gcc-12").state()).isEqualTo(State.HALF_INSTALLED);
    assertThat(find(database, "libc6").state()).isEqualTo(State.INSTALLED);
    assertThat(whole).containsOnlyOnce("Package: libgcc-12-dev\n");
  }

  @Test
  void anEmptyFileIsNoNodeWithoutPackages() throws IOException {
    DpkgStatus empty = new DpkgStatus().read(new BufferedReader(new StringReader("")));
    assertThatThrownBy(empty::database).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aTornStanzaIsNoPackage() throws IOException {
    String text =
        """
        Package: dpkg
        Status: install ok installed
        Architecture: amd64

        Package: sl
        Status: install
        """;
    DpkgStatus torn = new DpkgStatus().read(new BufferedReader(new StringReader(text)));
    assertThatThrownBy(torn::database).hasMessage("package sl has the status 'install'");
  }
}
