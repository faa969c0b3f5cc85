package dev.plumbline.inventory.job;

import dev.plumbline.resources.Checks;
import dev.plumbline.resources.Doc;
import java.util.List;

/** A program for the Java runtime that Plumbline brings along. */
@Doc(
    "A Java program; it runs on a runtime that Plumbline brings along, so that nodes need no Java.")
public record JavaProgram(
    @Doc("The jar of the program, relative to the job file; a list adds libraries behind it.")
        List<String> jar,
    @Doc("The class with the main method.") String main,
    @Doc("Options of the JVM, for example -Xmx512m.") List<String> options) {

  public JavaProgram {
    jar = List.copyOf(jar);
    options = List.copyOf(options);
    new Checks()
        .that(!jar.isEmpty(), "job-jar", "jar", "there is no jar; write jar: app.jar")
        .that(
            jar.stream().noneMatch(String::isBlank), "job-jar", "jar", "the path of a jar is empty")
        .that(
            JobNames.isClass(main),
            "job-main",
            "main",
            "'" + main + "' is not the name of a class, such as org.example.Main")
        .that(
            options.stream().allMatch(option -> option.startsWith("-")),
            "job-java-option",
            "options",
            "an option of the JVM begins with a hyphen; arguments of the program go into args")
        .done();
  }
}
