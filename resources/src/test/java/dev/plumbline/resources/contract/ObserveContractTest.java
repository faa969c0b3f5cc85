package dev.plumbline.resources.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.resources.Change;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Ports;
import dev.plumbline.resources.Resource;
import dev.plumbline.resources.ResourceType;
import dev.plumbline.resources.Spec;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ObserveContractTest {
  static Stream<Fixture.Entry> fixtures() {
    return Fixtures.allValid();
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void changesNothing(Fixture.Entry entry) throws Failure {
    TestMachine machine = new TestMachine();

    observe(entry.type(), machine, entry.spec());

    assertThat(machine.changes()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void findsTheSameTwice(Fixture.Entry entry) throws Failure {
    TestMachine machine = new TestMachine();

    Seen first = observe(entry.type(), machine, entry.spec());

    assertThat(observe(entry.type(), machine, entry.spec())).isEqualTo(first);
  }

  /** Never "absent": each call that an observation makes is made to fail, one after the other. */
  @ParameterizedTest
  @MethodSource("fixtures")
  void failsWhenTheMachineCannotBeRead(Fixture.Entry entry) throws Failure {
    FailingPorts counting = new FailingPorts(new TestMachine(), _ -> false);
    observe(entry.type(), counting, entry.spec());
    assertThat(counting.calls()).as("calls of ports").isPositive();

    for (int i = 0; i < counting.calls(); i++) {
      int failing = i;
      FailingPorts ports = new FailingPorts(new TestMachine(), call -> call == failing);
      assertThatThrownBy(() -> observe(entry.type(), ports, entry.spec()))
          .as("call %s fails", failing)
          .isInstanceOf(Failure.class);
    }
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void tellsNoSecret(Fixture.Entry entry) throws Failure {
    Seen seen = observe(entry.type(), new TestMachine(), entry.spec());

    assertThat(entry.encoded().secrets().values())
        .allSatisfy(secret -> {
          assertThat(entry.encoded().json()).doesNotContain(secret);
          assertThat(entry.spec().toString()).doesNotContain(secret);
          assertThat(seen.observation()).doesNotContain(secret);
          assertThat(seen.changes().toString()).doesNotContain(secret);
        });
  }

  /** What an observation looked like, and what would be changed. */
  record Seen(String observation, List<Change> changes) {}

  static <S extends Record & Spec> Seen observe(ResourceType<S> type, Ports ports, Spec spec)
      throws Failure {
    return seen(type.factory().apply(ports), type.codec().type().cast(spec));
  }

  private static <S extends Spec, O> Seen seen(Resource<S, O> resource, S spec) throws Failure {
    O observation = resource.observe(spec);
    return new Seen(String.valueOf(observation), resource.diff(spec, observation));
  }
}
