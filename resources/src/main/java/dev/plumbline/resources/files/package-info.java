/**
 * A file, a directory, or one block of a file that belongs to somebody else.
 *
 * <pre>{@code
 * files:
 *   /etc/motd: "Welcome to the cluster.\n"
 *   /srv/results: {state: directory, owner: mpihpc, group: mpihpc, mode: "2775"}
 *   /etc/ssl/private/cluster.key: {source: secrets/cluster.key, sensitive: true}
 *   /etc/security/limits.conf:
 *     block: cluster
 *     content: |
 *       * soft memlock unlimited
 *       * hard memlock unlimited
 *   /etc/cron.d/old-backup: {state: absent}
 * }</pre>
 *
 * <p>With {@code block}, only the lines between {@code # BEGIN plumbline NAME} and {@code # END
 * plumbline NAME} are ours: they are put at the end of the file, or renewed where they stand, and
 * they go when the entry leaves the inventory. Every other byte stays; only where the last line of
 * the file has no end, it gets one before the block is put behind it, and keeps it. A whole file
 * stays where it is when its entry leaves.
 *
 * <p>The content of a {@code sensitive} file is never shown, logged or stored; only its SHA-256
 * travels with the catalog. Content is at most 1 MiB: for more, use a package.
 *
 * <p>It never writes through a symbolic link, never puts a file in the place of a directory or the
 * other way round, never removes a directory that is not empty, and never makes a directory that no
 * entry names.
 */
@NullMarked
package dev.plumbline.resources.files;

import org.jspecify.annotations.NullMarked;
