/**
 * Pages of Spark at ports of this machine: a browser's connections on one side, what the controller
 * hands over on the other. No more than a browser needs: one question per connection, and nothing
 * but reading.
 */
@NullMarked
package dev.plumbline.controller.cli.forward;

import org.jspecify.annotations.NullMarked;
