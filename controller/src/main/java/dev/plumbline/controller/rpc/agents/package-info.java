/**
 * The agents' port: gRPC with mutual TLS. Who is refused hears why in one line, and the log says
 * the same.
 */
@NullMarked
package dev.plumbline.controller.rpc.agents;

import org.jspecify.annotations.NullMarked;
