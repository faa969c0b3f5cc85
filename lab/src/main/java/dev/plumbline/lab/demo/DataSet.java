package dev.plumbline.lab.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Data of somebody else that can be had in public.
 *
 * @param name of its folder
 * @param title how a sentence calls it
 * @param size for people
 * @param files that it is fetched as, and the SHA-256 of each, or of what is packed in it
 * @param unpacking what the checksum of a file is of
 * @param writing puts the files into a folder, as the job reads them
 */
record DataSet(
    String name,
    String title,
    String size,
    Map<String, String> files,
    Unpacking unpacking,
    Writing writing) {
  /** Gives what is packed in a file, or the file itself. */
  interface Unpacking {
    byte[] unpack(byte[] file) throws IOException;
  }

  /** Writes files, by name, to an empty folder. */
  interface Writing {
    void write(Map<String, byte[]> files, Path folder) throws IOException;
  }

  DataSet {
    files = new TreeMap<>(files);
  }

  /** All of its files, each checked. */
  Map<String, byte[]> fetch(Home home) throws IOException {
    Map<String, byte[]> fetched = new TreeMap<>();
    for (Map.Entry<String, String> file : files.entrySet()) {
      byte[] bytes = home.read(file.getKey());
      if (!Cache.sha256(unpacking.unpack(bytes)).equals(file.getValue())) {
        throw new IOException(file.getKey() + " is not the one of " + title);
      }
      fetched.put(file.getKey(), bytes);
    }
    return fetched;
  }
}
