package dev.plumbline.controller.job;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * No job starts on a node any more.
 *
 * @param user who said so
 * @param job which could not be cleaned up there: the drain ends when it is; empty if a person
 *     drained the node
 */
public record Drain(String node, String reason, String user, Instant since, OptionalLong job) {}
