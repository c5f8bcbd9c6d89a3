package vn.khanhhoa.thecovid.intake;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A commune by its code, or by a name that only one has; codes were given new names, so both must agree. */
record AreaRule(AreaIndex areas, boolean outsideAllowed) implements CellRule {
    private static final String OUTSIDE = CellText.fold(ReferenceLists.OUTSIDE_LABEL);

    @Override
    public Optional<CellValue> read(String text, Findings findings) {
        ChoiceIndex.Match match = areas.find(text);
        if (match.choices().size() == 1 && match.nameAgrees()) {
            return Optional.of(new CellValue.Coded(match.choices().get(0).code()));
        }
        if (match.choices().isEmpty() && outsideAllowed && CellText.fold(text).startsWith(OUTSIDE)) {
            return Optional.of(new CellValue.Coded(ReferenceLists.OUTSIDE));
        }
        find(match, text, findings);
        return Optional.empty();
    }

    /** A name without any mark of the only commune that it can be, now or before. */
    @Override
    public Optional<Mending> mend(String text, @Nullable CellHint hint) {
        if (!CellText.isAscii(text)
                || !areas.find(text).choices().isEmpty()
                || areas.former(text).isPresent()
                || areas.formerAlike(text).isPresent()) {
            return Optional.empty();
        }
        List<Choice> alike = areas.alike(text);
        return alike.size() == 1
                ? Optional.of(new Mending(RepairKind.AREA_NAME, alike.get(0).label()))
                : Optional.empty();
    }

    private void find(ChoiceIndex.Match match, String text, Findings findings) {
        List<Choice> alike = match.choices().isEmpty() ? areas.alike(text) : List.of();
        Optional<FormerCommune> former = match.choices().size() > 1 ? Optional.empty() : areas.former(text);
        if (former.isEmpty() && match.choices().isEmpty() && alike.isEmpty()) {
            former = areas.formerAlike(text);
        }
        if (former.isPresent()) {
            String name = former.get().commune().fullName();
            if (former.get().successors().isEmpty()) {
                findings.add(ProblemCode.AREA_ENDED, name);
            } else {
                findings.add(
                        ProblemCode.AREA_REPLACED,
                        name,
                        AreaIndex.labels(former.get().successors()));
            }
        } else if (!alike.isEmpty()) {
            findings.add(ProblemCode.AREA_ALIKE, AreaIndex.labels(alike));
        } else if (match.choices().isEmpty()) {
            findings.add(ProblemCode.AREA_UNKNOWN);
        } else if (match.choices().size() > 1) {
            findings.add(ProblemCode.AREA_AMBIGUOUS, AreaIndex.labels(match.choices()));
        } else {
            Choice named = match.choices().get(0);
            findings.add(ProblemCode.AREA_NAME_DIFFERS, named.code(), named.fullName());
        }
    }
}
