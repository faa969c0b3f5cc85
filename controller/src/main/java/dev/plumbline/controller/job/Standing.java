package dev.plumbline.controller.job;

import java.util.Optional;

/**
 * How a node of the inventory stands, whatever job asks.
 *
 * @param live whether its agent is connected
 * @param coming whether an agent that is not connected is expected soon
 * @param absence since when and why it is not connected, for a person
 * @param drained why no job may start there; empty if jobs may
 * @param applying whether an apply changes it just now
 * @param unconverged why it is not what the inventory says; empty if it is
 */
public record Standing(
    String node,
    String address,
    int slots,
    boolean live,
    boolean coming,
    String absence,
    Optional<String> drained,
    boolean applying,
    Optional<String> unconverged) {}
