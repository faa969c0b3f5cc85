package dev.plumbline.resources.contract;

import dev.plumbline.resources.ResourceType;
import dev.plumbline.resources.ResourceTypes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** The fixture files of a kind, in the test folder that mirrors the kind's own. */
public final class Fixtures {
  private Fixtures() {}

  /** Every resource of every kind's valid fixtures. */
  public static Stream<Fixture.Entry> allValid() {
    return ResourceTypes.all().stream().flatMap(Fixtures::valid);
  }

  /** The valid fixtures of one kind; other kinds that stand beside it are left out. */
  public static Stream<Fixture.Entry> valid(ResourceType<?> type) {
    return documents(type, "valid.yaml").stream()
        .flatMap(document -> document.entries().stream())
        .filter(entry -> entry.type().equals(type));
  }

  static List<Fixture> documents(ResourceType<?> type, String file) {
    return YamlTree.documents(text(type, file), file).stream().map(Fixture::read).toList();
  }

  /** The text of a fixture file. */
  public static String text(ResourceType<?> type, String file) {
    String path = "/dev/plumbline/resources/" + type.plural() + "/" + file;
    try (InputStream in = Fixtures.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new AssertionError("no fixture src/test/resources" + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
