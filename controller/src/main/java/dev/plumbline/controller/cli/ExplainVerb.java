package dev.plumbline.controller.cli;

import dev.plumbline.controller.cli.json.ExplainJson;
import dev.plumbline.controller.cli.render.ExplainedText;
import dev.plumbline.inventory.Explained;
import dev.plumbline.inventory.Inventory;
import dev.plumbline.inventory.reference.ExplainedTopic;
import dev.plumbline.inventory.reference.Topic;
import dev.plumbline.resources.Registry;
import dev.plumbline.resources.ResourceTypes;
import dev.plumbline.resources.codec.Suggestion;
import java.util.List;
import java.util.Optional;

/** {@code plumb explain}: explains a kind of resource, or where a node's values come from. */
final class ExplainVerb implements Verb {
  @Override
  public int run(Invocation invocation) {
    Optional<String> node = invocation.arguments().value(Commands.NODE);
    Optional<String> word = invocation.arguments().operand(0);
    if (node.isPresent()) {
      node(invocation, node.get());
    } else if (word.isPresent()) {
      topic(invocation.output(), word.get());
    } else {
      topics(invocation.output());
    }
    return ExitCode.CONVERGED;
  }

  private static void node(Invocation invocation, String name) {
    Inventory inventory = invocation.inventory();
    if (inventory.node(name).isEmpty()) {
      throw Invocation.unknownNode(name, inventory);
    }
    List<Explained> values = inventory.explain(name);
    Output output = invocation.output();
    if (output.json()) {
      output.json(ExplainJson.node(name, values));
    } else {
      output.lines(new ExplainedText(output.ink()).lines(values));
    }
  }

  private static void topic(Output output, String word) {
    Registry registry = ResourceTypes.standard();
    Topic topic =
        Topic.find(registry, word)
            .orElseThrow(() ->
                Trouble.of(
                    "there is no kind or part of the inventory '"
                        + word
                        + "'"
                        + Suggestion.of(word, names(registry)),
                    "'plumb explain' lists them"));
    if (output.json()) {
      output.json(ExplainJson.topic(topic));
    } else {
      output.out().print(ExplainedTopic.text(topic));
    }
  }

  private static void topics(Output output) {
    List<Topic> topics = Topic.all(ResourceTypes.standard());
    if (output.json()) {
      output.json(ExplainJson.topics(topics));
    } else {
      output.lines(ExplainedText.topics(topics));
    }
  }

  private static List<String> names(Registry registry) {
    return Topic.all(registry).stream().map(Topic::name).toList();
  }
}
