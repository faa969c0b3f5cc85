package dev.plumbline.inventory.schema;

import static dev.plumbline.inventory.schema.ShapeSchema.fields;
import static dev.plumbline.inventory.schema.ShapeSchema.ordered;

import dev.plumbline.inventory.job.JobDocument;
import dev.plumbline.resources.codec.SpecCodec;
import java.util.List;
import java.util.Map;

/** The JSON Schema (draft 7, which editors of YAML know) of job files. */
public final class JobSchema {
  private static final Map<String, Object> VARS =
      ordered(
          "type",
          List.of("object", "null"),
          "additionalProperties",
          ordered("type", List.of("string", "number", "boolean", "null")));

  private JobSchema() {}

  /** The schema of a job file. */
  public static String job() {
    Map<String, Object> root =
        ordered("$schema", "http://json-schema.org/draft-07/schema#", "title", "Plumbline job");
    root.putAll(fields(SpecCodec.of(JobDocument.class).shape(), Map.of("vars", VARS), Map.of()));
    root.put("type", "object");
    root.put("required", List.of("job", "kind"));
    return PrettyJson.write(root);
  }
}
