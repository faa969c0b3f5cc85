package dev.plumbline.agent.job.unit;

/**
 * A unit that is there.
 *
 * @param running whether its program has not ended
 * @param pid of its program while it runs, else 0
 * @param exit how its program ended: its code, or 128 + the signal
 * @param started when its program was started, Unix time in milliseconds
 * @param controlGroup the path of its control group; empty if there is none
 * @param cpuMillis what all of it has used
 */
public record UnitState(
    boolean running, long pid, int exit, long started, String controlGroup, long cpuMillis) {}
