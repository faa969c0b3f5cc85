package dev.plumbline.inventory.reference;

import dev.plumbline.resources.codec.Json;
import dev.plumbline.resources.codec.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One key that a user can write.
 *
 * @param path the key, with the keys above it: {@code executors.cores}; NAME stands for any key
 * @param form what its value looks like
 * @param fallback what holds without it; {@link #REQUIRED} if it must be there
 * @param meaning one sentence or two
 */
public record Key(String path, String form, Optional<String> fallback, String meaning) {
  /** The fallback of a key that must be there. */
  public static final String REQUIRED = "required";

  /** The keys of a record and of the records in it. */
  public static List<Key> of(Shape.Fields shape) {
    List<Key> keys = new ArrayList<>();
    add(shape, "", keys);
    return List.copyOf(keys);
  }

  private static void add(Shape.Fields shape, String above, List<Key> keys) {
    for (Shape.Field field : shape.keys()) {
      String path = above + field.key();
      keys.add(new Key(path, form(field.shape()), fallback(field), field.doc()));
      addInner(field.shape(), path, keys);
    }
  }

  private static void addInner(Shape shape, String path, List<Key> keys) {
    switch (shape) {
      case Shape.Fields fields -> add(fields, path + ".", keys);
      case Shape.MapOf map -> addInner(map.value(), path + ".NAME", keys);
      case Shape.ListOf list -> addInner(list.item(), path, keys);
      case Shape.Text _,
          Shape.Whole _,
          Shape.Flag _,
          Shape.Choice _,
          Shape.Parsed _,
          Shape.Hidden _,
          Shape.Tree _ -> {}
    }
  }

  private static Optional<String> fallback(Shape.Field field) {
    return field.required() ? Optional.of(REQUIRED) : field.fallback();
  }

  private static String form(Shape shape) {
    return switch (shape) {
      case Shape.Text _, Shape.Parsed _ -> "text";
      case Shape.Whole _ -> "whole number";
      case Shape.Flag _ -> "true or false";
      case Shape.Choice choice -> String.join(", ", choice.words().keySet());
      case Shape.Hidden _ -> "text (secret)";
      case Shape.ListOf list -> "list of " + forms(list.item());
      case Shape.MapOf(Shape.Tree tree) when tree.type() != Json.class -> "map";
      case Shape.MapOf map -> "map of " + forms(map.value());
      case Shape.Tree tree -> tree.type() == Json.class ? "anything" : "map";
      case Shape.Fields _ -> "map";
    };
  }

  private static String forms(Shape shape) {
    return switch (shape) {
      case Shape.Text _, Shape.Parsed _ -> "texts";
      case Shape.Whole _ -> "whole numbers";
      case Shape.Flag _, Shape.Choice _ -> form(shape);
      case Shape.Hidden _ -> "texts (secret)";
      case Shape.ListOf list -> "lists of " + forms(list.item());
      case Shape.MapOf map -> "maps of " + forms(map.value());
      case Shape.Tree tree -> tree.type() == Json.class ? "anything" : "maps";
      case Shape.Fields _ -> "maps";
    };
  }
}
