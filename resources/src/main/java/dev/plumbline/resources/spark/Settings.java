package dev.plumbline.resources.spark;

import dev.plumbline.resources.Secret;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The settings of every part of Spark, as its properties file has them.
 *
 * @param lines all but the secret
 * @param secret empty if there is none
 */
record Settings(List<String> lines, Optional<Secret> secret) {
  /**
   * Who does not know the secret is not listened to; nobody else's way in is open. The master's
   * page leads to the others: nobody outside of Spark's network could follow a link to them.
   */
  static final List<String> WANTED =
      List.of(
          "spark.authenticate true",
          "spark.master.rest.enabled false",
          "spark.ui.killEnabled false",
          "spark.ui.reverseProxy true",
          // Or a worker's page leads back to a host that only Spark's network knows.
          "spark.ui.reverseProxyUrl /",
          "spark.worker.cleanup.enabled true",
          "spark.worker.cleanup.appDataTtl 86400");

  private static final String KEY = "spark.authenticate.secret ";
  private static final Pattern SECRET = Pattern.compile(Pattern.quote(KEY) + "([0-9a-f]{64})");

  Settings {
    lines = List.copyOf(lines);
  }

  static Settings read(String text) {
    Optional<Secret> secret =
        text.lines()
            .map(SECRET::matcher)
            .filter(Matcher::matches)
            .map(matcher -> Secret.of(matcher.group(1)))
            .findFirst();
    return new Settings(text.lines().filter(line -> !line.startsWith(KEY)).toList(), secret);
  }

  static String write(String secret) {
    return String.join("\n", WANTED) + "\n" + KEY + secret + "\n";
  }
}
