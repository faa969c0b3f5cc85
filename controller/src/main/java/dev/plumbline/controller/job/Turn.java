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

  /** It cannot start, or is only checked: what stands against it is told, and nothing is sent. */
  record Check(List<Place> places) implements Turn {
    public Check {
      places = List.copyOf(places);
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
