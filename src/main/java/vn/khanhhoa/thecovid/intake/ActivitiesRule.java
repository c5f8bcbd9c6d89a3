package vn.khanhhoa.thecovid.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Activities between semicolons, each by code, name or both. A comma separates as well, but only where the text around
 * it is no name, as names have commas too.
 */
record ActivitiesRule(ChoiceIndex activities) implements CellRule {
    /** As many as a card holds. */
    static final int MOST = 16;

    @Override
    public Optional<CellValue> read(String text, Findings findings) {
        List<String> codes = new ArrayList<>();
        boolean unknown = false;
        int place = 0;
        for (String part : split(text, ';')) {
            List<String> pieces = known(part).isPresent() ? List.of(part) : split(part, ',');
            for (String piece : pieces) {
                place++;
                Optional<Choice> choice = known(piece);
                if (choice.isEmpty()) {
                    unknown = true;
                    findings.add(ProblemCode.ACTIVITY_UNKNOWN, place);
                } else if (!codes.contains(choice.get().code())) {
                    codes.add(choice.get().code());
                }
            }
        }
        if (codes.isEmpty() && !unknown) {
            findings.add(ProblemCode.ACTIVITY_UNKNOWN, 1);
        }
        boolean tooMany = codes.size() > MOST;
        if (tooMany) {
            findings.add(ProblemCode.TOO_MANY_ACTIVITIES, codes.size(), MOST);
        }
        return unknown || tooMany || codes.isEmpty() ? Optional.empty() : Optional.of(new CellValue.Codes(codes));
    }

    private Optional<Choice> known(String text) {
        ChoiceIndex.Match match = activities.find(text);
        return match.choices().size() == 1 && match.nameAgrees()
                ? Optional.of(match.choices().get(0))
                : Optional.empty();
    }

    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == separator) {
                String part = text.substring(from, i).strip();
                if (!part.isEmpty()) {
                    parts.add(part);
                }
                from = i + 1;
            }
        }
        return parts;
    }
}
