package dev.plumbline.agent.host.accounts;

import dev.plumbline.agent.disk.FileTrouble;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.accounts.Accounts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads passwd(5) and group(5). */
public final class LocalAccounts implements Accounts {
  private final Path directory;

  /**
   * @param directory where passwd and group are, on a node {@code /etc}
   */
  public LocalAccounts(Path directory) {
    this.directory = directory;
  }

  @Override
  public List<User> users() throws Failure {
    List<User> users = new ArrayList<>();
    for (String[] field : table("passwd", 7)) {
      users.add(
          new User(
              field[0],
              number("passwd", field, 2),
              number("passwd", field, 3),
              field[4],
              field[5],
              field[6]));
    }
    return List.copyOf(users);
  }

  @Override
  public List<Group> groups() throws Failure {
    List<Group> groups = new ArrayList<>();
    for (String[] field : table("group", 4)) {
      List<String> members = field[3].isEmpty() ? List.of() : List.of(field[3].split(","));
      groups.add(new Group(field[0], number("group", field, 2), members));
    }
    return List.copyOf(groups);
  }

  private List<String[]> table(String name, int fields) throws Failure {
    Path file = directory.resolve(name);
    List<String[]> table = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
        // Lines of NIS begin with + or -, and name no local account.
        if (line.isBlank()
            || line.startsWith("#")
            || line.startsWith("+")
            || line.startsWith("-")) {
          continue;
        }
        String[] field = line.split(":", -1);
        if (field.length != fields) {
          throw broken(file, line, field.length + " fields where there must be " + fields);
        }
        table.add(field);
      }
    } catch (IOException e) {
      throw FileTrouble.of("read", file, e);
    }
    return table;
  }

  private long number(String name, String[] field, int index) throws Failure {
    try {
      return Long.parseLong(field[index]);
    } catch (NumberFormatException e) {
      throw broken(
          directory.resolve(name), String.join(":", field), "'" + field[index] + "' is no number");
    }
  }

  private static Failure broken(Path file, String line, String why) {
    return new Failure(
        "cannot read " + file + ": the line '" + line + "' has " + why,
        "mend the file (pwck, grpck)");
  }
}
