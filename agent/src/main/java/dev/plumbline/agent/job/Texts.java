package dev.plumbline.agent.job;

import dev.plumbline.agent.job.order.Work;
import dev.plumbline.resources.Failure;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills in what a job's texts leave open: {@code ${inputs.NAME}}, {@code ${outputs}} and such. A
 * doubled dollar stands for itself.
 */
final class Texts {
  private static final Pattern OPEN = Pattern.compile("\\$\\$\\{|\\$\\{([^}]*)}");
  private final Map<String, String> values = new TreeMap<>();

  Texts(Work work, Folder folder, String job) {
    work.inputs().forEach(input -> put("inputs." + input.name(), folder.input(input)));
    put("outputs", folder.outputs());
    put("work", folder.work());
    values.put("job.id", job);
    values.put("job.name", work.name());
  }

  private void put(String name, Path path) {
    values.put(name, path.toString());
  }

  String fill(String text) throws Failure {
    Matcher matcher = OPEN.matcher(text);
    StringBuilder filled = new StringBuilder();
    while (matcher.find()) {
      String name = matcher.group(1);
      String value = name == null ? "${" : values.get(name);
      if (value == null) {
        throw new Failure(
            "the job file says ${" + name + "}, which means nothing",
            "use one of ${" + String.join("}, ${", values.keySet()) + "}");
      }
      matcher.appendReplacement(filled, Matcher.quoteReplacement(value));
    }
    return matcher.appendTail(filled).toString();
  }
}
