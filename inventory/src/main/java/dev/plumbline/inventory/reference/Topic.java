package dev.plumbline.inventory.reference;

import dev.plumbline.inventory.connect.Connect;
import dev.plumbline.inventory.document.ControllerSettings;
import dev.plumbline.inventory.document.Document;
import dev.plumbline.inventory.document.GroupEntry;
import dev.plumbline.inventory.document.JobSettings;
import dev.plumbline.inventory.document.NodeEntry;
import dev.plumbline.inventory.job.JobDocument;
import dev.plumbline.inventory.state.StateEntry;
import dev.plumbline.resources.Doc;
import dev.plumbline.resources.Registry;
import dev.plumbline.resources.ResourceType;
import dev.plumbline.resources.codec.Shape;
import dev.plumbline.resources.codec.SpecCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something that can be explained: a kind of resource, a part of the inventory, the job file.
 *
 * @param name the key in the inventory
 * @param printed how a resource of it is printed; the same as the name for a part of the inventory
 * @param summary one sentence
 * @param keys what can be written under it
 */
public record Topic(String name, String printed, String summary, List<Key> keys) {
  public Topic {
    keys = List.copyOf(keys);
  }

  /** The parts of the inventory, the job file, then the kinds. */
  public static List<Topic> all(Registry registry) {
    List<Topic> topics = new ArrayList<>(parts());
    topics.add(job());
    registry.all().forEach(type -> topics.add(of(type)));
    return topics;
  }

  /** A kind of resource. */
  public static Topic of(ResourceType<?> type) {
    String printed =
        switch (type.cardinality()) {
          case ONE -> type.singular();
          case MANY -> type.singular() + "[NAME]";
        };
    Topic topic = of(type.plural(), printed, type.codec().shape());
    List<Key> keys = new ArrayList<>();
    type.codec()
        .shape()
        .name()
        .ifPresent(name -> keys.add(new Key("NAME", "text", Optional.empty(), name.doc())));
    keys.addAll(topic.keys());
    keys.add(new Key("after", "list of texts", Optional.empty(), StateEntry.AFTER_DOC));
    return new Topic(topic.name(), topic.printed(), topic.summary(), keys);
  }

  /** The parts of the inventory. */
  public static List<Topic> parts() {
    return List.of(
        part("inventory", Document.class),
        part("node", NodeEntry.class),
        part("group", GroupEntry.class),
        part("connect", Connect.class),
        part("controller", ControllerSettings.class),
        part("jobs", JobSettings.class));
  }

  /** The job file. */
  public static Topic job() {
    return part("job", JobDocument.class);
  }

  /** The topic that a user means: by its name or as a resource is printed. */
  public static Optional<Topic> find(Registry registry, String word) {
    return all(registry).stream()
        .filter(topic ->
            topic.name().equals(word)
                || topic.printed().equals(word)
                || topic.printed().equals(word + "[NAME]"))
        .findFirst();
  }

  private static Topic part(String name, Class<? extends Record> type) {
    return of(name, name, SpecCodec.of(type).shape());
  }

  private static Topic of(String name, String printed, Shape.Fields shape) {
    Doc doc = shape.type().getAnnotation(Doc.class);
    return new Topic(name, printed, doc == null ? "" : doc.value(), Key.of(shape));
  }
}
