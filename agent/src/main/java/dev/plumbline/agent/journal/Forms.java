package dev.plumbline.agent.journal;

import dev.plumbline.agent.engine.Planning.Published;
import dev.plumbline.agent.engine.Report;
import dev.plumbline.agent.json.Tree;
import dev.plumbline.resources.Change;
import dev.plumbline.resources.Export;
import dev.plumbline.resources.Outcome;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.catalog.EncodedCatalog;
import java.util.List;
import java.util.Optional;

/** How the journal writes each thing, and reads it again. */
final class Forms {
  private Forms() {}

  static Tree.Writer assignment(Assignment assignment) {
    EncodedCatalog catalog = assignment.catalog();
    return new Tree.Writer()
        .text("node", catalog.node())
        .text("hash", catalog.hash())
        .number("generation", assignment.generation())
        .number("revision", assignment.revision())
        .objects("entries", catalog.entries(), Forms::entry);
  }

  /** Reads a catalog, whose secrets are known by their digests only. */
  static Assignment assignment(Tree tree) {
    return new Assignment(
        new EncodedCatalog(
            tree.text("node"),
            tree.objects("entries", Forms::entry),
            tree.text("hash"),
            java.util.Map.of()),
        tree.number("generation"),
        tree.number("revision"));
  }

  static Tree.Writer entry(EncodedCatalog.Entry entry) {
    return new Tree.Writer()
        .text("kind", entry.kind())
        .text("name", entry.name())
        .number("version", entry.schemaVersion())
        .text("spec", entry.json())
        .texts("after", entry.after());
  }

  static EncodedCatalog.Entry entry(Tree tree) {
    return new EncodedCatalog.Entry(
        tree.text("kind"),
        tree.text("name"),
        Math.toIntExact(tree.number("version")),
        tree.text("spec"),
        tree.texts("after"));
  }

  static Tree.Writer change(Change change) {
    Tree.Writer json = new Tree.Writer().text("attribute", change.attribute());
    return switch (change) {
      case Change.Certain certain ->
          json.text("form", "certain")
              .find("from", Optional.ofNullable(certain.from()))
              .find("to", Optional.ofNullable(certain.to()));
      case Change.Text text ->
          json.text("form", "text")
              .find("from", Optional.ofNullable(text.from()))
              .find("to", Optional.ofNullable(text.to()));
      case Change.KnownAfterApply known ->
          json.text("form", "known-after-apply")
              .find("from", Optional.ofNullable(known.from()))
              .text("to", known.source());
      case Change.Hidden _ -> json.text("form", "hidden");
    };
  }

  static Change change(Tree tree) {
    String attribute = tree.text("attribute");
    String from = tree.find("from").orElse(null);
    String to = tree.find("to").orElse(null);
    return switch (tree.text("form")) {
      case "certain" -> new Change.Certain(attribute, from, to);
      case "text" -> new Change.Text(attribute, from, to);
      case "known-after-apply" -> new Change.KnownAfterApply(attribute, from, tree.text("to"));
      case "hidden" -> new Change.Hidden(attribute);
      default -> throw new IllegalArgumentException("no form of change: " + tree.text("form"));
    };
  }

  static Tree.Writer outcome(Outcome outcome) {
    Tree.Writer json = new Tree.Writer();
    return switch (outcome) {
      case Outcome.Changed changed ->
          json.text("outcome", "changed").objects("changes", changed.changes(), Forms::change);
      case Outcome.Unchanged _ -> json.text("outcome", "unchanged");
      case Outcome.Skipped skipped ->
          json.text("outcome", "skipped").text("message", skipped.reason());
      case Outcome.Waiting waiting -> json.text("outcome", "waiting").text("message", waiting.on());
      case Outcome.Failed failed ->
          json.text("outcome", "failed")
              .text("message", failed.message())
              .text("remedy", failed.remedy());
    };
  }

  static Outcome outcome(Tree tree) {
    return switch (tree.text("outcome")) {
      case "changed" -> new Outcome.Changed(tree.objects("changes", Forms::change));
      case "unchanged" -> new Outcome.Unchanged();
      case "skipped" -> new Outcome.Skipped(tree.text("message"));
      case "waiting" -> new Outcome.Waiting(tree.text("message"));
      case "failed" -> new Outcome.Failed(tree.text("message"), tree.text("remedy"));
      default -> throw new IllegalArgumentException("no outcome: " + tree.text("outcome"));
    };
  }

  static Tree.Writer finished(Finished finished) {
    List<Published> plain =
        finished.exports().stream().filter(each -> !each.export().secret()).toList();
    return new Tree.Writer()
        .text("request", finished.request())
        .text("hash", finished.catalogHash())
        .number("revision", finished.revision())
        .objects(
            "steps",
            finished.steps(),
            step -> outcome(step.outcome()).text("resource", step.id().toString()))
        .objects(
            "exports",
            plain,
            each ->
                new Tree.Writer()
                    .text("resource", each.resource().toString())
                    .text("attribute", each.export().attribute())
                    .text("value", each.export().value()))
        .number("unchanged", finished.unchanged())
        .texts("unmanaged", finished.unmanaged())
        .number("duration", finished.durationMillis());
  }

  static Finished finished(Tree tree) {
    return new Finished(
        tree.text("request"),
        tree.text("hash"),
        tree.number("revision"),
        tree.objects("steps", step -> new Report.Step(id(step), outcome(step))),
        tree.objects(
            "exports",
            each ->
                new Published(id(each), Export.plain(each.text("attribute"), each.text("value")))),
        Math.toIntExact(tree.number("unchanged")),
        tree.texts("unmanaged").stream().map(ResourceId::parse).toList(),
        tree.number("duration"));
  }

  static ResourceId id(Tree tree) {
    return ResourceId.parse(tree.text("resource"));
  }
}
