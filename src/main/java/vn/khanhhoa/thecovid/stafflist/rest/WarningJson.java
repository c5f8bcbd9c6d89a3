package vn.khanhhoa.thecovid.stafflist.rest;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import java.util.Locale;
import vn.khanhhoa.thecovid.platform.Texts;
import vn.khanhhoa.thecovid.stafflist.ListWarning;

/**
 * What is to be said of a list as a whole, and holds nothing up.
 *
 * @param workplace name; empty for the organisation as a whole
 * @param headcount that was declared, of the staff or of the guests of an event
 */
@JsonbPropertyOrder({"code", "workplace", "people", "headcount", "detail"})
public record WarningJson(String code, String workplace, int people, long headcount, String detail) {
    static List<WarningJson> of(List<ListWarning> warnings, Locale language) {
        return warnings.stream()
                .map(warning -> new WarningJson(
                        warning.key(),
                        warning.workplace(),
                        warning.people(),
                        warning.headcount(),
                        Texts.get(language, warning.key(), warning.args())))
                .toList();
    }

    /** More guests than the event expects. */
    static WarningJson ofEvent(int people, long expected, Locale language) {
        String code = "forms.more-than-expected";
        return new WarningJson(code, "", people, expected, Texts.get(language, code, expected, people));
    }
}
