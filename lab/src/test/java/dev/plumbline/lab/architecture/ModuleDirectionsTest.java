package dev.plumbline.lab.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ModuleDirectionsTest {
  @ParameterizedTest
  @EnumSource
  void knowsOnlyWhatTheDesignAllows(Module module) {
    String[] allowed =
        Stream.concat(Stream.of(module), module.known().stream())
            .map(Module::packages)
            .toArray(String[]::new);
    classes()
        .that()
        .resideInAPackage(module.packages())
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(allowed).or(not(resideInAPackage("dev.plumbline.."))))
        .allowEmptyShould(module.isEmpty())
        .check(module.classes());
  }

  @Test
  void everyClassBelongsToOneModule() {
    assertThat(Module.ALL).isNotEmpty();
    assertThat(Module.ALL)
        .filteredOn(type -> Arrays.stream(Module.values()).noneMatch(m -> m.contains(type)))
        .extracting(JavaClass::getName)
        .isEmpty();
  }
}
