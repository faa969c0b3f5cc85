package dev.plumbline.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Random bytes to send, so that nobody gains by compressing them. */
enum Payload {
  FILE("file", "one file of 200 MB") {
    @Override
    void renew(Path path, Random random) throws IOException {
      write(path, random, LARGE);
    }
  },
  FOLDER("folder", "2,000 files of 4 KiB") {
    @Override
    void renew(Path path, Random random) throws IOException {
      for (int i = 0; i < FILES; i++) {
        Path folder = Files.createDirectories(path.resolve("part" + i % FOLDERS));
        write(folder.resolve("file" + i), random, SMALL);
      }
    }
  };

  private static final int LARGE = 200_000_000;
  private static final int FILES = 2_000;
  private static final int FOLDERS = 20;
  private static final int SMALL = 4_096;
  private static final int PIECE = 1 << 12;

  private final String path;
  private final String title;

  Payload(String path, String title) {
    this.path = path;
    this.title = title;
  }

  /** Its name in the directory of the job file. */
  String path() {
    return path;
  }

  String title() {
    return title;
  }

  /** Gives it a content that nobody has seen. */
  abstract void renew(Path path, Random random) throws IOException;

  private static void write(Path path, Random random, int bytes) throws IOException {
    byte[] piece = new byte[PIECE];
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path))) {
      for (int left = bytes; left > 0; left -= PIECE) {
        random.nextBytes(piece);
        out.write(piece, 0, Math.min(left, PIECE));
      }
    }
  }
}
