package dev.plumbline.resources.files;

import dev.plumbline.resources.Change;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Progress;
import dev.plumbline.resources.Resource;
import dev.plumbline.resources.ResourceType;
import dev.plumbline.resources.host.accounts.Accounts;
import dev.plumbline.resources.host.files.Files;
import java.util.List;

/** Observes and changes what is at one path. */
public final class FileResource implements Resource<FileSpec, FileObservation> {
  public static final ResourceType<FileSpec> TYPE =
      ResourceType.many(
          "files",
          "file",
          FileSpec.class,
          ports -> new FileResource(ports.get(Files.class), ports.get(Accounts.class)));

  private final FileReading reading;
  private final FileWriting writing;

  public FileResource(Files files, Accounts accounts) {
    this.reading = new FileReading(files, accounts);
    this.writing = new FileWriting(files);
  }

  @Override
  public FileObservation observe(FileSpec spec) throws Failure {
    return reading.observe(spec);
  }

  @Override
  public List<Change> diff(FileSpec spec, FileObservation observed) {
    return FileDiff.of(spec, observed);
  }

  @Override
  public void apply(
      FileSpec spec, FileObservation observed, List<Change> changes, Progress progress)
      throws Failure {
    writing.apply(spec, observed, changes);
  }
}
