package dev.plumbline.controller.cli;

/** Which Plumbline this is. */
final class Version {
  private Version() {}

  static String line() {
    String version = Version.class.getPackage().getImplementationVersion();
    String build = System.getProperty("plumbline.build", "");
    return "plumb "
        + (version == null ? "(not packaged)" : version)
        + (build.isEmpty() ? "" : ", build " + build)
        + ", Java "
        + Runtime.version().feature();
  }
}
