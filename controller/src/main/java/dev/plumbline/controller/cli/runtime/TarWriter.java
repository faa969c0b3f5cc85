package dev.plumbline.controller.cli.runtime;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes a folder as a tar archive (POSIX ustar) that depends on names and contents only: sorted,
 * owned by root, without times.
 */
final class TarWriter {
  private static final int BLOCK = 512;
  private static final int NAME = 100;
  private static final int PREFIX = 155;

  private final OutputStream out;

  TarWriter(OutputStream out) {
    this.out = out;
  }

  void write(Path top) throws IOException {
    List<Path> entries;
    try (Stream<Path> all = Files.walk(top)) {
      entries = all.filter(path -> !path.equals(top)).sorted().toList();
    }
    for (Path entry : entries) {
      entry(entry, top.relativize(entry).toString());
    }
    out.write(new byte[2 * BLOCK]);
  }

  private void entry(Path file, String name) throws IOException {
    if (Files.isSymbolicLink(file)) {
      header(name, 0777, 0, '2', Files.readSymbolicLink(file).toString());
    } else if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
      header(name + "/", 0755, 0, '5', "");
    } else {
      long size = Files.size(file);
      header(name, Files.isExecutable(file) ? 0755 : 0644, size, '0', "");
      if (Files.copy(file, out) != size) {
        throw new IOException(file + " changed while it was packed");
      }
      out.write(new byte[(int) (-size & (BLOCK - 1))]);
    }
  }

  private void header(String name, int mode, long size, char type, String link) throws IOException {
    byte[] block = new byte[BLOCK];
    int cut = name.length() <= NAME ? -1 : name.indexOf('/', name.length() - NAME - 1);
    if (name.length() > NAME && (cut < 1 || cut > PREFIX)) {
      throw new IOException("the path " + name + " is too long for an archive");
    }
    text(block, 0, NAME, name.substring(cut + 1));
    octal(block, 100, 8, mode);
    octal(block, 108, 8, 0);
    octal(block, 116, 8, 0);
    octal(block, 124, 12, size);
    octal(block, 136, 12, 0);
    block[156] = (byte) type;
    text(block, 157, NAME, link);
    text(block, 257, 6, "ustar");
    text(block, 263, 2, "00");
    text(block, 345, PREFIX, cut < 0 ? "" : name.substring(0, cut));
    // The checksum counts its own field as blanks.
    java.util.Arrays.fill(block, 148, 156, (byte) ' ');
    int sum = 0;
    for (byte b : block) {
      sum += b & 0xFF;
    }
    text(block, 148, 8, "%06o\0 ".formatted(sum));
    out.write(block);
  }

  private static void octal(byte[] block, int at, int width, long number) {
    text(block, at, width - 1, String.format("%0" + (width - 1) + "o", number));
  }

  private static void text(byte[] block, int at, int width, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(bytes, 0, block, at, Math.min(bytes.length, width));
  }
}
