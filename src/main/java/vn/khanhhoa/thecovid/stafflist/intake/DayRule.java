package vn.khanhhoa.thecovid.stafflist.intake;

import java.util.Optional;

/** A day of the calendar, dd/MM/yyyy. */
final class DayRule implements CellRule {
    @Override
    public Optional<CellValue> read(String text, Findings findings) {
        Optional<CellValue> day =
                DateParts.parse(text).flatMap(DateParts::toDay).map(CellValue.Day::new);
        if (day.isEmpty()) {
            findings.add(ProblemCode.DATE_INVALID);
        }
        return day;
    }
}
