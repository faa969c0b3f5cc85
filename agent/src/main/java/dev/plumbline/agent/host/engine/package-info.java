/**
 * The real port to the Docker engine: HTTP/1.1 over the engine's Unix socket, one connection for
 * each request. {@link dev.plumbline.agent.host.engine.DockerEngine} is the way in.
 */
@NullMarked
package dev.plumbline.agent.host.engine;

import org.jspecify.annotations.NullMarked;
