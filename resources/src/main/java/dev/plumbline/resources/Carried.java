package dev.plumbline.resources;

/**
 * The bytes of a file that travels beside a catalog.
 *
 * @param hash SHA-256, 64 lower-case hex digits
 * @param size bytes
 */
public record Carried(
    @Doc("SHA-256 of the file, in hexadecimal.") String hash, @Doc("Its bytes.") long size) {
  public Carried {
    new Checks()
        .that(hash.matches("[0-9a-f]{64}"), "carried-hash", "hash", "'" + hash + "' is no SHA-256")
        .that(size >= 0, "carried-size", "size", "a file has no " + size + " bytes")
        .done();
  }
}
