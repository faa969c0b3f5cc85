package dev.plumbline.agent.journal;

import dev.plumbline.agent.engine.Owed;
import dev.plumbline.agent.json.Tree;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.catalog.EncodedCatalog;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the last apply left behind.
 *
 * @param toWithdraw entries of earlier catalogs that still have to go from the node
 * @param owed reactions that are still to be made
 */
public record LastApplied(Assignment assignment, List<EncodedCatalog.Entry> toWithdraw, Owed owed) {
  public LastApplied {
    toWithdraw = List.copyOf(toWithdraw);
  }

  String json() {
    Tree.Writer json = Forms.assignment(assignment);
    json.objects("to_withdraw", toWithdraw, Forms::entry);
    json.objects(
        "owed",
        List.copyOf(owed.reactions().entrySet()),
        each ->
            new Tree.Writer()
                .text("resource", each.getKey().toString())
                .texts("to", each.getValue().stream().sorted().toList()));
    return json.json();
  }

  static LastApplied read(String json, String source) {
    Tree tree = Tree.read(json, source);
    Map<ResourceId, Set<ResourceId>> reactions = new LinkedHashMap<>();
    tree.objects("owed", each -> each)
        .forEach(each -> reactions.put(Forms.id(each), ids(each.texts("to"))));
    return new LastApplied(
        Forms.assignment(tree), tree.objects("to_withdraw", Forms::entry), new Owed(reactions));
  }

  private static Set<ResourceId> ids(List<String> printed) {
    Set<ResourceId> ids = new HashSet<>();
    printed.forEach(text -> ids.add(ResourceId.parse(text)));
    return ids;
  }
}
