package dev.plumbline.resources.files;

import dev.plumbline.resources.Checks;
import dev.plumbline.resources.Cluster;
import dev.plumbline.resources.Secret;
import dev.plumbline.resources.block.ManagedBlock;
import dev.plumbline.resources.hosts.HostsSpec;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rules of one {@link FileSpec}. */
final class FileChecks {
  private static final Pattern BLOCK_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");
  private static final Pattern ACCOUNT =
      Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,31}\\$?|[0-9]{1,10}");

  /** Files that are changed by programs of their own, never by writing them. */
  private static final Map<String, String> ELSEWHERE =
      Map.of(
          "/etc/passwd", "users",
          "/etc/shadow", "users",
          "/etc/group", "groups",
          "/etc/gshadow", "groups",
          "/etc/hostname", "hostname");

  private final Checks checks = new Checks();
  private final FileState state;
  private final Encoding encoding;
  private final Optional<ManagedBlock> block;

  FileChecks(
      String path, FileState state, Encoding encoding, Optional<String> block, String comment) {
    this.state = state;
    this.encoding = encoding;
    this.block = block.map(name -> new ManagedBlock(name, comment));
    path(path);
    block.ifPresent(this::block);
    checks.that(
        !comment.isBlank() && comment.length() <= 8 && isPrintable(comment),
        "file-comment-form",
        "comment",
        "'" + comment + "' cannot start a comment line (1 to 8 printable characters)");
  }

  private void path(String path) {
    checks
        .that(
            path.startsWith("/")
                && path.length() > 1
                && isPrintable(path)
                && path.getBytes(StandardCharsets.UTF_8).length < 4096
                && Path.of(path).normalize().toString().equals(path),
            "file-path-form",
            "",
            "'"
                + path
                + "' is not the path of a file (absolute, no '.', '..', '//' or '/' at the end)")
        .that(
            !ELSEWHERE.containsKey(path),
            "file-of-other-kind",
            "",
            path + " is not written as a file: use '" + ELSEWHERE.get(path) + "'")
        .that(
            Stream.of("/proc", "/sys", "/dev").noneMatch(top -> (path + "/").startsWith(top + "/")),
            "file-not-on-disk",
            "",
            path + " lies in a file system of the kernel, where nothing lasts");
  }

  private void block(String name) {
    checks
        .that(
            BLOCK_NAME.matcher(name).matches(),
            "file-block-name",
            "block",
            "'" + name + "' is not a name of a block (letters, digits, '.', '_', '-')")
        .that(
            state != FileState.DIRECTORY,
            "file-block-directory",
            "block",
            "a directory has no block")
        .that(
            encoding == Encoding.TEXT, "file-block-encoding", "encoding", "a block is always text");
  }

  FileChecks content(Optional<String> content, Optional<String> source, Optional<Secret> secret) {
    long given = Stream.of(content, source, secret).filter(Optional::isPresent).count();
    checks
        .that(
            given <= 1,
            "file-content-twice",
            source.isPresent() ? "source" : "content",
            "give one of 'content', 'source' and 'secret'")
        .that(
            source.isEmpty() || encoding == Encoding.TEXT,
            "file-source-encoding",
            "encoding",
            "'encoding' is for 'content': a source is taken byte for byte")
        .that(
            given == 0 || state == FileState.FILE,
            "file-content-without-file",
            content.isPresent() ? "content" : source.isPresent() ? "source" : "secret",
            "content needs state: file, not " + state.word())
        .that(
            given == 1 || state != FileState.FILE || block.isEmpty(),
            "file-block-without-content",
            "block",
            "a block needs 'content', 'source' or 'secret'");
    content.ifPresent(text -> form("content", text));
    secret.flatMap(Secret::value).ifPresent(text -> form("secret", text));
    return this;
  }

  private void form(String component, String text) {
    String canonical = FileContent.canonical(text, encoding, false);
    int bytes;
    try {
      bytes = encoding.decode(canonical).length;
    } catch (IllegalArgumentException e) {
      checks.that(false, "file-base64", component, "the content is not base64 (RFC 4648)");
      return;
    }
    checks
        .that(
            bytes <= FileContent.MAX_BYTES,
            "file-too-long",
            component,
            "the content has "
                + bytes
                + " bytes, more than "
                + FileContent.MAX_BYTES
                + ": put it into a package, or fetch it from where it is")
        .that(
            block.map(ours -> text.lines().noneMatch(ours::isMarker)).orElse(true),
            "file-block-marker",
            component,
            "the content holds a marker line of its own block");
  }

  FileChecks account(String component, Optional<String> account) {
    account.ifPresent(name ->
        checks
            .that(
                ACCOUNT.matcher(name).matches(),
                "file-account-form",
                component,
                "'"
                    + name
                    + "' is not the name or number of "
                    + (component.equals("owner") ? "a user" : "a group"))
            .that(
                state != FileState.ABSENT,
                "file-account-absent",
                component,
                "what is absent has no " + component));
    return this;
  }

  FileChecks mode(Optional<FileMode> mode) {
    checks.that(
        mode.isEmpty() || state != FileState.ABSENT,
        "file-mode-absent",
        "mode",
        "what is absent has no mode");
    return this;
  }

  void done() {
    checks.done();
  }

  private static boolean isPrintable(String text) {
    return text.chars().noneMatch(Character::isISOControl);
  }

  /** {@code /etc/hosts} cannot be ours whole, or our block of that name, beside the kind hosts. */
  static void againstHosts(FileSpec spec, Cluster cluster, Checks checks) {
    boolean managed = cluster.specs(HostsSpec.class).containsKey(cluster.self());
    checks.that(
        !managed
            || !spec.path().equals(HostsSpec.PATH)
            || spec.block().filter(name -> !name.equals(HostsSpec.BLOCK.name())).isPresent(),
        "file-also-hosts",
        "",
        spec.path()
            + " is managed by 'hosts' too: add lines with 'hosts: {entries: …}', or name a block of your own");
  }
}
