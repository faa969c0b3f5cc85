package dev.plumbline.lab.base;

import dev.plumbline.lab.machine.LabProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All that a base is made of; equal recipes make equal bases, so the image is named by its hash.
 */
record BaseRecipe(AptConfiguration apt, Map<String, String> authorities) {
  static final String REPOSITORY = "plumbline-lab-base";

  static final List<String> PACKAGES =
      List.of(
          "systemd",
          "systemd-sysv",
          "dbus",
          "libpam-systemd",
          "openssh-server",
          "iproute2",
          "iputils-ping",
          "netplan.io",
          "sudo",
          "ca-certificates",
          "python3",
          "ufw",
          "nftables",
          "udev",
          "curl",
          "procps",
          "netbase");

  BaseRecipe {
    authorities = new TreeMap<>(authorities);
  }

  static BaseRecipe ofThisMachine() {
    return new BaseRecipe(
        AptConfiguration.ofThisMachine(), authorities(Path.of("/usr/local/share/ca-certificates")));
  }

  String image() {
    return REPOSITORY + ":" + hash().substring(0, 12);
  }

  String finish() {
    return resource("finish.sh");
  }

  private String hash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      String all =
          String.join("\0", apt.toString(), authorities.toString(), PACKAGES.toString()) + finish();
      return HexFormat.of().formatHex(digest.digest(all.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The certificate authorities that this machine trusts on its own account, by file name. */
  private static Map<String, String> authorities(Path directory) {
    Map<String, String> found = new TreeMap<>();
    if (Files.isDirectory(directory)) {
      try (Stream<Path> files = Files.list(directory)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".crt")).toList()) {
          found.put(file.getFileName().toString(), Files.readString(file));
        }
      } catch (IOException e) {
        throw new LabProblem("cannot read " + directory + ": " + e.getMessage(), e);
      }
    }
    return found;
  }

  private static String resource(String name) {
    try (InputStream stream = BaseRecipe.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("the lab's jar lacks " + name);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
