package dev.plumbline.lab.real;

import dev.plumbline.lab.engine.Engines;
import dev.plumbline.lab.machine.LabProblem;
import dev.plumbline.lab.machine.Progress;
import dev.plumbline.lab.machine.StateDirectory;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Whether this machine can have a lab: Linux, and root or an engine that answers. */
final class NeedsLab implements ExecutionCondition {
  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (!System.getProperty("os.name").equals("Linux")) {
      return ConditionEvaluationResult.disabled("a lab needs Linux");
    }
    if (StateDirectory.isRoot()) {
      return ConditionEvaluationResult.enabled("root can start an engine");
    }
    try {
      return new Engines(StateDirectory.ofThisUser(), Progress.silent()).running().isPresent()
          ? ConditionEvaluationResult.enabled("an engine answers")
          : ConditionEvaluationResult.disabled("a lab needs root or a Docker engine that answers");
    } catch (LabProblem e) {
      return ConditionEvaluationResult.disabled(String.valueOf(e.getMessage()));
    }
  }
}
