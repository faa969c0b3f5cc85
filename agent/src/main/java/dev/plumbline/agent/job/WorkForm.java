package dev.plumbline.agent.job;

import dev.plumbline.agent.job.order.Content;
import dev.plumbline.agent.job.order.Input;
import dev.plumbline.agent.job.order.Java;
import dev.plumbline.agent.job.order.Kind;
import dev.plumbline.agent.job.order.Mpi;
import dev.plumbline.agent.job.order.Place;
import dev.plumbline.agent.job.order.Placed;
import dev.plumbline.agent.job.order.Work;
import dev.plumbline.agent.json.Tree;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The order of a job as JSON. */
final class WorkForm {
  private WorkForm() {}

  static Tree.Writer write(Work work) {
    return new Tree.Writer()
        .text("name", work.name())
        .text("kind", work.kind().name())
        .number("ranks", work.ranks())
        .objects("places", work.places(), WorkForm::place)
        .texts("command", work.command())
        .objects("inputs", work.inputs(), WorkForm::input)
        .objects("env", List.copyOf(work.env().entrySet()), WorkForm::variable)
        .number("memory_per_rank", work.memoryPerRank())
        .flag("ssh", work.mpi().ssh())
        .flag("oversubscribe", work.mpi().oversubscribe())
        .objects("mca", List.copyOf(work.mpi().mca().entrySet()), WorkForm::variable)
        .text("user", work.user())
        .text("network", work.network())
        .objects("java", work.java().stream().toList(), WorkForm::java);
  }

  static Work read(Tree tree) {
    return new Work(
        tree.text("name"),
        Kind.valueOf(tree.text("kind")),
        (int) tree.number("ranks"),
        tree.objects("places", WorkForm::place),
        tree.texts("command"),
        tree.objects("inputs", WorkForm::input),
        variables(tree, "env"),
        tree.number("memory_per_rank"),
        new Mpi(flag(tree, "ssh"), flag(tree, "oversubscribe"), variables(tree, "mca")),
        tree.text("user"),
        tree.text("network"),
        tree.objects("java", WorkForm::java).stream().findFirst());
  }

  private static boolean flag(Tree tree, String key) {
    return Boolean.parseBoolean(tree.text(key));
  }

  private static Tree.Writer variable(Map.Entry<String, String> variable) {
    return new Tree.Writer().text("name", variable.getKey()).text("value", variable.getValue());
  }

  private static Map<String, String> variables(Tree tree, String key) {
    Map<String, String> variables = new TreeMap<>();
    tree.objects(key, each -> each)
        .forEach(each -> variables.put(each.text("name"), each.text("value")));
    return variables;
  }

  private static Tree.Writer place(Place place) {
    return new Tree.Writer()
        .text("node", place.node())
        .text("address", place.address())
        .number("slots", place.slots())
        .number("ranks", place.ranks());
  }

  private static Place place(Tree tree) {
    return new Place(
        tree.text("node"),
        tree.text("address"),
        (int) tree.number("slots"),
        (int) tree.number("ranks"),
        0);
  }

  static Tree.Writer placed(Placed file) {
    return new Tree.Writer()
        .text("path", file.path())
        .text("hash", file.content().hash())
        .number("size", file.content().size())
        .flag("executable", file.executable());
  }

  static Placed placed(Tree tree) {
    return new Placed(
        tree.text("path"),
        new Content(tree.text("hash"), tree.number("size")),
        flag(tree, "executable"));
  }

  private static Tree.Writer input(Input input) {
    return new Tree.Writer()
        .text("name", input.name())
        .flag("folder", input.folder())
        .objects("files", input.files(), WorkForm::placed);
  }

  private static Input input(Tree tree) {
    return new Input(
        tree.text("name"), flag(tree, "folder"), tree.objects("files", WorkForm::placed));
  }

  private static Tree.Writer java(Java java) {
    return new Tree.Writer()
        .text("main", java.main())
        .objects("class_path", java.classPath(), WorkForm::placed)
        .object("runtime", placed(java.runtime()))
        .texts("options", java.options());
  }

  private static Java java(Tree tree) {
    return new Java(
        tree.text("main"),
        tree.objects("class_path", WorkForm::placed),
        placed(tree.object("runtime")),
        tree.texts("options"));
  }
}
