package dev.plumbline.bench;

/**
 * What one run of a command took, in seconds.
 *
 * @param wall from its start to its end
 * @param here CPU on the machine that controls: the command and what it left running there
 * @param nodes CPU on all nodes together
 */
record Sample(double wall, double here, double nodes) {}
