package dev.plumbline.inventory.job;

import java.util.List;

/**
 * An input, file by file.
 *
 * @param folder whether it is a folder, rather than one file
 * @param emptyFolders folders without a file in them, which do not travel
 * @param excluded how many files and folders were left behind on purpose
 */
public record InputFiles(
    String name, boolean folder, List<LocalFile> files, List<String> emptyFolders, int excluded) {
  public InputFiles {
    files = List.copyOf(files);
    emptyFolders = List.copyOf(emptyFolders);
  }

  /** Bytes of all files. */
  public long size() {
    return files.stream().mapToLong(LocalFile::size).sum();
  }
}
