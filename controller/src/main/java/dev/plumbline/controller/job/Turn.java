package dev.plumbline.controller.job;

import java.util.List;

/** Whether a job that waits may begin. */
public sealed interface Turn {
  /** It has its places: its files may travel. */
  record Begin(List<Place> places) implements Turn {
    public Begin {
      places = List.copyOf(places);
    }
  }

  /**
   * It cannot start, or is only checked: what stands against it is told, and nothing is sent.
   *
   * @param why every reason for which it would wait if nothing stands against it
   */
  record Check(List<Place> places, List<String> why) implements Turn {
    public Check {
      places = List.copyOf(places);
      why = List.copyOf(why);
    }
  }

  /**
   * @param why every reason
   */
  record Wait(List<String> why) implements Turn {
    public Wait {
      why = List.copyOf(why);
    }
  }
}
