package dev.plumbline.jobs.mnist;

import dev.plumbline.jobs.mnist.net.Shape;
import dev.plumbline.jobs.mnist.options.Options;
import dev.plumbline.jobs.mnist.problem.Problem;
import dev.plumbline.jobs.mnist.training.Plan;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Nets and schedules that were chosen on training digits held out, never on the test digits. */
enum Setting {
  /** A good net in seconds. */
  FAST(new Shape(8, 16, 64), 4, 0.004, 1),

  /** A better one in minutes. */
  ACCURATE(new Shape(16, 32, 128), 15, 0.003, 2);

  private final Shape shape;
  private final int epochs;
  private final double rate;
  private final int move;

  Setting(Shape shape, int epochs, double rate, int move) {
    this.shape = shape;
    this.epochs = epochs;
    this.rate = rate;
    this.move = move;
  }

  /** The setting of that name; {@link #FAST} when none is given. */
  static Setting named(@Nullable String name) {
    if (name == null) {
      return FAST;
    }
    return Arrays.stream(values())
        .filter(setting -> setting.toString().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new Problem("--setting %s: there are %s".formatted(name, Arrays.toString(values()))));
  }

  /** What is trained: this setting, and the options over it. */
  Plan plan(Options options) {
    int passes = options.count("epochs", epochs);
    if (passes == 0) {
      throw new Problem("--epochs 0: at least one is needed");
    }
    return new Plan(shape, passes, options.positive("rate", rate), move, options.number("seed", 1));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
