package dev.plumbline.resources.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Resource;
import dev.plumbline.resources.ResourceType;
import dev.plumbline.resources.Spec;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Applying removes every difference, and applying again changes nothing. Only for the kinds of
 * which a machine in memory can tell; for the others a lab node does.
 */
class ConvergeContractTest {
  private static final Set<String> SIMULATED =
      Set.of("hostname", "groups", "users", "files", "hosts", "ssh_keys");

  static Stream<Fixture.Entry> fixtures() {
    return Fixtures.allValid().filter(entry -> SIMULATED.contains(entry.type().plural()));
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void convergesAndStays(Fixture.Entry entry) throws Failure {
    TestMachine machine = new TestMachine();
    machine.files().directory("/srv/results");

    converge(entry, machine);
  }

  private static void converge(Fixture.Entry entry, TestMachine machine) throws Failure {
    converge(entry.type(), entry.spec(), machine);
  }

  private static <S extends Record & Spec> void converge(
      ResourceType<S> type, Spec spec, TestMachine machine) throws Failure {
    converge(type.factory().apply(machine), type.codec().type().cast(spec), machine);
  }

  private static <S extends Spec, O> void converge(
      Resource<S, O> resource, S spec, TestMachine machine) throws Failure {
    Convergence<S, O> convergence = new Convergence<>(resource);

    assertThat(convergence.apply(spec)).isEmpty();
    int changes = machine.changes().size();
    assertThat(convergence.apply(spec)).isEmpty();

    assertThat(machine.changes()).hasSize(changes);
  }
}
