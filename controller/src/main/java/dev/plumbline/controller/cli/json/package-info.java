/**
 * What {@code --output json} prints: canonical JSON with keys in snake_case, described in
 * docs/json.md.
 */
@NullMarked
package dev.plumbline.controller.cli.json;

import org.jspecify.annotations.NullMarked;
