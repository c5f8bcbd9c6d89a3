package vn.khanhhoa.thecovid.citizen.web;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.platform.web.DayText;
import vn.khanhhoa.thecovid.platform.web.Formats;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.IndividualCheck;
import vn.khanhhoa.thecovid.stafflist.IndividualEntries;
import vn.khanhhoa.thecovid.stafflist.IndividualField;
import vn.khanhhoa.thecovid.stafflist.IndividualField.Kind;

/** The fields of form M10 on a page, in the order of the form: what must be filled in first, the rest below. */
public abstract class PersonalForm {
    private static final int LONGEST = 200;
    private static final Set<String> ASKED_EARLY = Set.of("phone", "residential_group");

    /** Sentences made for spreadsheets, which say it otherwise to a person before a form. */
    private static final Set<String> OTHERWISE = Set.of(
            "area-unknown",
            "identity-zero-lost",
            "phone-zero-lost",
            "insurance-zero-lost",
            "scientific-notation",
            "birth-date-too-old",
            "activity-unknown",
            "letters-lost");

    private static final String MISSING = "intake.required-missing";

    @Inject
    private IndividualEntries individuals;

    @Inject
    private Language language;

    @Inject
    private PageMessages messages;

    @Inject
    private Formats formats;

    private final Map<String, String> typed = new HashMap<>();
    private List<String> activities = new ArrayList<>();
    private @Nullable List<IndividualField> fields;

    private List<IndividualField> all() {
        List<IndividualField> known = fields;
        if (known == null) {
            known = individuals.fields();
            fields = known;
        }
        return known;
    }

    public List<IndividualField> getFields() {
        return all().stream().filter(PersonalForm::isEarly).toList();
    }

    public List<IndividualField> getMoreFields() {
        return all().stream().filter(field -> !isEarly(field)).toList();
    }

    private static boolean isEarly(IndividualField field) {
        return field.required() || ASKED_EARLY.contains(field.key());
    }

    public String label(IndividualField field) {
        return switch (field.kind()) {
            case COMMUNE -> language.text("citizen.individual.residence");
            case ACTIVITIES -> language.text("citizen.individual.activities");
            default -> language.of(field.labelVi(), field.labelEn());
        };
    }

    public String hint(IndividualField field) {
        return switch (field.kind()) {
            case COMMUNE -> language.text("citizen.individual.residence.hint");
            case ACTIVITIES -> language.text("citizen.individual.activities.hint");
            case ONE_OF -> "";
            case DAY -> language.text("platform.day-hint", formats.today());
            default -> field.noteEn().equals("Optional") ? "" : language.of(field.noteVi(), field.noteEn());
        };
    }

    public String optionLabel(IndividualField.Option option) {
        return language.of(option.labelVi(), option.labelEn());
    }

    /** For phones, which then show the right keys and fill in what they know. */
    public String autocomplete(IndividualField field) {
        return switch (field.kind()) {
            case NAME -> "name";
            case PHONE -> "tel";
            default -> field.key().equals("address") ? "street-address" : "off";
        };
    }

    /** Not to be kept in the browser when a session ends. */
    public boolean isPersonal(IndividualField field) {
        return field.kind() == Kind.PHONE || field.kind() == Kind.NUMBER;
    }

    public String inputMode(IndividualField field) {
        return field.kind() == Kind.PHONE ? "tel" : "text";
    }

    public Map<String, String> getTyped() {
        return typed;
    }

    public List<String> getActivities() {
        return activities;
    }

    public void setActivities(@Nullable List<String> activities) {
        this.activities = activities == null ? new ArrayList<>() : new ArrayList<>(activities);
    }

    void fill(Map<String, String> cells) {
        for (IndividualField field : all()) {
            String text = cells.getOrDefault(field.key(), "");
            switch (field.kind()) {
                case ACTIVITIES ->
                    activities = new ArrayList<>(Arrays.stream(text.split("[;\\s]+", -1))
                            .filter(code -> !code.isEmpty())
                            .toList());
                default -> typed.put(field.key(), text);
            }
        }
    }

    /** What was typed, as a line of a list has it; kept in the session until it is sent, so that each text has a bound. */
    Map<String, String> cells() {
        Map<String, String> cells = new LinkedHashMap<>();
        for (IndividualField field : all()) {
            String text = typed.getOrDefault(field.key(), "");
            int longest = Math.max(LONGEST, field.maxLength());
            if (text != null && text.length() > longest) {
                throw new RuleViolation("citizen.individual.too-long", label(field), longest);
            }
            switch (field.kind()) {
                case DAY ->
                    cells.put(
                            field.key(),
                            DayText.read(text == null ? "" : text)
                                    .map(DayText::of)
                                    .orElse(text == null ? "" : text.strip()));
                case ACTIVITIES -> cells.put(field.key(), String.join("; ", new TreeSet<>(activities)));
                default -> cells.put(field.key(), text == null ? "" : text.strip());
            }
        }
        return cells;
    }

    /** Each problem at its field. */
    void tell(IndividualCheck check) {
        check.errors().forEach(problem -> {
            if (problem.field().isEmpty()) {
                messages.error(key(problem), problem.args());
            } else if (problem.key().equals(MISSING)) {
                messages.errorAt(
                        "form:" + problem.field(),
                        "citizen.problem.required-missing",
                        label(problem.field()).replaceFirst("[?]$", ""));
            } else {
                messages.errorAt("form:" + problem.field(), key(problem), problem.args());
            }
        });
    }

    private String label(String key) {
        return all().stream()
                .filter(field -> field.key().equals(key))
                .findFirst()
                .map(this::label)
                .orElse("");
    }

    private static String key(IndividualCheck.Problem problem) {
        String code = problem.key().substring(problem.key().indexOf('.') + 1);
        return OTHERWISE.contains(code) ? "citizen.problem." + code : problem.key();
    }

    public String sentence(IndividualCheck.Problem problem) {
        return language.text(key(problem), problem.args());
    }

    public String text(IndividualCheck.Answer answer) {
        return language.of(answer.textVi(), answer.textEn());
    }

    public String answerLabel(IndividualCheck.Answer answer) {
        return all().stream()
                .filter(field -> field.key().equals(answer.key()))
                .findFirst()
                .map(this::label)
                .orElse(answer.labelVi());
    }

    IndividualEntries individuals() {
        return individuals;
    }

    PageMessages messages() {
        return messages;
    }

    /** Who it is for and from when to when, to know the same again. */
    static String person(Map<String, String> cells) {
        return String.join(
                "|",
                Stream.of("document_number", "residence", "valid_from", "valid_to")
                        .map(key -> cells.getOrDefault(key, ""))
                        .toList());
    }
}
