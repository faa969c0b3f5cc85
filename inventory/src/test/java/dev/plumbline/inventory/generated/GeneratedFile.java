package dev.plumbline.inventory.generated;

import dev.plumbline.inventory.reference.MarkdownPage;
import dev.plumbline.inventory.reference.Topic;
import dev.plumbline.inventory.schema.InventorySchema;
import dev.plumbline.inventory.schema.JobSchema;
import dev.plumbline.resources.Registry;
import dev.plumbline.resources.ResourceType;
import dev.plumbline.resources.ResourceTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A file of the repository that is made, whole or in part, and what it must hold. */
record GeneratedFile(Path path, String content) {
  static final Path KINDS = Path.of("../docs/resources");
  static final Path SCHEMAS = Path.of("schema");
  private static final Path INVENTORY = Path.of("../docs/inventory.md");
  private static final Path JOB = Path.of("../docs/job.md");

  static List<GeneratedFile> all() throws IOException {
    Registry registry = ResourceTypes.standard();
    List<GeneratedFile> files = new ArrayList<>();
    files.add(
        new GeneratedFile(
            SCHEMAS.resolve("inventory.schema.json"), InventorySchema.inventory(registry)));
    files.add(
        new GeneratedFile(
            SCHEMAS.resolve("inventory.local.schema.json"), InventorySchema.local(registry)));
    files.add(new GeneratedFile(SCHEMAS.resolve("job.schema.json"), JobSchema.job()));
    List<Topic> kinds = new ArrayList<>();
    for (ResourceType<?> type : registry.all()) {
      Topic topic = Topic.of(type);
      kinds.add(topic);
      files.add(
          new GeneratedFile(
              KINDS.resolve(topic.name() + ".md"), MarkdownPage.kind(topic, PackagePage.of(type))));
    }
    files.add(new GeneratedFile(KINDS.resolve("README.md"), MarkdownPage.index(kinds)));
    files.add(withTables(INVENTORY, Topic.parts()));
    files.add(withTables(JOB, List.of(Topic.job())));
    return files;
  }

  /** A page by hand, in which the table behind each mark is made. */
  private static GeneratedFile withTables(Path page, List<Topic> topics) throws IOException {
    String made = Files.readString(page);
    for (Topic topic : topics) {
      String mark = "<!-- keys of " + topic.name() + " -->\n";
      int start = made.indexOf(mark) + mark.length();
      int end = made.indexOf("<!-- end -->", start);
      if (start < mark.length() || end < 0) {
        throw new IllegalStateException(page + " has no place for the " + mark.strip());
      }
      made = made.substring(0, start) + MarkdownPage.table(topic) + made.substring(end);
    }
    return new GeneratedFile(page, made);
  }

  @Override
  public String toString() {
    return path.normalize().toString();
  }
}
