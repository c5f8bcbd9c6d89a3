package vn.khanhhoa.thecovid.eligibility.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.eligibility.Matching;
import vn.khanhhoa.thecovid.eligibility.SourceKeeping;
import vn.khanhhoa.thecovid.eligibility.SourceView;
import vn.khanhhoa.thecovid.eligibility.TieView;
import vn.khanhhoa.thecovid.person.Grade;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Paging;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Both sides beside each other: whom the records of a source are about, and people of the portal. */
@Named
@RequestScoped
public class MatchingPage {
    private static final int PAGE = 20;
    private static final String ADDRESS = "/health-data/matching?id=";

    /** A part of the desk with how much is in it. */
    public record PartLink(Matching.Part part, int count, boolean chosen, String path) {}

    /** One field of both sides. @param tone of the words that say in what they agree */
    public record Line(String label, String given, String person, String tone, String words) {}

    @Inject
    private Matching desk;

    @Inject
    private SourceKeeping keeping;

    @Inject
    private Parameters parameters;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageMessages messages;

    @Inject
    private Language language;

    @Inject
    private TieWords words;

    private @Nullable SourceView source;
    private Matching.Part part = Matching.Part.OPEN;
    private Optional<Grade> grade = Optional.empty();
    private List<PartLink> parts = List.of();
    private Paging paging = Paging.of(1, PAGE, 0, Map.of());
    private @Nullable List<TieView> ties;

    @PostConstruct
    void read() {
        PublicId id = parameters.id("id");
        source = keeping.source(actor.get(), id);
        part = chosen(Matching.Part.values(), "part").orElse(Matching.Part.OPEN);
        grade = part == Matching.Part.OPEN
                ? chosen(Grade.values(), "grade").filter(Grade::isQuestion)
                : Optional.empty();
        parts = Arrays.stream(Matching.Part.values())
                .map(each -> new PartLink(
                        each, desk.count(actor.get(), id, each, Optional.empty()), each == part, path(id, each, "")))
                .toList();
        long total = grade.isPresent()
                ? desk.count(actor.get(), id, part, grade)
                : parts.get(Arrays.asList(Matching.Part.values()).indexOf(part)).count();
        paging = Paging.of(
                parameters.page(), PAGE, total, Map.of("id", id.toString(), "part", code(part), "grade", getGrade()));
    }

    private <T extends Enum<T>> Optional<T> chosen(T[] values, String parameter) {
        String asked = parameters.text(parameter);
        return Arrays.stream(values).filter(each -> code(each).equals(asked)).findFirst();
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String path(PublicId source, Matching.Part part, String grade) {
        return ADDRESS + source + "&part=" + code(part) + (grade.isEmpty() ? "" : "&grade=" + grade);
    }

    public void load() {
        getSource();
    }

    public SourceView getSource() {
        return Objects.requireNonNull(source);
    }

    public String getPart() {
        return code(part);
    }

    public boolean isAsking() {
        return part == Matching.Part.OPEN;
    }

    public boolean isConflict() {
        return part == Matching.Part.CONFLICT;
    }

    public List<PartLink> getParts() {
        return parts;
    }

    public String name(PartLink link) {
        return language.text("eligibility.matching.part." + code(link.part()));
    }

    /** Of the part that is shown. */
    public String getTitle() {
        return language.text("eligibility.matching.title." + code(part));
    }

    /** Empty for all. */
    public String getGrade() {
        return grade.map(MatchingPage::code).orElse("");
    }

    public String getEmptyText() {
        return language.text("eligibility.matching.none." + code(part));
    }

    public Paging getPaging() {
        return paging;
    }

    public List<TieView> getTies() {
        List<TieView> known = ties;
        if (known == null) {
            known = desk.list(actor.get(), getSource().publicId(), part, grade, paging.first(), PAGE);
            ties = known;
        }
        return known;
    }

    public String grade(TieView tie) {
        return language.text("eligibility.grade." + code(tie.grade()));
    }

    /** The same fields of both, each with what agrees or differs. */
    public List<Line> lines(TieView tie) {
        TieView.Who given = tie.given();
        TieView.Who person = tie.person();
        List<Line> lines = new ArrayList<>();
        lines.add(line("name", given.name(), person.name(), tie.likeness().name()));
        lines.add(line(
                "birth",
                words.birth(given.birth()),
                words.birth(person.birth()),
                tie.likeness().birth()));
        lines.add(line(
                "document",
                words.document(given),
                words.document(person),
                tie.likeness().document()));
        lines.add(line(
                "phone",
                words.masked(given.phoneEnd()),
                words.masked(person.phoneEnd()),
                tie.likeness().phone()));
        if (tie.grade() != Grade.X) {
            lines.add(line(
                    "commune", given.commune(), person.commune(), tie.likeness().commune()));
        }
        lines.add(new Line(
                language.text("eligibility.likeness.sex"),
                words.sex(given.sex()),
                words.sex(person.sex()),
                "neutral",
                ""));
        return lines;
    }

    private Line line(String field, String given, String person, Enum<?> likeness) {
        String value = code(likeness);
        String tone = switch (value) {
            case "same", "exact", "alike", "date" -> "good";
            case "other" -> "bad";
            case "missing" -> "neutral";
            default -> "warn";
        };
        return new Line(
                language.text("eligibility.likeness." + field),
                given,
                person,
                tone,
                language.text("eligibility.likeness." + field + "." + value));
    }

    /** What was told, when, where, and by which row. */
    public String record(TieView.Record record) {
        return words.record(record);
    }

    /** As it was typed. */
    public String note(TieView tie) {
        return parameters.text("note:" + tie.id());
    }

    public void same() {
        PublicId id = parameters.id("form:same");
        go(desk.same(actor.get(), id, parameters.text("note:" + id)), "eligibility.matching.tied");
    }

    public void apart() {
        go(desk.apart(actor.get(), parameters.id("form:apart")), "eligibility.matching.kept-apart");
    }

    public void undo() {
        desk.undo(actor.get(), parameters.id("form:undo"));
        messages.success("eligibility.matching.undone");
        messages.go(path(getSource().publicId(), part, getGrade()));
    }

    /** To the same part with what is left, and a way to undo what was done. */
    private void go(PublicId decision, String said) {
        messages.success(said);
        messages.go(path(getSource().publicId(), part, getGrade()) + "&last=" + decision);
    }

    /** What was decided last on this page, to be undone; empty for nothing. */
    public String getLast() {
        return PublicId.parse(parameters.text("last")).map(PublicId::toString).orElse("");
    }
}
