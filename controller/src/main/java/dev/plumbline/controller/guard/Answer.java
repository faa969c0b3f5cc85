package dev.plumbline.controller.guard;

/**
 * What came of asking an address for a nonce.
 *
 * @param nonce what was heard; empty if nothing was
 * @param failure why nothing was heard; empty if something was
 */
public record Answer(String nonce, String failure) {
  static Answer failed(String why) {
    return new Answer("", why);
  }
}
