package vn.khanhhoa.thecovid.stafflist.intake;

/**
 * The template code and version that a downloaded workbook carries in a hidden sheet: B1 holds the code, B2 the version.
 * A workbook without the sheet was made by other means and is judged by its headings alone.
 */
final class TemplateMark {
    static final String SHEET = "_meta";
    private static final int VALUE_COLUMN = 1;

    private String code = "";
    private String version = "";

    static void check(WorkbookParts workbook, FormDefinition form) {
        for (WorkbookParts.Sheet sheet : workbook.sheets()) {
            if (sheet.name().equals(SHEET)) {
                TemplateMark mark = new TemplateMark();
                try (SheetCells cells = workbook.cells(sheet)) {
                    cells.forEach(mark::take);
                }
                mark.compare(form);
                return;
            }
        }
    }

    private boolean take(RawRow row) {
        if (row.number() == 1) {
            code = row.text(VALUE_COLUMN);
        } else if (row.number() == 2) {
            version = row.text(VALUE_COLUMN);
        }
        return row.number() < 2;
    }

    private void compare(FormDefinition form) {
        if (!code.equals(form.code())) {
            throw new Refusal(UnreadableCode.WRONG_TEMPLATE, code, form.code());
        }
        if (!version.equals(Integer.toString(form.version()))) {
            throw new Refusal(UnreadableCode.OTHER_VERSION, version, Integer.toString(form.version()), form.code());
        }
    }
}
