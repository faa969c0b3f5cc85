package dev.plumbline.lab.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An inventory depends on nothing but its inputs, which are noted where they are read. */
class InputsTest {
  private static final String INPUT = "dev.plumbline.inventory.input";

  /** Knows inventories, which do not know it. */
  private static final String JOBS = "dev.plumbline.inventory.job";

  /** Before an inventory is loaded, and after. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "dev.plumbline.inventory.InventoryFile",
          "dev.plumbline.inventory.Caller.current()",
          "dev.plumbline.inventory.connect.PasswordFile.read(java.nio.file.Path)");

  private static final Set<String> SYSTEM = Set.of("getenv", "getProperty", "getProperties");

  private static final DescribedPredicate<JavaAccess<?>> ASKS_THE_MACHINE =
      describe(
          "asks the machine",
          access -> {
            JavaClass asked = access.getTargetOwner();
            return asked.getFullName().equals("java.nio.file.Files")
                || asked.getFullName().equals("java.io.File")
                || asked.getFullName().startsWith("java.io.FileInput")
                || asked.getFullName().startsWith("java.nio.channels.")
                || asked.getPackageName().equals("java.time")
                || asked.getPackageName().equals("java.net")
                || (asked.isEquivalentTo(System.class) && SYSTEM.contains(access.getName()));
          });

  private static final DescribedPredicate<JavaAccess<?>> ELSEWHERE_THAN_LOADING =
      describe(
          "elsewhere than in loading",
          access ->
              ELSEWHERE.contains(access.getOriginOwner().getFullName())
                  || ELSEWHERE.contains(access.getOrigin().getFullName()));

  @Test
  void areReadInOnePlace() {
    noClasses()
        .that()
        .resideInAPackage(Module.INVENTORY.packages())
        .and()
        .resideOutsideOfPackages(INPUT, JOBS)
        .should()
        .accessTargetWhere(ASKS_THE_MACHINE.and(DescribedPredicate.not(ELSEWHERE_THAN_LOADING)))
        .check(Module.INVENTORY.classes());
  }

  @Test
  void theRuleSeesWhoReads() {
    assertThat(Module.INVENTORY.classes().that(resideInAPackage(INPUT)))
        .anyMatch(type -> type.getAccessesFromSelf().stream().anyMatch(ASKS_THE_MACHINE));
    for (String place : ELSEWHERE) {
      assertThat(
              Module.INVENTORY.classes().stream()
                  .flatMap(type -> type.getAccessesFromSelf().stream())
                  .filter(ASKS_THE_MACHINE)
                  .filter(ELSEWHERE_THAN_LOADING))
          .as(place)
          .anyMatch(access ->
              access.getOriginOwner().getFullName().equals(place)
                  || access.getOrigin().getFullName().equals(place));
    }
  }

  @Test
  void noJobIsPartOfAnInventory() {
    noClasses()
        .that()
        .resideInAnyPackage("dev.plumbline.inventory", "dev.plumbline.inventory.document")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(JOBS)
        .check(Module.INVENTORY.classes());
  }

  @Test
  void noSpecAsksTheMachine() {
    noClasses()
        .that()
        .implement(dev.plumbline.resources.Spec.class)
        .should()
        .accessTargetWhere(ASKS_THE_MACHINE)
        .check(Module.ALL);
  }
}
