package dev.plumbline.resources.host.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.units.UnitStatus.Active;
import dev.plumbline.resources.host.units.UnitStatus.Enablement;
import dev.plumbline.resources.host.units.UnitStatus.Load;
import org.junit.jupiter.api.Test;

/** What every systemd behind the port must do. */
public abstract class UnitsExam {
  protected abstract Units units();

  /** A service that can reload, is disabled and does not run. */
  protected abstract String unit();

  private UnitStatus status() throws Failure {
    return units().status(unit());
  }

  @Test
  void aUnitThatIsNowhereIsNotFound() throws Failure {
    UnitStatus status = units().status("plumbline-nowhere.service");
    assertThat(status.load()).isEqualTo(Load.NOT_FOUND);
    assertThat(status.active()).isEqualTo(Active.INACTIVE);
    assertThat(status.enablement()).isEqualTo(Enablement.NONE);
    units().stop("plumbline-nowhere.service");
    assertThatThrownBy(() -> units().start("plumbline-nowhere.service"))
        .isInstanceOf(Failure.class);
  }

  @Test
  void startsAndStops() throws Failure {
    units().start(unit());
    units().start(unit());
    assertThat(status().active()).isEqualTo(Active.ACTIVE);
    assertThat(status().running()).isTrue();
    assertThat(status().canReload()).isTrue();
    units().restart(unit());
    units().reload(unit());
    assertThat(status().active()).isEqualTo(Active.ACTIVE);
    units().stop(unit());
    units().stop(unit());
    assertThat(status().active()).isEqualTo(Active.INACTIVE);
    units().restart(unit());
    assertThat(status().running()).isTrue();
    units().stop(unit());
  }

  @Test
  void isEnabledWithoutBeingStarted() throws Failure {
    assertThat(status().enablement()).isEqualTo(Enablement.DISABLED);
    units().enable(unit());
    units().enable(unit());
    assertThat(status().enablement()).isEqualTo(Enablement.ENABLED);
    assertThat(status().active()).isEqualTo(Active.INACTIVE);
    units().disable(unit());
    assertThat(status().enablement()).isEqualTo(Enablement.DISABLED);
  }

  @Test
  void cannotBeStartedWhileItIsMasked() throws Failure {
    units().mask(unit());
    assertThat(status().load()).isEqualTo(Load.MASKED);
    assertThat(status().enablement()).isEqualTo(Enablement.MASKED);
    assertThatThrownBy(() -> units().start(unit())).isInstanceOf(Failure.class);
    units().unmask(unit());
    assertThat(status().load()).isEqualTo(Load.LOADED);
    assertThat(status().enablement()).isEqualTo(Enablement.DISABLED);
  }
}
