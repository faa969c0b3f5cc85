package dev.plumbline.agent.journal;

import dev.plumbline.resources.catalog.EncodedCatalog;

/**
 * A catalog as the controller numbers it.
 *
 * @param generation the number of the inventory that it came from
 * @param revision the number of the catalog after exports were linked in
 */
public record Assignment(EncodedCatalog catalog, long generation, long revision) {}
