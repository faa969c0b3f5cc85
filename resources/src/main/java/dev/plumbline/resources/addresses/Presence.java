package dev.plumbline.resources.addresses;

/** Whether an interface is configured by the inventory. */
public enum Presence {
  PRESENT,
  ABSENT
}
