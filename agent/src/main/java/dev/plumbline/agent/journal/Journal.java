package dev.plumbline.agent.journal;

import dev.plumbline.agent.disk.AtomicFile;
import dev.plumbline.agent.disk.FileTrouble;
import dev.plumbline.agent.engine.Interrupted;
import dev.plumbline.agent.json.Tree;
import dev.plumbline.resources.Change;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Outcome;
import dev.plumbline.resources.ResourceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The applies whose reports the controller has not acknowledged: one file each, which goes with the
 * acknowledgement.
 */
public final class Journal {
  private static final System.Logger LOG = System.getLogger(Journal.class.getName());
  private static final String SUFFIX = ".log";
  private final Path directory;
  private final Map<String, Path> files = new LinkedHashMap<>();
  private long last;

  private Journal(Path directory) {
    this.directory = directory;
  }

  /** An apply that the journal knows from before. */
  public sealed interface Past {
    String request();

    /** It ended; its report was not acknowledged. */
    record Ended(Finished report) implements Past {
      @Override
      public String request() {
        return report.request();
      }
    }

    /** The agent ended while it was carried out. */
    record Open(String request, Assignment assignment, Interrupted interrupted, Entry entry)
        implements Past {}
  }

  /**
   * Opens the journal.
   *
   * @param past receives what is in it, oldest first
   */
  public static Journal open(Path directory, List<Past> past) throws Failure {
    Journal journal = new Journal(directory);
    try {
      Files.createDirectories(directory);
      try (Stream<Path> entries = Files.list(directory)) {
        for (Path file : entries.filter(Journal::isEntry).sorted().toList()) {
          journal.read(file, past);
        }
      }
      return journal;
    } catch (IOException e) {
      throw FileTrouble.of("read", directory, e);
    }
  }

  /** Begins to record an apply; nothing has been touched yet. */
  public synchronized Entry begin(String request, Assignment assignment) throws Failure {
    Path file = directory.resolve(String.format("%010d", ++last) + SUFFIX);
    String began =
        Forms.assignment(assignment).text("record", "began").text("request", request).json();
    try {
      Lines lines = Lines.begin(file, began);
      AtomicFile.sync(directory);
      files.put(request, file);
      return new Entry(file, lines);
    } catch (IOException e) {
      throw FileTrouble.of("write", file, e);
    }
  }

  /** The controller has the report. */
  public synchronized void forget(String request) throws Failure {
    Path file = files.remove(request);
    if (file != null) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw FileTrouble.of("remove", file, e);
      }
    }
  }

  private static boolean isEntry(Path file) {
    return file.getFileName().toString().matches("\\d+\\" + SUFFIX);
  }

  private void read(Path file, List<Past> past) throws IOException {
    String name = file.getFileName().toString();
    last = Math.max(last, Long.parseLong(name.substring(0, name.length() - SUFFIX.length())));
    List<String> texts = new ArrayList<>();
    Lines lines = Lines.open(file, texts);
    try {
      Past read = read(file, lines, texts);
      files.put(read.request(), file);
      past.add(read);
    } catch (IllegalArgumentException e) {
      lines.close();
      Files.move(
          file, file.resolveSibling(name + ".unreadable"), StandardCopyOption.REPLACE_EXISTING);
      LOG.log(
          System.Logger.Level.WARNING,
          "the journal entry {0} cannot be read and was put aside: {1}",
          file,
          e.getMessage());
    }
  }

  private static Past read(Path file, Lines lines, List<String> texts) throws IOException {
    if (texts.isEmpty()) {
      throw new IllegalArgumentException("its first line is torn");
    }
    Map<ResourceId, List<Change>> started = new LinkedHashMap<>();
    Map<ResourceId, Outcome> done = new LinkedHashMap<>();
    Tree began = Tree.read(texts.getFirst(), file.toString());
    for (String text : texts.subList(1, texts.size())) {
      Tree record = Tree.read(text, file.toString());
      switch (record.text("record")) {
        case "started" -> started.put(Forms.id(record), record.objects("changes", Forms::change));
        case "done" -> done.put(Forms.id(record), Forms.outcome(record.object("result")));
        case "finished" -> {
          lines.close();
          return new Past.Ended(Forms.finished(record.object("report")));
        }
        default -> throw new IllegalArgumentException("no record: " + record.text("record"));
      }
    }
    return new Past.Open(
        began.text("request"),
        Forms.assignment(began),
        new Interrupted(started, done),
        new Entry(file, lines));
  }
}
