package dev.plumbline.resources.users;

import dev.plumbline.resources.Change;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Progress;
import dev.plumbline.resources.Refusing;
import dev.plumbline.resources.Resource;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.ResourceType;
import dev.plumbline.resources.host.accounts.AccountChanges;
import dev.plumbline.resources.host.accounts.Accounts;
import dev.plumbline.resources.host.accounts.Passwords;
import dev.plumbline.resources.host.files.Files;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Observes and changes one local user. */
public final class UserResource
    implements Resource<UserSpec, UserObservation>, Refusing<UserSpec, UserObservation> {
  public static final ResourceType<UserSpec> TYPE =
      ResourceType.many(
          "users",
          "user",
          UserSpec.class,
          ports ->
              new UserResource(
                  ports.get(Accounts.class),
                  ports.get(Passwords.class),
                  ports.get(AccountChanges.class),
                  ports.get(Files.class)));

  private final UserReading reading;
  private final UserWriting writing;

  public UserResource(Accounts accounts, Passwords passwords, AccountChanges changes, Files files) {
    this.reading = new UserReading(accounts, passwords, files);
    this.writing = new UserWriting(accounts, changes, files);
  }

  @Override
  public UserObservation observe(UserSpec spec) throws Failure {
    return reading.observe(spec);
  }

  @Override
  public List<Change> diff(UserSpec spec, UserObservation observed) {
    return UserDiff.of(spec, observed);
  }

  @Override
  public Optional<Failure> refuse(
      UserSpec spec, UserObservation observed, List<Change> changes, Set<ResourceId> awaits) {
    return UserRefusal.of(spec, observed, changes, awaits);
  }

  @Override
  public void apply(
      UserSpec spec, UserObservation observed, List<Change> changes, Progress progress)
      throws Failure {
    writing.apply(spec, observed, changes);
  }
}
