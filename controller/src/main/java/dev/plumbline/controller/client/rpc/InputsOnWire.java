package dev.plumbline.controller.client.rpc;

import com.google.protobuf.UnsafeByteOperations;
import dev.plumbline.inventory.input.Input;
import dev.plumbline.inventory.input.Reading;
import java.util.ArrayList;
import java.util.List;

/** Encodes and decodes what an inventory is made of. */
final class InputsOnWire {
  private InputsOnWire() {}

  static List<dev.plumbline.proto.v1.Input> encode(List<Reading> readings) {
    List<dev.plumbline.proto.v1.Input> inputs = new ArrayList<>();
    for (Reading reading : readings) {
      inputs.add(
          dev.plumbline.proto.v1.Input.newBuilder()
              .setKind(kind(reading.input().kind()))
              .setName(reading.input().name())
              .setState(UnsafeByteOperations.unsafeWrap(reading.state()))
              .build());
    }
    return inputs;
  }

  private static dev.plumbline.proto.v1.Input.Kind kind(Input.Kind kind) {
    return switch (kind) {
      case INVENTORY -> dev.plumbline.proto.v1.Input.Kind.INVENTORY;
      case HOME -> dev.plumbline.proto.v1.Input.Kind.HOME;
      case VARIABLE -> dev.plumbline.proto.v1.Input.Kind.VARIABLE;
      case FILE -> dev.plumbline.proto.v1.Input.Kind.FILE;
      case ACCESS -> dev.plumbline.proto.v1.Input.Kind.ACCESS;
    };
  }

  /** Empty if this build does not know one of them. */
  static List<Input> decode(List<dev.plumbline.proto.v1.Input> inputs) {
    List<Input> decoded = new ArrayList<>();
    for (dev.plumbline.proto.v1.Input input : inputs) {
      switch (input.getKind()) {
        case INVENTORY -> decoded.add(new Input(Input.Kind.INVENTORY, input.getName()));
        case HOME -> decoded.add(new Input(Input.Kind.HOME, input.getName()));
        case VARIABLE -> decoded.add(new Input(Input.Kind.VARIABLE, input.getName()));
        case FILE -> decoded.add(new Input(Input.Kind.FILE, input.getName()));
        case ACCESS -> decoded.add(new Input(Input.Kind.ACCESS, input.getName()));
        case UNKNOWN, UNRECOGNIZED -> {
          return List.of();
        }
      }
    }
    return decoded;
  }
}
