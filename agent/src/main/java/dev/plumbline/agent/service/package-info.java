/** The agent as a service of systemd: readiness, watchdog, log. */
@NullMarked
package dev.plumbline.agent.service;

import org.jspecify.annotations.NullMarked;
