package dev.plumbline.controller.rpc.wire;

import dev.plumbline.proto.v1.Change.Form;
import dev.plumbline.resources.Change;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Changes of attributes. */
final class Changes {
  private Changes() {}

  static Change read(dev.plumbline.proto.v1.Change change) {
    String from = change.hasFrom() ? change.getFrom() : null;
    String to = change.hasTo() ? change.getTo() : null;
    return switch (change.getForm()) {
      case CERTAIN -> new Change.Certain(change.getAttribute(), from, to);
      case TEXT -> new Change.Text(change.getAttribute(), from, to);
      case KNOWN_AFTER_APPLY ->
          new Change.KnownAfterApply(change.getAttribute(), from, change.getTo());
      case HIDDEN -> new Change.Hidden(change.getAttribute());
      case UNRECOGNIZED ->
          throw new IllegalArgumentException(
              "change of " + change.getAttribute() + " has an unknown form");
    };
  }

  static dev.plumbline.proto.v1.Change write(Change change) {
    return switch (change) {
      case Change.Certain certain ->
          write(Form.CERTAIN, certain.attribute(), certain.from(), certain.to());
      case Change.Text text -> write(Form.TEXT, text.attribute(), text.from(), text.to());
      case Change.KnownAfterApply later ->
          write(Form.KNOWN_AFTER_APPLY, later.attribute(), later.from(), later.source());
      case Change.Hidden hidden -> write(Form.HIDDEN, hidden.attribute(), null, null);
    };
  }

  private static dev.plumbline.proto.v1.Change write(
      Form form, String attribute, @Nullable String from, @Nullable String to) {
    var builder = dev.plumbline.proto.v1.Change.newBuilder().setForm(form).setAttribute(attribute);
    Optional.ofNullable(from).ifPresent(builder::setFrom);
    Optional.ofNullable(to).ifPresent(builder::setTo);
    return builder.build();
  }
}
