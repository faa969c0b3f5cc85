package dev.plumbline.agent.job.order;

/**
 * A file and where it lies.
 *
 * @param path relative, with '/', without '..' and empty parts
 */
public record Placed(String path, Content content, boolean executable) {
  public Placed {
    for (String part : path.split("/", -1)) {
      if (part.isEmpty() || part.equals(".") || part.equals("..") || part.indexOf('\0') >= 0) {
        throw new IllegalArgumentException("'" + path + "' is no path within a folder");
      }
    }
  }
}
