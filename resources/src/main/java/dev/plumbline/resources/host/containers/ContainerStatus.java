package dev.plumbline.resources.host.containers;

/**
 * A container that is there.
 *
 * @param made as it was made; its environment and labels hold the image's own too
 * @param imageId of the image that it was made from
 * @param running whether its program runs
 * @param state in a word of the engine's: running, exited, restarting
 * @param exitCode of its program, if it has ended
 * @param keptUp whether it starts again when it ends
 */
public record ContainerStatus(
    ContainerPlan made,
    String imageId,
    boolean running,
    String state,
    int exitCode,
    boolean keptUp) {}
