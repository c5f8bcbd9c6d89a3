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
 */
@JsonbPropertyOrder({"code", "workplace", "people", "headcount", "detail"})
public record WarningJson(String code, String workplace, int people, int headcount, String detail) {
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
}
