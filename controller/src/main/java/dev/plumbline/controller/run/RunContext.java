package dev.plumbline.controller.run;

import dev.plumbline.controller.agents.Agents;
import dev.plumbline.controller.cluster.Cluster;
import dev.plumbline.controller.cluster.Enrollments;
import dev.plumbline.controller.cluster.Reception;
import dev.plumbline.controller.cluster.Requests;
import dev.plumbline.controller.reconcile.Linker;
import java.time.Clock;
import java.util.function.LongSupplier;

/**
 * Everything that runs share.
 *
 * @param clock for people
 * @param ticker for durations: monotonic time in nanoseconds
 * @param started when the controller started, on the ticker
 */
public record RunContext(
    Cluster cluster,
    Agents agents,
    Reception reception,
    Requests requests,
    Enrollments enrollments,
    Linker linker,
    Patience patience,
    Clock clock,
    LongSupplier ticker,
    long started) {}
