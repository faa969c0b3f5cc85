package dev.plumbline.agent.host.packages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.resources.host.packages.Offer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AptPolicyTest {
  @Test
  void readsWhatCanBeHad() {
    assertThat(AptPolicy.offers(Captured.text("policy.txt")))
        .hasSize(3)
        .containsEntry("openmpi-bin", new Offer(Optional.of("4.1.4-3+b1"), List.of("4.1.4-3+b1")))
        .containsEntry(
            "libc6",
            new Offer(Optional.of("2.36-9+deb12u14"), List.of("2.36-9+deb12u14", "2.36-9+deb12u7")))
        .containsEntry("mail-transport-agent", new Offer(Optional.empty(), List.of()));
  }

  @Test
  void readsTheArchives() {
    assertThat(AptPolicy.archives(Captured.text("policy-archives.txt")))
        .containsExactly(
            "http://deb.debian.org/debian-security bookworm-security/main",
            "http://deb.debian.org/debian bookworm-updates/main",
            "http://deb.debian.org/debian bookworm/main");
  }
}
