package dev.plumbline.agent.rpc.wire;

import dev.plumbline.proto.v1.Change.Form;
import dev.plumbline.resources.Change;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Changes that go. */
final class Changes {
  private Changes() {}

  static List<dev.plumbline.proto.v1.Change> write(List<Change> changes) {
    return changes.stream().map(Changes::write).toList();
  }

  static dev.plumbline.proto.v1.Change write(Change change) {
    return switch (change) {
      case Change.Certain certain ->
          write(Form.CERTAIN, certain.attribute(), certain.from(), certain.to());
      case Change.Text text -> write(Form.TEXT, text.attribute(), text.from(), text.to());
      case Change.KnownAfterApply known ->
          write(Form.KNOWN_AFTER_APPLY, known.attribute(), known.from(), known.source());
      case Change.Hidden hidden -> write(Form.HIDDEN, hidden.attribute(), null, null);
    };
  }

  private static dev.plumbline.proto.v1.Change write(
      Form form, String attribute, @Nullable String from, @Nullable String to) {
    dev.plumbline.proto.v1.Change.Builder change =
        dev.plumbline.proto.v1.Change.newBuilder().setForm(form).setAttribute(attribute);
    Optional.ofNullable(from).ifPresent(change::setFrom);
    Optional.ofNullable(to).ifPresent(change::setTo);
    return change.build();
  }
}
