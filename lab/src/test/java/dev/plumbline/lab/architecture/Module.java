package dev.plumbline.lab.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Locale;
import java.util.Set;

/** The modules and what each may know. */
enum Module {
  PROTO,
  RESOURCES,
  INVENTORY(RESOURCES),
  AGENT(PROTO, RESOURCES),
  CONTROLLER(PROTO, INVENTORY, RESOURCES),
  JOBS_MNIST,
  JOBS_GENE,
  JOBS_SPARK,
  LAB(PROTO, RESOURCES, INVENTORY, AGENT, CONTROLLER);

  /** Every class of ours that users run. */
  static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.plumbline");

  private final Set<Module> known;

  Module(Module... known) {
    this.known = Set.of(known);
  }

  Set<Module> known() {
    return known;
  }

  String folder() {
    return name().toLowerCase(Locale.ROOT).replace('_', '/');
  }

  String rootPackage() {
    return "dev.plumbline." + folder().replace('/', '.');
  }

  /** The pattern for the root package and everything below. */
  String packages() {
    return rootPackage() + "..";
  }

  boolean contains(JavaClass type) {
    return resideInAPackage(packages()).test(type);
  }

  /**
   * The classes of the module; a failure if there are sources but none of their classes was seen.
   */
  JavaClasses classes() {
    JavaClasses found = ALL.that(resideInAPackage(packages()));
    boolean none = found.stream().allMatch(type -> type.getSimpleName().equals("package-info"));
    if (none && !isEmpty()) {
      throw new AssertionError("no class of " + folder() + " was looked at");
    }
    return found;
  }

  /**
   * Whether a rule may find nothing here: only while the module has no source file yet. That is
   * asked of the files, so that a rule which looks at the wrong place fails.
   */
  boolean isEmpty() {
    return Sources.of(this).isEmpty();
  }
}
