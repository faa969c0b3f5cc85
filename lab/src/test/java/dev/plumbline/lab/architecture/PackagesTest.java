package dev.plumbline.lab.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PackagesTest {
  private static final Pattern NAMES_THAT_SAY_NOTHING =
      Pattern.compile("(common|misc|utils?|helpers?|impl|managers?)", Pattern.CASE_INSENSITIVE);

  private static final Pattern CLASSES_THAT_SAY_NOTHING =
      Pattern.compile(".*(Common|Utils?|Helpers?|Impl|Manager)");

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PROTO")
  void everyPackageIsNullMarked(Module module) {
    Set<JavaPackage> packages =
        module.classes().stream().map(JavaClass::getPackage).collect(Collectors.toSet());
    assertThat(packages)
        .filteredOn(aPackage -> !aPackage.isAnnotatedWith(NullMarked.class))
        .extracting(JavaPackage::getName)
        .as("packages without @NullMarked in their package-info.java")
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PROTO")
  void nothingHasANameThatSaysNothing(Module module) {
    assertThat(module.classes())
        .extracting(JavaClass::getPackageName)
        .noneMatch(name ->
            Arrays.stream(name.split("\\."))
                .anyMatch(part -> NAMES_THAT_SAY_NOTHING.matcher(part).matches()));
    assertThat(module.classes())
        .extracting(JavaClass::getSimpleName)
        .noneMatch(name -> CLASSES_THAT_SAY_NOTHING.matcher(name).matches());
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PROTO")
  void knowEachOtherInOneDirectionOnly(Module module) {
    slices()
        .assignedFrom(new PackageByPackage(module))
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(module.isEmpty())
        .check(module.classes());
  }

  /**
   * Each package is a slice of its own. The root package of {@code resources} is none: it is the
   * contract that everything below implements, and the list that names everything below.
   */
  private record PackageByPackage(Module module) implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      String name = type.getPackageName();
      return module == Module.RESOURCES && name.equals(module.rootPackage())
          ? SliceIdentifier.ignore()
          : SliceIdentifier.of(name);
    }

    @Override
    public String getDescription() {
      return "packages of " + module.rootPackage();
    }
  }
}
