/**
 * The cluster's certificate authority: one key, which signs the controller's own certificate and
 * one for each agent. Bouncy Castle is loaded only when something must be made or signed.
 */
@NullMarked
package dev.plumbline.controller.ca;

import org.jspecify.annotations.NullMarked;
