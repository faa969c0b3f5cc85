package dev.plumbline.resources.addresses;

/** Who must have reached an address before a change of it is kept. */
public enum Confirm {
  /** The controller, or another node on the subnet. */
  PEER,
  /** Nobody: there is nobody to ask on that wire. */
  LINK
}
