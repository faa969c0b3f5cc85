/**
 * The control socket: calls of one gRPC service as frames over a Unix socket, one call per
 * connection.
 *
 * <p>A caller needs the generated messages and nothing else, so that a command of a person does not
 * wait until an HTTP/2 stack has been set up. The server side takes any gRPC service definition.
 *
 * <pre>
 * caller:  magic(4) | length(2) method name | length(4) request
 * server:  { 0 | length(4) message }*  1 | length(4) status code(1) description
 * </pre>
 *
 * Numbers are big-endian, texts UTF-8. A caller that goes away cancels its call.
 */
@NullMarked
package dev.plumbline.controller.rpc.socket;

import org.jspecify.annotations.NullMarked;
