package dev.plumbline.lab.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.lab.api.Lab;
import dev.plumbline.lab.engine.Engines;
import dev.plumbline.lab.engine.Labels;
import dev.plumbline.lab.machine.Progress;
import dev.plumbline.lab.machine.StateDirectory;
import dev.plumbline.lab.node.LabNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@LabTest
class SavedNodesTest {
  @Test
  void aNodeIsAgainWhatItWasWhenItWasSaved(@TempDir Path directory) {
    Lab lab = Lab.up(Inventories.write(directory, "saved", "one", "two"));
    LabNode node = lab.node("one");
    assertThatThrownBy(lab::restore).hasMessageContaining("was never saved");
    node.run(Nested.ENGINE + Nested.IMAGE + "docker run --detach --name kept tiny sleep 1000");
    node.run("echo mine >/home/ubuntu/mine; echo mine >/etc/mine; docker swarm init");
    String before =
        node.run("cat /etc/machine-id /etc/ssh/*.pub; docker node ls -q; docker ps -aq");

    lab.save();
    node.run("rm /home/ubuntu/mine /etc/mine; docker swarm leave --force; docker rm --force kept");
    node.run("DEBIAN_FRONTEND=noninteractive apt-get purge --yes --quiet=2 docker.io");
    lab.restore();

    assertThat(node.run("cat /home/ubuntu/mine /etc/mine")).isEqualTo("mine\nmine\n");
    assertThat(node.run("cat /etc/machine-id /etc/ssh/*.pub; docker node ls -q; docker ps -aq"))
        .isEqualTo(before);
    assertThat(node.run("docker start kept; docker exec kept cat /etc/hostname")).isNotEmpty();
    assertThat(node.ssh("hostname").ok()).isTrue();
    assertThat(lab.node("two").ssh("hostname").out()).isEqualTo("ubuntu\n");

    lab.down();
    new Engines(StateDirectory.ofThisUser(), Progress.silent())
        .running()
        .ifPresent(docker ->
            assertThat(
                    docker.ask("listing", "images", "--quiet", "--filter", Labels.of(lab.id()))
                        + docker.ask(
                            "listing", "volume", "ls", "-q", "--filter", Labels.of(lab.id())))
                .isEmpty());
  }
}
