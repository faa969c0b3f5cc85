package dev.plumbline.inventory.job;

import dev.plumbline.resources.value.Origin;
import dev.plumbline.resources.value.Problems;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;

/** Looks whether the class that a job starts is in one of its jars. */
final class MainClass {
  private final Problems problems;

  MainClass(Problems problems) {
    this.problems = problems;
  }

  /**
   * @param program the files that were found for it
   */
  void check(JobReader.Read read, List<LocalFile> program) {
    JobDocument job = read.document();
    job.java()
        .filter(java -> java.jar().size() == program.size())
        .ifPresent(java ->
            check(
                java.main(),
                program,
                JobFiles.place(read, "java", "jar"),
                JobFiles.place(read, "java", "main")));
    job.main()
        .filter(_ -> job.jar().size() == program.size())
        .ifPresent(main -> check(main, program, read.origin("jar"), read.origin("main")));
  }

  private void check(String main, List<LocalFile> jars, Origin ofJars, Origin ofMain) {
    String entry = main.replace('.', '/') + ".class";
    boolean readable = true;
    boolean there = false;
    for (LocalFile jar : jars) {
      try (ZipFile zip = new ZipFile(jar.file().toFile())) {
        there |= zip.getEntry(entry) != null;
      } catch (IOException e) {
        readable = false;
        problems.add("job-not-a-jar", ofJars, jar.path() + " is no jar: " + e.getMessage());
      }
    }
    if (readable && !there) {
      problems.add(
          "job-class",
          ofMain,
          "there is no class "
              + main
              + " in "
              + jars.stream().map(LocalFile::path).collect(Collectors.joining(", ")));
    }
  }
}
