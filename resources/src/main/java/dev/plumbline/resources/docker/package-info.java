/**
 * The Docker engine of a node: its {@code /etc/docker/daemon.json}, and that it runs.
 *
 * <pre>{@code
 * state:
 *   packages: [docker.io]
 *   docker:
 *     daemon:
 *       log-driver: json-file
 *       log-opts: {max-size: 10m, max-file: "3"}
 *       insecure-registries: ["registry.example.com:5000"]
 *   services: {docker: {enabled: true, running: true}}
 * }</pre>
 *
 * <p>Only the keys under {@code daemon} are managed, also where they lie deeper ({@code log-opts});
 * all others stay as they are in the file, unless {@code exclusive: true} makes the file exactly
 * what the inventory says. A list is one value and is replaced whole. Values have the type that
 * they look like: {@code max-file} above is a text because of its quotes, as Docker wants it.
 *
 * <p>What the engine would not take is refused: it is asked before the file is put in place where
 * it can check a file ({@code dockerd --validate}, Docker 23 and later); and where it does not come
 * up, or does not read the new file, it gets the old file back and its own words are reported. A
 * key that the engine can read while it runs needs a reload only, which leaves containers alone;
 * every other key, and a key that goes, needs a restart of the engine, which ends containers unless
 * {@code live-restore} is set. A restart that an interrupted apply still owes is made by the next
 * one.
 *
 * <p>The engine must run and answer; where {@code services} names {@code docker} too, that entry
 * decides whether it runs. Docker comes after its packages, and before its service. The engine is
 * that of {@code docker.service}; one of snap, or one without root, is not managed.
 */
@NullMarked
package dev.plumbline.resources.docker;

import org.jspecify.annotations.NullMarked;
