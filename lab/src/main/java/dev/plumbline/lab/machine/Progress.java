package dev.plumbline.lab.machine;

import java.util.function.Supplier;

/** Where long work says what it does; each step becomes one line with the time that it took. */
public interface Progress {
  <T> T step(String what, Supplier<T> work);

  /** One line that is no step: what the user should know. */
  void say(String line);

  /** Says nothing. */
  static Progress silent() {
    return new Progress() {
      @Override
      public <T> T step(String what, Supplier<T> work) {
        return work.get();
      }

      @Override
      public void say(String line) {}
    };
  }
}
