package dev.plumbline.lab.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class LibrariesTest {
  private static final List<String> WIRE =
      List.of("io.grpc", "com.google.protobuf", "dev.plumbline.proto");

  /** Libraries that a module hides behind one package of its own. */
  enum Library {
    SNAKEYAML("org.yaml.snakeyaml"),
    JDBC("java.sql", "javax.sql", "org.sqlite"),
    DBUS("org.freedesktop.dbus"),
    DOCKER_JAVA("com.github.dockerjava"),
    OSHI("oshi");

    private final List<String> rootPackages;

    Library(String... rootPackages) {
      this.rootPackages = List.of(rootPackages);
    }
  }

  static Stream<Arguments> pairs() {
    return Arrays.stream(Module.values())
        .flatMap(module ->
            Arrays.stream(Library.values()).map(library -> Arguments.of(module, library)));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void appearsInOnePackageOfAModule(Module module, Library library) {
    Set<String> users = packagesUsing(module, library.rootPackages);
    assertThat(users)
        .as("every package whose files import it was seen")
        .containsAll(Sources.packagesImporting(module, library.rootPackages));
    assertThat(users).as("packages of %s that know %s", module, library).hasSizeLessThan(2);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PROTO")
  void theWireStopsAtPackagesNamedRpc(Module module) {
    Set<String> users = packagesUsing(module, WIRE);
    assertThat(users).containsAll(Sources.packagesImporting(module, WIRE));
    assertThat(users).allSatisfy(name -> assertThat(name.split("\\.")).contains("rpc"));
  }

  private static Set<String> packagesUsing(Module module, List<String> rootPackages) {
    return module.classes().stream()
        .filter(type ->
            type.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                .anyMatch(target -> liesIn(target, rootPackages)))
        .map(JavaClass::getPackageName)
        .collect(Collectors.toSet());
  }

  private static boolean liesIn(JavaClass type, List<String> rootPackages) {
    return rootPackages.stream().anyMatch(root -> type.getName().startsWith(root + "."));
  }
}
