package dev.plumbline.lab.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The source files of the modules: what the rules about classes must have looked at. */
final class Sources {
  private Sources() {}

  /** The files of a module that hold classes. Those of {@code proto} are generated. */
  static List<Path> of(Module module) {
    String sources = module == Module.PROTO ? "src/main/protobuf" : "src/main/java";
    Path root = Path.of("..", module.folder(), sources);
    if (!Files.exists(root)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).filter(Sources::holdsClasses).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean holdsClasses(Path file) {
    String name = file.getFileName().toString();
    return !name.startsWith(".") && !name.equals("package-info.java");
  }

  /** The packages of a module whose files import from one of the root packages. */
  static Set<String> packagesImporting(Module module, List<String> rootPackages) {
    Pattern imports =
        Pattern.compile(
            rootPackages.stream()
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?m)^import (static )?(", ")\\.")));
    return of(module).stream()
        .map(Sources::read)
        .filter(text -> imports.matcher(text).find())
        .map(Sources::packageOf)
        .collect(Collectors.toSet());
  }

  /** The lengths in lines of all Java files of a module, its tests included, the shortest first. */
  static List<Integer> lengths(Module module) {
    try (Stream<Path> files = Files.walk(Path.of("..", module.folder(), "src"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(file -> (int) read(file).lines().count())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String packageOf(String text) {
    var declaration = Pattern.compile("(?m)^package ([\\w.]+);").matcher(text);
    if (!declaration.find()) {
      throw new IllegalStateException(
          "a source file without a package: " + text.lines().findFirst());
    }
    return declaration.group(1);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
