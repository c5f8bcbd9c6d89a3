package vn.khanhhoa.thecovid.intake;

import java.util.Optional;

/** Any words; what can only be Vietnamese in an old font is pointed out. */
record WordsRule() implements CellRule {
    @Override
    public Optional<CellValue> read(String text, Findings findings) {
        if (OldFontWords.reading(text).isPresent()) {
            findings.add(ProblemCode.OLD_FONT_TEXT);
        }
        return Optional.of(new CellValue.Text(text));
    }
}
