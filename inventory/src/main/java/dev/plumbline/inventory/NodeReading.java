package dev.plumbline.inventory;

import dev.plumbline.inventory.connect.Connect;
import dev.plumbline.inventory.document.Outline.NodeOutline;
import dev.plumbline.inventory.merge.Setting;
import dev.plumbline.inventory.state.StateEntry;
import dev.plumbline.resources.value.Value;
import java.util.List;
import java.util.Optional;

/**
 * What was read of one node alone, before the others are looked at.
 *
 * @param stateSettings what its layers set, with references filled in
 * @param connectSettings what its layers set, with references filled in
 * @param connect empty if something is wrong with it
 */
record NodeReading(
    NodeOutline outline,
    List<Setting> stateSettings,
    List<Setting> connectSettings,
    Optional<Connect> connect,
    Value.Mapping state,
    List<StateEntry> entries) {}
