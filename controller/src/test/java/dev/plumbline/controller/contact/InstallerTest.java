package dev.plumbline.controller.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.controller.contact.AgentPackages.AgentPackage;
import dev.plumbline.inventory.connect.Become;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallerTest {
  private static final String[] GOOD = {
    "system=Linux", "init=systemd", "uid=0", "has=tar", "has=gzip", "free=900000"
  };

  @TempDir Path directory;
  private AgentPackages packages = new AgentPackages(Path.of("."));

  @BeforeEach
  void build() throws Exception {
    Files.writeString(directory.resolve("plumbline-agent-x86_64.tar.gz"), "package");
    Files.writeString(directory.resolve("plumbline-agent-x86_64.build"), "0f3a\n");
    packages = new AgentPackages(directory);
  }

  @Test
  void findsThePackageOfAnArchitecture() throws Exception {
    assertThat(packages.find("x86_64").build()).isEqualTo("0f3a");
    assertThat(packages.find("x86_64").bytes()).isEqualTo(7);
  }

  @Test
  void anArchitectureThatWasNotBuiltIsNamed() {
    assertThatThrownBy(() -> packages.find("riscv64"))
        .isInstanceOfSatisfying(
            ContactException.class, failure -> assertThat(failure.remedy()).contains("only x86_64"))
        .hasMessageContaining("'riscv64'");
    assertThatThrownBy(() -> new AgentPackages(directory.resolve("none")).find("x86_64"))
        .hasMessageContaining("no agent package in");
  }

  @Test
  void aNodeThatCannotHoldTheAgentIsRefused() {
    assertRefused("without systemd", 7, "system=Linux", "init=runit");
    assertRefused("the node runs FreeBSD", 7, "system=FreeBSD", "init=init");
    assertRefused("has no gzip", 7, "system=Linux", "init=systemd", "has=tar");
    assertRefused("only 878 MB free", 400_000_000, GOOD);
  }

  private static void assertRefused(String message, long bytes, String... probe) {
    AgentPackage agent = new AgentPackage("b", Path.of("x"), bytes);
    assertThatThrownBy(() -> Installer.check(new ScriptedLine(probe).probe(), agent))
        .isInstanceOf(ContactException.class)
        .hasMessageContaining(message);
  }

  @Test
  void sendsThePackageAndSaysHowFarItIs() throws Exception {
    ScriptedLine line = new ScriptedLine(GOOD);
    installer(line).upload(packages.find("x86_64"), now -> assertThat(now).contains("sending"));
    assertThat(line.inputs).containsExactly("package");
    assertThat(line.commands.getFirst()).contains("tar -xzf -", "mv -T", "/agent-0f3a");
  }

  @Test
  void theSameBuildIsNotSentTwice() throws Exception {
    ScriptedLine line = new ScriptedLine("uid=0", "installed=agent-0f3a");
    installer(line).upload(packages.find("x86_64"), now -> {});
    assertThat(line.commands).isEmpty();
  }

  @Test
  void aFullDiskIsSaidInOneLine() {
    ScriptedLine line = new ScriptedLine(GOOD);
    line.answers.add(new Finished(2, "", "tar: x: Cannot write: No space left on device\n"));
    assertThatThrownBy(() -> installer(line).upload(packages.find("x86_64"), now -> {}))
        .hasMessageContaining("the disk of /opt is full");
  }

  @Test
  void whatTheAgentSaysIsPassedOn() {
    ScriptedLine line = new ScriptedLine(GOOD);
    line.answers.add(new Finished(1, "", "agent: /var/lib/plumbline: Permission denied\n"));
    assertThatThrownBy(() -> installer(line).request(packages.find("x86_64"), "it's"))
        .hasMessage("the agent's 'csr' failed: agent: /var/lib/plumbline: Permission denied");
    assertThat(line.commands.getFirst()).contains("csr --node");
  }

  private static Installer installer(ScriptedLine line) throws Exception {
    return new Installer(line, Root.on(Targets.worker(Become.AUTO), line, Optional.empty()));
  }

  @Test
  void removesWhatInterruptedInstallationsLeft() {
    assertThat(List.of(InstallScripts.dropOthers("0f3a").split("\n")))
        .anyMatch(line -> line.contains(".unpack.*"))
        .anyMatch(line -> line.contains("/opt/plumbline/agent-0f3a) ;;"));
  }
}
