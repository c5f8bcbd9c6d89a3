package vn.khanhhoa.thecovid.intake;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A workbook in the XML of Excel 2003, which programs write because it needs no library. One sheet of it. */
final class XmlSpreadsheet implements ListTable {
    private static final int MOST_SHEETS = 250;
    private static final int LAST_ROW = 1_048_576;

    private final byte[] file;
    private final ReadingLimits limits;
    private final int number;
    private final String name;
    private final boolean hidden;
    private final XmlText text;

    private XmlSpreadsheet(byte[] file, ReadingLimits limits, int number, String name, boolean hidden) {
        this.file = file;
        this.limits = limits;
        this.number = number;
        this.name = name;
        this.hidden = hidden;
        this.text = new XmlText(limits.cellLength() + 1);
    }

    static List<ListTable> tables(byte[] file, ReadingLimits limits) {
        List<String> names = new ArrayList<>();
        List<Boolean> shown = new ArrayList<>();
        try (PartXml xml = open(file)) {
            XmlText visible = new XmlText(20);
            for (PartXml.Event event = xml.next(); event != PartXml.Event.EOF; event = xml.next()) {
                if (event != PartXml.Event.START) {
                    continue;
                }
                if (xml.is("Worksheet") && names.size() < MOST_SHEETS) {
                    String sheet = xml.attribute("Name");
                    names.add(sheet == null ? "" : sheet);
                    shown.add(true);
                } else if (xml.is("Visible") && !shown.isEmpty()) {
                    visible.clear();
                    xml.text(visible);
                    shown.set(
                            shown.size() - 1,
                            visible.isEmpty() || !visible.take().contains("Hidden"));
                }
            }
        }
        List<ListTable> tables = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            tables.add(new XmlSpreadsheet(file, limits, i, names.get(i), !shown.get(i)));
        }
        return tables;
    }

    private static PartXml open(byte[] file) {
        return new PartXml(new ByteArrayInputStream(file));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean hidden() {
        return hidden;
    }

    @Override
    public void forEach(Predicate<RawRow> taker) {
        try (PartXml xml = open(file)) {
            for (int i = 0; i <= number; i++) {
                if (!xml.findStart("Worksheet")) {
                    throw new Refusal(UnreadableCode.DAMAGED);
                }
            }
            readRows(xml, taker);
        }
    }

    private void readRows(PartXml xml, Predicate<RawRow> taker) {
        RawRow row = new RawRow(limits.columns());
        int at = 0;
        for (PartXml.Event event = xml.next(); event != PartXml.Event.EOF; event = xml.next()) {
            boolean start = event == PartXml.Event.START;
            if (!start && xml.is("Worksheet")) {
                return;
            }
            if (start && xml.is("Row")) {
                at = position(xml.attribute("Index"), at + 1, LAST_ROW);
                row.begin(at, "1".equals(xml.attribute("Hidden")));
                String span = xml.attribute("Span");
                readCells(xml, row);
                if (!taker.test(row)) {
                    return;
                }
                at = span == null ? at : Math.min(LAST_ROW, at + position(span, 0, LAST_ROW));
            }
        }
    }

    private void readCells(PartXml xml, RawRow row) {
        int column = 0;
        while (true) {
            switch (xml.next()) {
                case START -> {
                    if (xml.is("Cell")) {
                        column = position(xml.attribute("Index"), column + 1, LAST_ROW);
                        String across = xml.attribute("MergeAcross");
                        readCell(xml, row, column - 1);
                        column += across == null ? 0 : position(across, 0, limits.columns());
                    }
                }
                case END -> {
                    if (xml.is("Row")) {
                        return;
                    }
                }
                case EOF -> throw new Refusal(UnreadableCode.DAMAGED);
            }
        }
    }

    private static int position(@Nullable String given, int counted, int most) {
        if (given == null) {
            return Math.min(counted, most);
        }
        if (!CellText.isDigits(given) || given.length() > 7) {
            throw new Refusal(UnreadableCode.DAMAGED);
        }
        int position = Integer.parseInt(given);
        if (position < counted || position > most) {
            throw new Refusal(UnreadableCode.DAMAGED);
        }
        return position;
    }

    /** Rich text stands as elements of HTML inside the data. */
    private void readCell(PartXml xml, RawRow row, int column) {
        String type = null;
        boolean inside = false;
        text.clear();
        while (true) {
            switch (xml.next()) {
                case START -> {
                    if (xml.is("Data")) {
                        type = xml.attribute("Type");
                        inside = true;
                    }
                    if (inside) {
                        xml.text(text);
                    }
                }
                case END -> {
                    if (xml.is("Cell")) {
                        set(row, column, type);
                        return;
                    }
                    inside &= !xml.is("Data");
                    if (inside) {
                        xml.text(text);
                    }
                }
                case EOF -> throw new Refusal(UnreadableCode.DAMAGED);
            }
        }
    }

    private void set(RawRow row, int column, @Nullable String type) {
        if (text.isEmpty()) {
            return;
        }
        String taken = text.take();
        CellHint hint = null;
        if ("Number".equals(type)) {
            taken = CellFormats.number(taken);
            hint = CellHint.NUMBER;
        } else if ("DateTime".equals(type)) {
            String day = CellFormats.isoDay(taken);
            hint = day.equals(taken) ? null : CellFormats.hintOfDay(day);
            taken = day;
        } else if ("Error".equals(type)) {
            row.fault(column, ProblemCode.FORMULA_ERROR);
        }
        if (text.isCut() || taken.length() > limits.cellLength()) {
            row.fault(column, ProblemCode.CELL_TOO_LONG);
            taken = taken.substring(0, Math.min(taken.length(), limits.cellLength()));
        }
        row.set(column, taken, hint, null);
    }
}
