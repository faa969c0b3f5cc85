package dev.plumbline.lab.machine;

/** What a program left behind: its exit code and all that it wrote, as UTF-8. */
public record Finished(int exit, String out, String err) {
  public boolean ok() {
    return exit == 0;
  }

  /** The last line that says something, of standard error first: what a Problem quotes. */
  public String lastWords() {
    String said = err.isBlank() ? out : err;
    String[] lines = said.strip().split("\n", -1);
    String last = lines[lines.length - 1].strip();
    return last.isEmpty() ? "exit code " + exit + ", nothing said" : last;
  }
}
