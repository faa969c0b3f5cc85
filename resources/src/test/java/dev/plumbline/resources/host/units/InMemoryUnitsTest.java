package dev.plumbline.resources.host.units;

class InMemoryUnitsTest extends UnitsExam {
  private final InMemoryUnits units =
      new InMemoryUnits()
          .unit("exam.service", UnitStatus.Active.INACTIVE, UnitStatus.Enablement.DISABLED);

  @Override
  protected Units units() {
    return units;
  }

  @Override
  protected String unit() {
    return "exam.service";
  }
}
