package dev.plumbline.resources.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionTest {
  @Test
  void namesTheNearestWord() {
    assertThat(Suggestion.of("pakages", List.of("packages", "hosts")))
        .isEqualTo(" (did you mean 'packages'?)");
    assertThat(Suggestion.of("hsots", List.of("packages", "hosts")))
        .isEqualTo(" (did you mean 'hosts'?)");
  }

  @Test
  void isSilentWhereNothingIsNear() {
    assertThat(Suggestion.of("firewall", List.of("packages", "hosts"))).isEmpty();
  }

  @Test
  void countsASwapAsOne() {
    assertThat(Suggestion.distance("abcd", "abdc")).isEqualTo(1);
    assertThat(Suggestion.distance("", "abc")).isEqualTo(3);
  }
}
