package vn.khanhhoa.thecovid.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * An opened workbook: its sheets in their order, shared texts and styles (ECMA-376 part 1, 18.2 and part 2, 9.3). Parts
 * are found by their relationships, as different writers name them differently.
 */
final class WorkbookParts {
    private static final int MOST_SHEETS = 250;
    private static final int MOST_RELATIONSHIPS = 1_000;
    private static final long MOST_RELATIONSHIP_BYTES = 4L << 20;
    private static final long MOST_TEXT_BYTES = 32L << 20;

    private record Sheet(String name, boolean hidden, String part) {}

    private record Relationship(String type, String target) {}

    private final ZipParts zip;
    private final ReadingLimits limits;
    private final List<Sheet> sheets = new ArrayList<>();
    private final SharedTexts texts;
    private final CellFormats formats;

    WorkbookParts(ZipParts zip, ReadingLimits limits) {
        this.zip = zip;
        this.limits = limits;
        if (zip.hasNameEnding("vbaproject.bin")) {
            throw new Refusal(UnreadableCode.MACROS);
        }
        String workbook = relationships("").values().stream()
                .filter(relationship -> relationship.type().endsWith("/officeDocument"))
                .map(Relationship::target)
                .findFirst()
                .orElseThrow(this::notWorkbook);
        if (!workbook.endsWith(".xml")) {
            throw new Refusal(UnreadableCode.SAVE_AS_XLSX);
        }
        Map<String, Relationship> related = relationships(workbook);
        boolean from1904 = readWorkbook(workbook, related);
        this.formats = part(related, "/styles")
                .map(xml -> CellFormats.read(xml, from1904))
                .orElseGet(() -> CellFormats.none(from1904));
        this.texts = part(related, "/sharedStrings")
                .map(xml -> SharedTexts.read(xml, limits))
                .orElseGet(SharedTexts::none);
    }

    private Refusal notWorkbook() {
        boolean openDocument = zip.has("mimetype") && zip.has("content.xml");
        return new Refusal(openDocument ? UnreadableCode.OPEN_DOCUMENT : UnreadableCode.NOT_A_SPREADSHEET);
    }

    private boolean readWorkbook(String workbook, Map<String, Relationship> related) {
        boolean from1904 = false;
        boolean spreadsheet = false;
        try (PartXml xml = open(workbook)) {
            for (PartXml.Event event = xml.next(); event != PartXml.Event.EOF; event = xml.next()) {
                if (event != PartXml.Event.START) {
                    continue;
                }
                if (xml.is("workbook")) {
                    spreadsheet = true;
                } else if (xml.is("workbookPr")) {
                    String date1904 = xml.attribute("date1904");
                    from1904 = "1".equals(date1904) || "true".equals(date1904);
                } else if (xml.is("sheet") && sheets.size() < MOST_SHEETS) {
                    addSheet(xml, related);
                }
            }
        }
        if (!spreadsheet) {
            throw new Refusal(UnreadableCode.NOT_A_SPREADSHEET);
        }
        return from1904;
    }

    private void addSheet(PartXml xml, Map<String, Relationship> related) {
        String name = Optional.ofNullable(xml.attribute("name")).orElse("");
        String state = Optional.ofNullable(xml.attribute("state")).orElse("visible");
        Relationship sheet =
                related.get(Optional.ofNullable(xml.attribute("id")).orElse(""));
        if (sheet != null && sheet.type().endsWith("/worksheet")) {
            sheets.add(new Sheet(name, !"visible".equals(state), sheet.target()));
        }
    }

    private Optional<PartXml> part(Map<String, Relationship> related, String type) {
        return related.values().stream()
                .filter(relationship -> relationship.type().endsWith(type))
                .findFirst()
                .flatMap(relationship -> zip.open(relationship.target(), MOST_TEXT_BYTES))
                .map(PartXml::new);
    }

    private PartXml open(String part) {
        return new PartXml(zip.open(part).orElseThrow(() -> new Refusal(UnreadableCode.DAMAGED)));
    }

    /** By id; those of the package itself for an empty name. Targets outside the package are left out. */
    private Map<String, Relationship> relationships(String part) {
        int slash = part.lastIndexOf('/');
        String folder = part.substring(0, slash + 1);
        Map<String, Relationship> byId = new HashMap<>();
        zip.open(folder + "_rels/" + part.substring(slash + 1) + ".rels", MOST_RELATIONSHIP_BYTES)
                .map(PartXml::new)
                .ifPresent(rels -> {
                    try (PartXml xml = rels) {
                        while (xml.findStart("Relationship") && byId.size() < MOST_RELATIONSHIPS) {
                            String id = xml.attribute("Id");
                            String type = xml.attribute("Type");
                            String target = xml.attribute("Target");
                            if (id != null && type != null && target != null && xml.attribute("TargetMode") == null) {
                                byId.put(id, new Relationship(type, resolve(folder, target)));
                            }
                        }
                    }
                });
        return byId;
    }

    private static String resolve(String folder, String target) {
        if (target.startsWith("/")) {
            return target.substring(1);
        }
        String base = folder;
        String path = target;
        while (path.startsWith("./") || path.startsWith("../")) {
            boolean up = path.startsWith("../");
            path = path.substring(up ? 3 : 2);
            base = !up ? base : base.substring(0, base.lastIndexOf('/', Math.max(0, base.length() - 2)) + 1);
        }
        return base + path;
    }

    List<ListTable> tables() {
        return sheets.stream().<ListTable>map(Table::new).toList();
    }

    private final class Table implements ListTable {
        private final Sheet sheet;

        Table(Sheet sheet) {
            this.sheet = sheet;
        }

        @Override
        public String name() {
            return sheet.name();
        }

        @Override
        public boolean hidden() {
            return sheet.hidden();
        }

        @Override
        public void forEach(Predicate<RawRow> taker) {
            try (SheetCells cells = new SheetCells(open(sheet.part()), texts, formats, limits)) {
                cells.forEach(taker);
            }
        }
    }
}
