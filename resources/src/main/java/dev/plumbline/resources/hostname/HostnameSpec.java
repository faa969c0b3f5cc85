package dev.plumbline.resources.hostname;

import dev.plumbline.resources.Checks;
import dev.plumbline.resources.Doc;
import dev.plumbline.resources.Shorthand;
import dev.plumbline.resources.Spec;
import java.util.regex.Pattern;

/** What a node's name must be. */
@Doc("The name that the node gives itself, now and after a restart.")
public record HostnameSpec(
    @Shorthand
        @Doc(
            "A host name: labels of letters, digits and hyphens, joined by dots, at most 64 characters (hostname(7)).")
        String name)
    implements Spec {
  private static final Pattern LABELS =
      Pattern.compile(
          "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*");

  public HostnameSpec {
    new Checks()
        .that(
            name.length() <= 64 && LABELS.matcher(name).matches(),
            "hostname-form",
            "name",
            "'"
                + name
                + "' is not a host name (letters, digits and inner hyphens, joined by dots, at most 64 characters)")
        .done();
  }
}
