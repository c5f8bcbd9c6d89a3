package vn.khanhhoa.thecovid.stafflist.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.khanhhoa.thecovid.intake.FormAbout;
import vn.khanhhoa.thecovid.intake.FormColumn;
import vn.khanhhoa.thecovid.intake.FormDifference;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.registry.Catalogue;

/** Columns of forms in words. */
@Named
@RequestScoped
public class FormWords {
    @Inject
    private Language language;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Clock clock;

    /** What is special about a column, in one line. */
    public String marks(FormColumn column) {
        return Stream.of(
                        column.required() ? language.text("forms.required") : "",
                        column.scope() == FormColumn.Scope.LIST ? language.text("forms.of-list-mark") : "",
                        column.health() ? language.text("forms.self-declared") : "",
                        column.active() ? "" : language.text("forms.active-no"))
                .filter(mark -> !mark.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    public String type(FormColumn column) {
        return language.text("forms.type." + column.type());
    }

    /** What can be chosen, or what bounds a number or day has. */
    public String values(FormColumn column) {
        return column.values().isEmpty()
                ? column.valueList().contains("..") ? column.valueList() : ""
                : column.values().stream()
                        .map(value -> language.of(value.labelVi(), value.labelEn()))
                        .collect(Collectors.joining(" · "));
    }

    public String note(FormColumn column) {
        return language.of(column.noteVi(), column.noteEn());
    }

    public String label(FormColumn column) {
        return language.of(column.labelVi(), column.labelEn());
    }

    /** Names of the types of organisation that the form is for; all where it names none. */
    public String types(FormAbout about) {
        return catalogue.organisationTypes(LocalDate.now(clock)).stream()
                .filter(type -> about.isFor(type.code()))
                .map(type -> language.of(type.nameVi(), type.nameEn()))
                .collect(Collectors.joining("; "));
    }

    /** "Tên cột: từ “A” thành “B”", one for each change. */
    public List<String> sentences(FormDifference difference) {
        return difference.changes().stream()
                .map(change -> language.text(change.aspect().key()) + ": "
                        + language.text(
                                "forms.changed-from",
                                word(change.aspect(), change.before()),
                                word(change.aspect(), change.after())))
                .toList();
    }

    private String word(FormDifference.Aspect aspect, String value) {
        if (value.isEmpty()) {
            return language.text("forms.empty");
        }
        return switch (aspect) {
            case TYPE -> language.text("forms.type." + value);
            case SCOPE -> language.text("forms.scope." + value);
            case VALUES -> value.equals("@" + FormColumn.WORKERS) ? language.text("forms.workers") : value;
            case REQUIRED, HEALTH -> language.text(Boolean.parseBoolean(value) ? "forms.yes" : "forms.no");
            default -> value;
        };
    }
}
