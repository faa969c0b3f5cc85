package dev.plumbline.lab.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import dev.plumbline.resources.Batchable;
import dev.plumbline.resources.Exporting;
import dev.plumbline.resources.Resource;
import dev.plumbline.resources.ResourceType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Deciding and acting are different processes: what decides never touches a machine. */
class ControllerBordersTest {
  private static final String CLI = "dev.plumbline.controller.cli..";

  /** All that a resource does except {@code diff}, which is pure; and making one. */
  private static final DescribedPredicate<JavaAccess<?>> TOUCHES_A_NODE =
      describe(
          "reads or changes a node",
          access -> {
            JavaClass owner = access.getTargetOwner();
            boolean acts =
                Stream.of(Resource.class, Batchable.class, Exporting.class)
                    .anyMatch(owner::isAssignableTo);
            return (acts && !access.getName().equals("diff"))
                || (owner.isEquivalentTo(ResourceType.class) && access.getName().equals("factory"));
          });

  @ParameterizedTest
  @EnumSource(names = {"CONTROLLER", "INVENTORY"})
  void neverReachesThePortsOfAMachine(Module module) {
    noClasses()
        .that()
        .resideInAPackage(module.packages())
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.plumbline.resources.host..")
        .orShould()
        .accessTargetWhere(TOUCHES_A_NODE)
        .allowEmptyShould(module.isEmpty())
        .check(module.classes());
  }

  @Test
  void theCommandLineSeesTheClientAndWhatItPrints() {
    classes()
        .that()
        .resideInAPackage(CLI)
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                    CLI,
                    "dev.plumbline.controller.client..",
                    "dev.plumbline.controller.contact..",
                    "dev.plumbline.controller.render..",
                    "dev.plumbline.inventory..",
                    "dev.plumbline.resources..",
                    "dev.plumbline.proto..")
                .or(DescribedPredicate.not(resideInAPackage("dev.plumbline.."))))
        .allowEmptyShould(cliIsEmpty())
        .check(Module.ALL);
  }

  @Test
  void theCommandLineLoadsNoDatabase() {
    noClasses()
        .that()
        .resideInAPackage(CLI)
        .should()
        .transitivelyDependOnClassesThat(
            resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite.."))
        .allowEmptyShould(cliIsEmpty())
        .check(Module.ALL);
  }

  private static boolean cliIsEmpty() {
    return !Files.exists(Path.of("../controller/src/main/java/dev/plumbline/controller/cli"));
  }
}
