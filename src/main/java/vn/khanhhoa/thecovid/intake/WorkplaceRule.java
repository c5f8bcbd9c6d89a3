package vn.khanhhoa.thecovid.intake;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A workplace of the organisation, by its name. */
record WorkplaceRule(ChoiceIndex workplaces) implements CellRule {
    @Override
    public Optional<CellValue> read(String text, Findings findings) {
        ChoiceIndex.Match match = workplaces.find(text);
        if (match.choices().size() == 1 && !match.byCode()) {
            return Optional.of(new CellValue.Coded(match.choices().get(0).code()));
        }
        List<Choice> alike = match.choices().size() > 1 ? List.of() : workplaces.namedPlainly(text);
        if (!alike.isEmpty()) {
            findings.add(
                    ProblemCode.WORKPLACE_ALIKE,
                    alike.stream().map(Choice::fullName).collect(Collectors.joining("; ")));
        } else {
            findings.add(match.choices().size() > 1 ? ProblemCode.WORKPLACE_AMBIGUOUS : ProblemCode.WORKPLACE_UNKNOWN);
        }
        return Optional.empty();
    }

    /** A name without any mark of the only workplace that it can be. */
    @Override
    public Optional<Mending> mend(String text, @Nullable CellHint hint) {
        List<Choice> alike = CellText.isAscii(text) ? workplaces.namedPlainly(text) : List.of();
        return alike.size() == 1
                ? Optional.of(
                        new Mending(RepairKind.WORKPLACE_NAME, alike.get(0).fullName()))
                : Optional.empty();
    }
}
