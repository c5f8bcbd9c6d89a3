package vn.khanhhoa.thecovid.intake;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A day of the calendar, dd/MM/yyyy. */
record DayRule(ColumnBounds bounds, LocalDate today) implements CellRule {
    @Override
    public Optional<CellValue> read(String text, Findings findings) {
        Optional<LocalDate> day = DateParts.parse(text).flatMap(DateParts::toDay);
        if (day.isEmpty()) {
            findings.add(ProblemCode.DATE_INVALID);
        }
        return day.filter(known -> bounds.check(known, today, findings)).map(CellValue.Day::new);
    }

    @Override
    public Optional<Mending> mend(String text, @Nullable CellHint hint) {
        return DateParts.parse(text)
                .flatMap(DateParts::turned)
                .flatMap(DateParts::toDay)
                .map(day -> new Mending(RepairKind.DAY_AND_MONTH_TURNED, CellFormats.text(day)));
    }
}
