package dev.plumbline.controller.model;

import dev.plumbline.resources.catalog.EncodedCatalog;

/**
 * A catalog with exports linked in, as it goes to an agent.
 *
 * @param generation the number of the inventory version
 * @param revision the number of this node's catalog; a new one for every new hash
 */
public record RevisedCatalog(EncodedCatalog catalog, long generation, long revision) {}
