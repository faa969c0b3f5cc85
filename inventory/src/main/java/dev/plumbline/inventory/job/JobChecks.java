package dev.plumbline.inventory.job;

import dev.plumbline.resources.Checks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules that a job file as a whole must keep. */
final class JobChecks {
  private final Checks checks = new Checks();

  void names(String job, Optional<String> user, Set<String> inputs) {
    checks.that(
        JobNames.isJob(job),
        "job-name",
        "job",
        "'"
            + job
            + "' is not a name of a job: it takes letters, digits, and within them dots, hyphens"
            + " and underscores, at most 63 characters");
    user.ifPresent(name ->
        checks
            .that(
                JobNames.isUser(name), "job-user-name", "user", "'" + name + "' is not a user name")
            .that(
                !name.equals("root"),
                "job-user-root",
                "user",
                "a job never runs as root; name another user"));
    Map<String, String> variables = new HashMap<>();
    for (String input : inputs) {
      checks.that(
          JobNames.isInput(input),
          "job-input-name",
          "inputs." + input,
          "'"
              + input
              + "' is not a name of an input: it takes letters, digits, hyphens and underscores,"
              + " and begins with a letter");
      String variable = JobNames.variableOf(input);
      @Nullable String first = variables.putIfAbsent(variable, input);
      checks.that(
          first == null,
          "job-input-clash",
          "inputs." + input,
          "'" + input + "' and '" + first + "' are both " + variable + " for the program");
    }
  }

  void environment(Set<String> env, List<String> secrets) {
    for (String name : env) {
      variable(name, "env." + name);
    }
    for (int i = 0; i < secrets.size(); i++) {
      String name = secrets.get(i);
      variable(name, "secrets." + i);
      checks
          .that(
              secrets.indexOf(name) == i,
              "job-secret-twice",
              "secrets." + i,
              "the secret " + name + " stands here a second time")
          .that(
              !env.contains(name),
              "job-secret-env",
              "secrets." + i,
              name + " is in env too, where everybody can read it; a secret has no value here");
    }
  }

  private void variable(String name, String component) {
    checks
        .that(
            JobNames.isEnvironment(name),
            "job-env-name",
            component,
            "'"
                + name
                + "' is not a name of an environment variable: it takes letters, digits and"
                + " underscores, and begins with no digit")
        .that(
            !name.startsWith("PLUMB_"),
            "job-env-ours",
            component,
            name + " is set by Plumbline; names that begin with PLUMB_ are taken");
  }

  void program(List<String> command, Optional<JavaProgram> java) {
    checks
        .that(
            !command.isEmpty() || java.isPresent(),
            "job-program",
            "",
            "there is no program; write command: [hostname], or java: {jar: app.jar, main: Main}")
        .that(
            command.isEmpty() || java.isEmpty(),
            "job-program",
            "java",
            "there is a command too; a job has one program")
        .that(
            command.isEmpty() || !command.getFirst().isBlank(),
            "job-command",
            "command",
            "the first word of the command, the program, is empty")
        .that(
            command.size() != 1
                || command.getFirst().startsWith("/")
                || !command.getFirst().strip().contains(" "),
            "job-command-words",
            "command",
            "'"
                + String.join("", command)
                + "' is one word, the name of a program; there is no shell that would part it: write ["
                + String.join(", ", String.join("", command).strip().split(" +"))
                + "]");
  }

  void spark(List<String> jar, Optional<String> main, Optional<String> python) {
    checks
        .that(
            !jar.isEmpty() || python.isPresent(),
            "job-program",
            "",
            "there is no program; write jar: app.jar and main: Main, or python: app.py")
        .that(
            python.isEmpty() || python.get().endsWith(".py"),
            "job-python",
            "python",
            "Spark takes it for a Python program only if its name ends with .py")
        .that(
            python.isEmpty() || main.isEmpty(),
            "job-program",
            "main",
            "there is a Python program too; a job has one program, and jars beside a Python program"
                + " are libraries")
        .that(
            jar.isEmpty() || main.isPresent() || python.isPresent(),
            "job-main",
            "jar",
            "the class to start in the jar is missing; write main: org.example.Main")
        .that(
            main.isEmpty() || JobNames.isClass(main.get()),
            "job-main",
            "main",
            "'" + main.orElse("") + "' is not the name of a class, such as org.example.Main");
  }

  void ranks(Optional<Integer> ranks) {
    checks.that(
        ranks.isEmpty() || (ranks.get() >= 1 && ranks.get() <= 65536),
        "job-ranks",
        "ranks",
        "ranks " + ranks.orElse(0) + " is out of range 1 to 65536");
  }

  /** A key that means something to one kind only. */
  void belongs(JobKind kind, JobKind owner, String key, boolean present) {
    checks.that(
        kind == owner || !present,
        "job-other-kind",
        key,
        key + " belongs to kind: " + owner.word() + "; this job is kind: " + kind.word());
  }

  /** A key that means nothing to one kind. */
  void notOf(JobKind kind, JobKind stranger, String key, boolean present) {
    checks.that(
        kind != stranger || !present,
        "job-other-kind",
        key,
        key + " does not belong to kind: " + stranger.word());
  }

  void done() {
    checks.done();
  }
}
