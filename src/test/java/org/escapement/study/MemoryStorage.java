package org.escapement.study;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.escapement.simulate.Chunk;
import org.escapement.simulate.ExitRows;

/** Keeps everything in memory: for tests of what runs above storage. */
final class MemoryStorage implements Storage, Ledger, ExitStore {
  final List<Outcome> rows = new ArrayList<>();
  final transient Map<String, ExitRows> exits = new ConcurrentHashMap<>();
  final List<Table> published = new ArrayList<>();

  @Override
  public Ledger ledger() {
    return this;
  }

  @Override
  public ExitStore exits() {
    return this;
  }

  @Override
  public Optional<List<Table>> finished(Study study) {
    return Optional.empty();
  }

  @Override
  public void forget(Study study) {
    rows.clear();
  }

  @Override
  public String writeExits(Study study, List<List<Chunk>> chunks) {
    return "";
  }

  @Override
  public void publish(Study study, List<Table> tables) {
    published.addAll(tables);
  }

  @Override
  public void read(Collection<Cell> cells, Consumer<Outcome> row) {
    List<String> cellKeys = cells.stream().map(Cell::key).toList();
    List.copyOf(rows).stream().filter(o -> cellKeys.contains(o.cellKey())).forEach(row);
  }

  @Override
  public void append(Collection<Outcome> finished) {
    rows.addAll(finished);
  }

  @Override
  public void write(String cellKey, Chunk chunk, ExitRows kept) {
    exits.put(cellKey + chunk.first() + "-" + chunk.trajectories(), kept);
  }

  @Override
  public ExitRows read(String cellKey, Chunk chunk) {
    return exits.get(cellKey + chunk.first() + "-" + chunk.trajectories());
  }
}
