package dev.plumbline.controller.cli.render;

import dev.plumbline.resources.Change;
import java.util.List;

/** What a step does, as one character. */
public enum Sign {
  ADD("+"),
  CHANGE("~"),
  REMOVE("-"),
  WAIT("…"),
  SKIP("/"),
  FAIL("!");

  private final String character;

  Sign(String character) {
    this.character = character;
  }

  String painted(Ink ink) {
    return switch (this) {
      case ADD -> ink.add(character);
      case CHANGE -> ink.change(character);
      case REMOVE -> ink.remove(character);
      case WAIT -> ink.wait(character);
      case SKIP -> ink.dim(character);
      case FAIL -> ink.bad(character);
    };
  }

  private static final String ABSENT = "absent";

  /** A resource is added if nothing of it was there, and removed if nothing of it stays. */
  public static Sign of(List<Change> changes) {
    if (changes.isEmpty() || changes.stream().allMatch(Change.Hidden.class::isInstance)) {
      return CHANGE;
    }
    if (changes.stream().allMatch(Sign::appears)) {
      return ADD;
    }
    return changes.stream().allMatch(Sign::goes) ? REMOVE : CHANGE;
  }

  private static boolean appears(Change change) {
    return switch (change) {
      case Change.Certain certain -> certain.from() == null || isState(certain, certain.from());
      case Change.Text text -> text.from() == null;
      case Change.KnownAfterApply later -> later.from() == null;
      case Change.Hidden _ -> true;
    };
  }

  private static boolean goes(Change change) {
    return switch (change) {
      case Change.Certain certain -> certain.to() == null || isState(certain, certain.to());
      case Change.Text text -> text.to() == null;
      case Change.KnownAfterApply _ -> false;
      case Change.Hidden _ -> true;
    };
  }

  /** Kinds with a key {@code state} say so there. */
  private static boolean isState(Change.Certain change, String side) {
    return change.attribute().equals("state") && side.equals(ABSENT);
  }
}
