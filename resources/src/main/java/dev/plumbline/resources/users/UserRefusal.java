package dev.plumbline.resources.users;

import dev.plumbline.resources.Change;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.ResourceId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Why the changes of a user must not be made. */
final class UserRefusal {
  private UserRefusal() {}

  static Optional<Failure> of(
      UserSpec spec, UserObservation observed, List<Change> changes, Set<ResourceId> awaits) {
    for (Change change : changes) {
      if (observed.account().isPresent() && change instanceof Change.Certain certain) {
        Optional<Failure> moved = moved(spec, certain);
        if (moved.isPresent()) {
          return moved;
        }
      }
    }
    UserObservation.Obstacles obstacles = observed.obstacles();
    if (obstacles.uidHolder().isPresent()) {
      return failure(
          spec,
          "cannot have uid "
              + spec.uid().orElse(0L)
              + ": user "
              + obstacles.uidHolder().get()
              + " has it",
          "Choose another uid, or remove that user.");
    }
    if (obstacles.gidHolder().isPresent()) {
      return failure(
          spec,
          "cannot have an own group with gid "
              + spec.uid().orElse(0L)
              + ": group "
              + obstacles.gidHolder().get()
              + " has it",
          "Give the user's primary group with 'group'.");
    }
    if (!awaits.isEmpty()) {
      return Optional.empty();
    }
    if (!obstacles.missingGroups().isEmpty()) {
      return failure(
          spec,
          "cannot be in "
              + String.join(", ", obstacles.missingGroups())
              + ": there is no such group",
          "Add it to 'groups', or the package that brings it to 'packages'.");
    }
    return obstacles.missingShell()
        ? failure(
            spec,
            "cannot have the shell " + spec.newShell() + ": it is not there",
            "Correct the path, or add the package that brings it to 'packages'.")
        : Optional.empty();
  }

  private static Optional<Failure> moved(UserSpec spec, Change.Certain change) {
    return switch (change.attribute()) {
      case UserDiff.UID ->
          failure(
              spec,
              "has uid "
                  + change.from()
                  + ", not "
                  + change.to()
                  + "; the uid of a user is never changed, because files carry it",
              "Put uid "
                  + change.from()
                  + " into the inventory, or change it on the node with usermod and chown.");
      case UserDiff.HOME ->
          failure(
              spec,
              "lives in " + change.from() + ", not " + change.to() + "; a home is never moved",
              "Put " + change.from() + " into the inventory, or move it with 'usermod -m -d'.");
      default -> Optional.empty();
    };
  }

  private static Optional<Failure> failure(UserSpec spec, String why, String remedy) {
    return Optional.of(new Failure("user " + spec.name() + " " + why, remedy));
  }
}
