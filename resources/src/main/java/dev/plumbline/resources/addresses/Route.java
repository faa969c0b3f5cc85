package dev.plumbline.resources.addresses;

import dev.plumbline.resources.Doc;
import dev.plumbline.resources.ip.IpAddress;
import java.util.Optional;

/** A way to another subnet. */
public record Route(
    @Doc("The subnet, such as 10.1.0.0/16, or default.") Destination to,
    @Doc("The router's address.") IpAddress via,
    @Doc("The lower one wins. Without it, the system's own.") Optional<Integer> metric) {}
