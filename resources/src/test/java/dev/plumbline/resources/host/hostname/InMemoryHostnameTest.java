package dev.plumbline.resources.host.hostname;

class InMemoryHostnameTest extends HostnameExam {
  private final InMemoryHostname hostname = new InMemoryHostname("ubuntu");

  @Override
  protected Hostname hostname() {
    return hostname;
  }
}
