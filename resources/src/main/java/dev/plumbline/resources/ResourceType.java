package dev.plumbline.resources;

import dev.plumbline.resources.codec.SpecCodec;
import java.util.function.Function;

/**
 * One kind of resource: its names, its spec and how to make the code that runs on a node.
 *
 * @param plural the key in the inventory and the folder of the type, for example {@code packages}
 * @param singular the printed name, for example {@code package}
 * @param cardinality whether a node has one or many of the kind
 * @param schemaVersion counts incompatible changes of the spec, from 1
 * @param codec reads and writes specs of the kind
 * @param factory makes the code that observes and changes a node; called in the agent only
 */
public record ResourceType<S extends Record & Spec>(
    String plural,
    String singular,
    Cardinality cardinality,
    int schemaVersion,
    SpecCodec<S> codec,
    Function<Ports, Resource<S, ?>> factory) {

  /** How many resources of a kind a node has. */
  public enum Cardinality {
    /** {@code hostname: worker1} or {@code swarm: {…}}. */
    ONE,
    /** {@code users: {mpihpc: {…}}} or {@code packages: [a, {name: b, …}]}. */
    MANY
  }

  /** A kind of which a node has one resource; its plural and singular are the same word. */
  public static <S extends Record & Spec> ResourceType<S> one(
      String name, Class<S> spec, Function<Ports, Resource<S, ?>> factory) {
    return new ResourceType<>(name, name, Cardinality.ONE, 1, SpecCodec.of(spec), factory);
  }

  /** A kind of which a node has many resources, told apart by name. */
  public static <S extends Record & Spec> ResourceType<S> many(
      String plural, String singular, Class<S> spec, Function<Ports, Resource<S, ?>> factory) {
    return new ResourceType<>(plural, singular, Cardinality.MANY, 1, SpecCodec.of(spec), factory);
  }

  /** The id of a resource of this kind. */
  public ResourceId id(String name) {
    return new ResourceId(singular, name);
  }
}
