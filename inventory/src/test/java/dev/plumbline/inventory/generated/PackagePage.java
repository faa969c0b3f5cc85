package dev.plumbline.inventory.generated;

import dev.plumbline.resources.ResourceType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The page that a user reads of a kind: the Javadoc of its package, as Markdown. */
final class PackagePage {
  private static final Path SOURCES = Path.of("../resources/src/main/java");
  private static final Pattern EXAMPLE =
      Pattern.compile("<pre>\\{@code\\n(.*?)\\n?}</pre>", Pattern.DOTALL);
  private static final Pattern INLINE =
      Pattern.compile("\\{@(?:code|literal|link) ([^{}]*(?:\\{[^{}]*}[^{}]*)*)}");

  private PackagePage() {}

  static String of(ResourceType<?> type) throws IOException {
    String folder = type.codec().type().getPackageName().replace('.', '/');
    String source = Files.readString(SOURCES.resolve(folder).resolve("package-info.java"));
    return markdown(
        source
            .substring(source.indexOf("/**") + 3, source.indexOf("*/"))
            .lines()
            .map(line -> line.replaceFirst("^ \\* ?", ""))
            .collect(Collectors.joining("\n"))
            .strip());
  }

  /** Examples stay as they are; everything between them is one line per paragraph. */
  static String markdown(String javadoc) {
    StringBuilder page = new StringBuilder();
    int at = 0;
    for (Matcher example = EXAMPLE.matcher(javadoc); example.find(at); at = example.end()) {
      page.append(prose(javadoc.substring(at, example.start())));
      page.append("```yaml\n").append(example.group(1)).append("\n```\n\n");
    }
    return page.append(prose(javadoc.substring(at))).toString().strip();
  }

  private static String prose(String javadoc) {
    StringBuilder prose = new StringBuilder();
    for (String paragraph : javadoc.split("<p>|<ul>|</ul>|\n\n")) {
      if (paragraph.contains("<li>")) {
        for (String item : paragraph.split("<li>")) {
          prose.append(item.isBlank() ? "" : "- " + line(item) + "\n");
        }
        prose.append('\n');
      } else if (!paragraph.isBlank()) {
        prose.append(line(paragraph)).append("\n\n");
      }
    }
    return prose.toString();
  }

  private static String line(String text) {
    return INLINE
        .matcher(text.strip().replaceAll("\\s+", " "))
        .replaceAll(found -> Matcher.quoteReplacement("`" + found.group(1) + "`"))
        .replace("</li>", "")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }
}
