package dev.plumbline.lab.node;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SubnetsTest {
  private static final String HEAD =
      "Iface\tDestination\tGateway\tFlags\tRefCnt\tUse\tMetric\tMask\tMTU\tWindow\tIRTT\n";

  private static String route(String destination, String mask) {
    return "x\t" + destination + "\t00000000\t0001\t0\t0\t0\t" + mask + "\t0\t0\t0\n";
  }

  @Test
  void aDefaultRouteTakesNothing() {
    assertThat(new Subnets("", HEAD + route("00000000", "00000000")).next()).isEqualTo("10.213.0.");
  }

  @Test
  void neverGivesOneTwice() {
    Subnets subnets = new Subnets("", HEAD);
    assertThat(subnets.next()).isEqualTo("10.213.0.");
    assertThat(subnets.next()).isEqualTo("10.213.1.");
  }

  @Test
  void staysClearOfTheInventorysAddresses() {
    assertThat(new Subnets("nodes: {a: {address: 10.213.0.77}}", HEAD).next())
        .isEqualTo("10.213.1.");
  }

  @Test
  void staysClearOfRoutesWhetherNarrowOrWide() {
    assertThat(new Subnets("", HEAD + route("8000D50A", "80FFFFFF")).next()).isEqualTo("10.213.1.");
    assertThat(new Subnets("", HEAD + route("0000D40A", "0000FEFF")).next()).isEqualTo("10.214.0.");
  }
}
