package dev.plumbline.resources.ssh_keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.resources.host.keypairs.InMemoryKeyPairs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicKeyTest {
  private static final String KEY = InMemoryKeyPairs.PUBLIC_KEY;

  @ParameterizedTest
  @ValueSource(strings = {"", " me@laptop", " two words"})
  void readsWhatItPrints(String comment) {
    assertThat(PublicKey.parse(KEY + comment)).hasToString(KEY + comment);
  }

  @Test
  void partsOptionsKeyAndComment() {
    PublicKey key =
        PublicKey.parse("  from=\"10.0.0.0/8\",command=\"echo hi\"   " + KEY + "  me@laptop \n");

    assertThat(key.options()).isEqualTo("from=\"10.0.0.0/8\",command=\"echo hi\"");
    assertThat(key.comment()).isEqualTo("me@laptop");
    assertThat(key.bare()).hasToString(KEY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "me@laptop",
        "ssh-ed25519",
        "ssh-ed25519 AAAA",
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgME",
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5",
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5/////w==",
        "ssh-rsa AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f",
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f\nmore"
      })
  void refusesWhatIsNotOneKey(String text) {
    assertThatThrownBy(() -> PublicKey.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void neverRepeatsPrivateKey() {
    assertThatThrownBy(
            () -> PublicKey.parse("-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEA"))
        .hasMessageStartingWith("this is a private key")
        .hasMessageNotContaining("b3Blbn");
  }
}
