package dev.plumbline.resources.files;

import dev.plumbline.resources.Checks;
import dev.plumbline.resources.Cluster;
import dev.plumbline.resources.ClusterChecked;
import dev.plumbline.resources.Default;
import dev.plumbline.resources.Doc;
import dev.plumbline.resources.Name;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.Secret;
import dev.plumbline.resources.Shorthand;
import dev.plumbline.resources.Sourced;
import dev.plumbline.resources.Withdrawable;
import dev.plumbline.resources.block.ManagedBlock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What must be at a path. The content of a sensitive file is only ever held as a {@link Secret}:
 * the constructor moves it there.
 */
@Doc("A file, a directory, or one block of a file.")
public record FileSpec(
    @Name @Doc("Absolute path.") String path,
    @Default("file") @Doc("What must be at the path: file, directory or absent.") FileState state,
    @Shorthand
        @Doc(
            "The content, at most 1 MiB. Without content, source and secret the content is left alone, and a missing file is made empty.")
        Optional<String> content,
    @Doc("A local file whose bytes are the content, relative to the inventory.")
        Optional<String> source,
    @Default("text") @Doc("How the content is written here: text (UTF-8) or base64.")
        Encoding encoding,
    @Doc("Name or number of the owner. Default: root; with block, as it is.")
        Optional<String> owner,
    @Doc("Name or number of the group. Default: root; with block, as it is.")
        Optional<String> group,
    @Doc(
            "Four octal digits. Default: 0644, for a directory 0755, if sensitive 0600; with block, as it is.")
        Optional<FileMode> mode,
    @Doc(
            "Name of the block of lines that is ours; the rest of the file is left alone. true stands for the name 'files'.")
        Optional<String> block,
    @Default("#") @Doc("What makes a line of the file a comment, for the markers of a block.")
        String comment,
    @Default("false") @Doc("Whether the content must never be shown, logged or stored.")
        boolean sensitive,
    @Doc("The content of a sensitive file: the same as content with sensitive: true.")
        Optional<Secret> secret)
    implements Sourced<FileSpec>, Withdrawable<FileSpec>, ClusterChecked {

  public FileSpec {
    block = block.filter(name -> !name.equals("false")).map(FileSpec::blockName);
    new FileChecks(path, state, encoding, block, comment)
        .content(content, source, secret)
        .account("owner", owner)
        .account("group", group)
        .mode(mode)
        .done();
    boolean isBlock = block.isPresent();
    Encoding form = encoding;
    content = content.map(text -> FileContent.canonical(text, form, isBlock));
    secret = secret.map(hidden -> FileContent.canonical(hidden, form, isBlock));
    sensitive |= secret.isPresent();
    if (sensitive && content.isPresent()) {
      secret = content.map(Secret::of);
      content = Optional.empty();
    }
  }

  private static String blockName(String written) {
    return written.equals("true") ? "files" : written;
  }

  /** Our lines of the file; empty if the whole file is ours. */
  Optional<ManagedBlock> managedBlock() {
    return block.map(name -> new ManagedBlock(name, comment));
  }

  /** What the content must be; empty if it is left alone. */
  Optional<FileContent.Wanted> wanted() {
    return secret
        .or(() -> content.map(Secret::of))
        .map(held -> new FileContent.Wanted(held, encoding, sensitive));
  }

  /** The owner that a new file gets. */
  String newOwner() {
    return owner.orElse("root");
  }

  /** The group that a new file gets. */
  String newGroup() {
    return group.orElse("root");
  }

  /** The mode that a new file gets. */
  FileMode newMode() {
    return mode.orElse(new FileMode(state == FileState.DIRECTORY ? 0755 : sensitive ? 0600 : 0644));
  }

  @Override
  public Set<ResourceId> requires(Set<ResourceId> catalog) {
    return FileOrder.before(this, catalog);
  }

  @Override
  public Map<String, String> sources() {
    return source.map(path -> Map.of("source", path)).orElse(Map.of());
  }

  @Override
  public FileSpec inline(Map<String, byte[]> contents, Checks checks) {
    return FileSource.inline(this, contents.getOrDefault("source", new byte[0]), checks);
  }

  /** The same spec with content in place of the source. */
  FileSpec with(String content, Encoding encoding) {
    return new FileSpec(
        path,
        state,
        Optional.of(content),
        Optional.empty(),
        encoding,
        owner,
        group,
        mode,
        block,
        comment,
        sensitive,
        Optional.empty());
  }

  @Override
  public Optional<FileSpec> withdrawn() {
    return block.isPresent() && state == FileState.FILE
        ? Optional.of(
            new FileSpec(
                path,
                FileState.ABSENT,
                Optional.empty(),
                Optional.empty(),
                Encoding.TEXT,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                block,
                comment,
                false,
                Optional.empty()))
        : Optional.empty();
  }

  @Override
  public void check(Cluster cluster, Checks checks) {
    FileChecks.againstHosts(this, cluster, checks);
  }
}
