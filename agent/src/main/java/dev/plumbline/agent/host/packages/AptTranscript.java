package dev.plumbline.agent.host.packages;

import dev.plumbline.resources.Progress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Listens to apt while it works: to its status lines (APT::Status-Fd), which stand between the
 * lines for people.
 */
final class AptTranscript {
  private static final Pattern DOWNLOAD = Pattern.compile("dlstatus:\\d+:([\\d.]+):(.*)");
  private static final Pattern STEP = Pattern.compile("pmstatus:([^:]+):([\\d.]+):(.*)");
  private static final Pattern ERROR =
      Pattern.compile("dpkg: error processing (?:package|archive) (\\S+) \\(--[a-z-]+\\):");
  private static final Pattern LOCK =
      Pattern.compile("Waiting for cache lock: .*held by process (\\d+)(?: \\((.*)\\))?.*");
  private static final Pattern ROUTINE =
      Pattern.compile(
          "(?:Setting up|Unpacking|Removing|Preparing|Selecting|Processing|Purging|\\().*");
  private static final int SAID = 3;

  private final Progress progress;
  private String shown = "";
  private final Map<String, String> errors = new LinkedHashMap<>();
  private final Deque<String> said = new ArrayDeque<>();

  /** The package at which dpkg has just failed; the reason is the next line. */
  private String failing = "";

  AptTranscript(Progress progress) {
    this.progress = progress;
  }

  void line(String line) {
    Matcher download = DOWNLOAD.matcher(line);
    Matcher step = STEP.matcher(line);
    Matcher lock = LOCK.matcher(line);
    if (download.matches()) {
      show("downloading " + percent(download.group(1)));
    } else if (step.matches()) {
      step(step.group(1), step.group(2), step.group(3));
    } else if (lock.matches()) {
      show(
          "waiting for the dpkg lock held by "
              + (lock.group(2) == null ? "" : lock.group(2) + ", ")
              + "pid "
              + lock.group(1));
    } else {
      spoken(line);
    }
  }

  /** A line for people: of dpkg, or of a script that it runs. */
  private void spoken(String line) {
    Matcher error = ERROR.matcher(line);
    if (error.matches()) {
      failing = packageAt(error.group(1));
    } else if (!failing.isEmpty()) {
      errors.put(failing, line.strip() + (said.isEmpty() ? "" : ": " + String.join("; ", said)));
      failing = "";
      said.clear();
    } else if (ROUTINE.matcher(line).matches()) {
      said.clear();
    } else if (!line.isBlank()) {
      said.addLast(line.strip());
      if (said.size() > SAID) {
        said.removeFirst();
      }
    }
  }

  /** Why dpkg failed, in one line, by the name of the package that it failed at. */
  Map<String, String> errors() {
    return Map.copyOf(errors);
  }

  /** {@code Unpacking openmpi-bin (amd64)} becomes "unpacking openmpi-bin 41 %". */
  private void step(String name, String percent, String text) {
    if (!name.equals("dpkg-exec")) {
      show(
          text.substring(0, 1).toLowerCase(Locale.ROOT)
              + text.substring(1).replaceFirst(" \\([^)]*\\)$", "")
              + " "
              + percent(percent));
    }
  }

  private void show(String what) {
    if (!what.equals(shown)) {
      shown = what;
      progress.now(what);
    }
  }

  private static String percent(String number) {
    return (int) Double.parseDouble(number) + " %";
  }

  /** dpkg names a package with its architecture, or the archive file that it could not unpack. */
  private static String packageAt(String place) {
    return place.substring(place.lastIndexOf('/') + 1).split("[_:]", 2)[0];
  }
}
