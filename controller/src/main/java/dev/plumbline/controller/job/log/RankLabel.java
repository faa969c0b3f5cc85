package dev.plumbline.controller.job.log;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The label that {@code mpirun --tag-output} puts before each line of a rank: {@code
 * [1,3]<stderr>:text}.
 *
 * @param error whether the rank wrote it to its standard error
 * @param text without the label, also where it stands once more: before each piece of a line that
 *     the rank wrote piece by piece
 */
public record RankLabel(int rank, boolean error, String text) {
  private static final Pattern LABEL =
      Pattern.compile(
          "\\[[^\\]\\s]*?\\d+,(\\d{1,9})\\]<(stdout|stderr|stddiag)>:(.*)", Pattern.DOTALL);

  /** Empty if the line is nobody's, for example {@code mpirun}'s own. */
  public static Optional<RankLabel> of(String line) {
    Matcher matcher = LABEL.matcher(line);
    return matcher.matches()
        ? Optional.of(
            new RankLabel(
                Integer.parseInt(matcher.group(1)),
                !matcher.group(2).equals("stdout"),
                matcher.group(3).replace(line.substring(0, matcher.start(3)), "")))
        : Optional.empty();
  }
}
