/** The agents' port, tried with scripted agents over loopback and real mutual TLS. */
@NullMarked
package dev.plumbline.controller.rpc.agents;

import org.jspecify.annotations.NullMarked;
