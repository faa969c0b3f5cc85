package dev.plumbline.resources.host.accounts;

import dev.plumbline.resources.host.files.InMemoryFiles;

class InMemoryAccountsTest extends AccountsExam {
  @Override
  protected Accounts accounts() {
    return InMemoryAccounts.freshlyInstalled(new InMemoryFiles());
  }
}
