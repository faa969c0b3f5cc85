package dev.plumbline.agent.work;

import dev.plumbline.agent.engine.Planning.Published;
import dev.plumbline.agent.journal.Finished;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Outcome;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.plan.Plan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Keeps answers as lines. */
final class RecordedAnswers implements Answers {
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

  /** The next answer. */
  String next() throws InterruptedException {
    String line = lines.poll(20, TimeUnit.SECONDS);
    if (line == null) {
      throw new AssertionError("no answer came");
    }
    return line;
  }

  /** Passes over answers until one begins like that. */
  String next(String beginning) throws InterruptedException {
    String line = next();
    while (!line.startsWith(beginning)) {
      line = next();
    }
    return line;
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  @Override
  public void planned(String request, Plan plan, List<Published> exports) {
    lines.add(request + " planned " + plan.steps().size() + " " + exports);
  }

  @Override
  public void progress(String request, Optional<ResourceId> on, String now) {
    lines.add(request + " now " + on.map(ResourceId::toString).orElse("") + " " + now);
  }

  @Override
  public void done(String request, ResourceId id, Outcome outcome) {
    lines.add(request + " done " + id + " " + outcome.getClass().getSimpleName());
  }

  @Override
  public void applied(Finished finished) {
    StringBuilder line = new StringBuilder(finished.request() + " applied");
    finished
        .steps()
        .forEach(step ->
            line.append(' ')
                .append(step.id())
                .append('=')
                .append(step.outcome().getClass().getSimpleName()));
    lines.add(line.append(" unchanged=").append(finished.unchanged()).toString());
  }

  @Override
  public void rejected(String request, Failure why) {
    lines.add(request + " rejected " + why.getMessage() + "; " + why.remedy());
  }

  @Override
  public void exports(String request, List<Published> exports) {
    lines.add(request + " exports " + exports);
  }

  @Override
  public void facts(String request, Map<String, String> facts) {
    lines.add(request + " facts " + facts);
  }
}
