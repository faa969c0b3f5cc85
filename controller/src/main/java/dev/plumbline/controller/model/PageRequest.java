package dev.plumbline.controller.model;

/**
 * What a browser asks of a page of Spark. It is the agent that judges its form.
 *
 * @param head whether only the head of the answer is wanted
 * @param target path and query
 * @param host how the browser calls who it asks
 * @param accept what the browser can read
 * @param encoding how it may be packed
 */
public record PageRequest(
    boolean head, String target, String host, String accept, String encoding) {}
