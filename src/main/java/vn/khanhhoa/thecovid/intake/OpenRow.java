package vn.khanhhoa.thecovid.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row while it is looked at: what it means, what is wrong with it and what was put right, as far as known by now. */
final class OpenRow {
    private final ListRow row;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, CellValue> values = new LinkedHashMap<>();
    private final Findings findings;
    private @Nullable Map<String, Repair> repairs;
    private @Nullable Map<String, String> raw;

    OpenRow(ListRow row) {
        this.row = row;
        this.findings = new Findings(row);
        for (Repair repair : row.repairs()) {
            repairs().put(repair.columnKey(), repair);
        }
    }

    int number() {
        return row.number();
    }

    /** By column key, composed; blank ones are absent. */
    Map<String, String> texts() {
        return texts;
    }

    /** @param cell as it stood in the file */
    void put(String columnKey, String cell, String text) {
        if (!text.isEmpty()) {
            texts.put(columnKey, text);
        }
        if (!text.equals(cell)) {
            raw = raw == null ? new LinkedHashMap<>() : raw;
            raw.put(columnKey, cell);
        }
    }

    private String given(String columnKey) {
        String text = texts.getOrDefault(columnKey, "");
        return raw == null ? text : raw.getOrDefault(columnKey, text);
    }

    Map<String, CellValue> values() {
        return values;
    }

    Findings findings() {
        return findings;
    }

    /** As it stood in the file. */
    String cell(int position) {
        return row.cells().get(position);
    }

    boolean isKept(String columnKey) {
        return row.kept().contains(columnKey);
    }

    /** What a text was put right to before; empty where it was not. */
    String earlier(String columnKey) {
        return row.earlier().getOrDefault(columnKey, "");
    }

    @Nullable CellHint hint(int position) {
        return row.hints().get(position);
    }

    /** The text that counts by now. */
    String text(String columnKey) {
        Repair repair = repairs == null ? null : repairs.get(columnKey);
        return repair == null ? CellText.normalise(texts.getOrDefault(columnKey, "")) : repair.repaired();
    }

    /**
     * Of several repairs of one text the last one names the kind, as those of characters come first and say least; but a
     * text of an old font stays one, and what was given is what stood in the file.
     */
    void repaired(String columnKey, RepairKind kind, String text) {
        Repair before = repairs().get(columnKey);
        boolean oldFont = before != null && before.kind() == RepairKind.OLD_FONT;
        repairs()
                .put(
                        columnKey,
                        new Repair(
                                columnKey,
                                oldFont ? RepairKind.OLD_FONT : kind,
                                before == null ? given(columnKey) : before.given(),
                                text));
    }

    private Map<String, Repair> repairs() {
        if (repairs == null) {
            repairs = new LinkedHashMap<>();
        }
        return repairs;
    }

    /** In the order in which they were made. */
    List<Repair> allRepairs() {
        return repairs == null ? List.of() : List.copyOf(repairs.values());
    }
}
