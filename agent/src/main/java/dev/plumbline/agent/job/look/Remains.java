package dev.plumbline.agent.job.look;

import dev.plumbline.agent.disk.FileTrouble;
import dev.plumbline.resources.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the jobs of a user may leave behind: processes, and the files of Open MPI.
 *
 * @param root on a node {@code /}
 */
public record Remains(Path root) {
  private static final String MARK = "PLUMB_JOB_ID=";
  private static final Set<String> LAUNCHERS = Set.of("mpirun", "orterun", "orted", "prterun");

  /** A process and the job that it belongs to; empty for none of ours. */
  public record Left(long pid, String program, String job) {
    @Override
    public String toString() {
      return "process " + pid + " (" + program + ") of job " + job;
    }
  }

  /** The processes of a user. */
  public List<Left> processes(long uid) throws Failure {
    List<Left> found = new ArrayList<>();
    for (Path directory : list(root.resolve("proc"), name -> name.matches("[0-9]+"))) {
      process(directory, uid).ifPresent(found::add);
    }
    return found;
  }

  /** Empty for one of somebody else, or that has ended meanwhile. */
  private static Optional<Left> process(Path directory, long uid) {
    try {
      if (owner(directory) != uid) {
        return Optional.empty();
      }
      return Optional.of(
          new Left(
              Long.parseLong(directory.getFileName().toString()),
              text(directory.resolve("comm")).strip(),
              job(directory)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String job(Path directory) throws IOException {
    for (String variable : text(directory.resolve("environ")).split("\0")) {
      if (variable.startsWith(MARK)) {
        return variable.substring(MARK.length());
      }
    }
    return "";
  }

  /** What a process calls itself may be no text at all, and it must be found all the same. */
  static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
  }

  /** Whether one of the processes still needs the files of Open MPI. */
  public static boolean launching(List<Left> processes) {
    return processes.stream().anyMatch(process -> LAUNCHERS.contains(process.program()));
  }

  /** The session directories and shared segments of Open MPI that belong to a user. */
  public List<Path> files(long uid) throws Failure {
    Pattern session = Pattern.compile("ompi\\.[^/]+\\." + uid);
    Pattern segment = Pattern.compile("vader_segment\\.[^/]+\\." + uid + "\\.[^/]+");
    List<Path> files = new ArrayList<>();
    files.addAll(list(root.resolve("tmp"), session.asMatchPredicate()));
    files.addAll(list(root.resolve("dev/shm"), segment.asMatchPredicate()));
    files.removeIf(file -> !isOf(uid, file));
    return files;
  }

  private static boolean isOf(long uid, Path file) {
    try {
      return owner(file) == uid;
    } catch (IOException e) {
      return false; // It has gone.
    }
  }

  private static long owner(Path file) throws IOException {
    return ((Number) Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS)).longValue();
  }

  private static List<Path> list(Path directory, Predicate<String> names) throws Failure {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.filter(entry -> names.test(entry.getFileName().toString())).toList();
    } catch (IOException e) {
      throw FileTrouble.of("list", directory, e);
    }
  }
}
