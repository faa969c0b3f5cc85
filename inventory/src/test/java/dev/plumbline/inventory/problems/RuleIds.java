package dev.plumbline.inventory.problems;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * The names of all rules that sources can report, read by the compiler's own parser: the id of
 * {@code problems.add(id, origin, message)}, of {@code checks.that(holds, id, component, message)},
 * and of {@code new Problem}, {@code new Violation} and {@code new Unknown}.
 */
final class RuleIds extends TreeScanner<@Nullable Void, String> {
  private static final Map<String, Integer> METHODS = Map.of("add", 0, "that", 1);
  private static final Map<String, Integer> ARGUMENTS = Map.of("add", 3, "that", 4);
  private static final Set<String> CLASSES = Set.of("Problem", "Violation", "Unknown");

  /** They get the id from their caller. */
  private static final Set<String> COLLECTORS = Set.of("Problems.java", "Checks.java");

  /** Where each rule is reported, by its id. */
  final Map<String, Set<String>> ids = new TreeMap<>();

  /** Where an id is neither a literal nor passed on from another problem. */
  final Set<String> hidden = new TreeSet<>();

  static RuleIds of(Path sources) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    RuleIds found = new RuleIds();
    try (Stream<Path> files = Files.walk(sources);
        StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      List<Path> java = files.filter(file -> file.toString().endsWith(".java")).toList();
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  null,
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(java));
      for (CompilationUnitTree unit : task.parse()) {
        found.scan(unit, String.valueOf(Path.of(unit.getSourceFile().getName()).getFileName()));
      }
    }
    return found;
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree call, String file) {
    if (call.getMethodSelect() instanceof MemberSelectTree method) {
      String name = method.getIdentifier().toString();
      Integer arguments = ARGUMENTS.get(name);
      if (arguments != null && call.getArguments().size() == arguments) {
        note(call.getArguments().get(METHODS.getOrDefault(name, 0)), file);
      }
    }
    return super.visitMethodInvocation(call, file);
  }

  @Override
  public @Nullable Void visitNewClass(NewClassTree made, String file) {
    String name =
        switch (made.getIdentifier()) {
          case IdentifierTree simple -> simple.getName().toString();
          case MemberSelectTree nested -> nested.getIdentifier().toString();
          default -> "";
        };
    if (CLASSES.contains(name) && !made.getArguments().isEmpty()) {
      note(made.getArguments().getFirst(), file);
    }
    return super.visitNewClass(made, file);
  }

  private void note(ExpressionTree id, String file) {
    if (id instanceof LiteralTree literal && literal.getValue() instanceof String text) {
      ids.computeIfAbsent(text, _ -> new TreeSet<>()).add(file);
    } else if (!id.toString().endsWith("id()") && !COLLECTORS.contains(file)) {
      hidden.add(file + ": " + id);
    }
  }
}
