package vn.khanhhoa.thecovid.eligibility.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.eligibility.CriteriaSetView;
import vn.khanhhoa.thecovid.eligibility.CriteriaSets;
import vn.khanhhoa.thecovid.eligibility.criteria.CodeList;
import vn.khanhhoa.thecovid.eligibility.criteria.Explanation;
import vn.khanhhoa.thecovid.eligibility.criteria.ExplanationWords;
import vn.khanhhoa.thecovid.eligibility.criteria.Fact;
import vn.khanhhoa.thecovid.eligibility.criteria.FactKind;
import vn.khanhhoa.thecovid.eligibility.criteria.RowAnswer;
import vn.khanhhoa.thecovid.platform.web.Formats;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.MomentText;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** What a set says of an example person, and why. Nothing of it is stored. */
@Named
@RequestScoped
public class CriteriaTrialPage {
    private static final int LINES = 6;

    /** A fact as it is typed. */
    public static final class Line {
        private String what = "";
        private String about = "";
        private String end = "";

        public String getWhat() {
            return what;
        }

        /** @param what nothing where nothing was chosen */
        public void setWhat(@Nullable String what) {
            this.what = Objects.requireNonNullElse(what, "");
        }

        public String getAbout() {
            return about;
        }

        public void setAbout(String about) {
            this.about = about;
        }

        public String getEnd() {
            return end;
        }

        public void setEnd(String end) {
            this.end = end;
        }
    }

    /** A row and, cell by cell, what was found. */
    public record Answer(String row, List<String> cells) {}

    @Inject
    private CriteriaSets sets;

    @Inject
    private CriteriaWords criteriaWords;

    @Inject
    private Parameters parameters;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageMessages messages;

    @Inject
    private Language language;

    @Inject
    private Formats formats;

    @Inject
    private Clock clock;

    private final List<Line> lines =
            IntStream.range(0, LINES).mapToObj(number -> new Line()).toList();
    private @Nullable CriteriaSetView set;
    private @Nullable Explanation explanation;
    private String at = "";
    private @Nullable LocalDate born;

    @PostConstruct
    void read() {
        set = sets.read(actor.get(), parameters.id("id"));
        at = formats.time(clock.instant());
    }

    public void load() {
        getSet();
    }

    public CriteriaSetView getSet() {
        CriteriaSetView known = set;
        if (known == null) {
            known = sets.read(actor.get(), parameters.id("id"));
            set = known;
        }
        return known;
    }

    public List<SelectItem> getKinds() {
        List<SelectItem> kinds = new ArrayList<>();
        kinds.add(new SelectItem("", language.text("eligibility.trial.nothing")));
        for (FactKind kind : FactKind.values()) {
            String name = language.text(
                    "eligibility.kind." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            if (kind.list().isEmpty()) {
                kinds.add(new SelectItem(kind.name(), name));
            }
            kind.list()
                    .ifPresent(list -> CriteriaSets.VOCABULARY
                            .codes(list)
                            .forEach(code -> kinds.add(new SelectItem(
                                    kind.name() + " " + code.code(), name + ": " + code.name(language.getLocale())))));
        }
        return kinds;
    }

    public void explain() {
        Optional<Instant> moment = MomentText.read(at);
        if (moment.isEmpty()) {
            wrong("form:at");
        }
        List<Fact> facts = new ArrayList<>();
        boolean right = moment.isPresent();
        for (int number = 0; number < LINES; number++) {
            if (!lines.get(number).getWhat().isEmpty()) {
                Optional<Fact> fact = fact(number);
                fact.ifPresent(facts::add);
                right &= fact.isPresent();
            }
        }
        if (right) {
            explanation = sets.explain(
                    actor.get(), parameters.id("id"), Optional.ofNullable(born), facts, moment.orElseThrow());
        }
    }

    private void wrong(String field) {
        messages.errorAt(field, "eligibility.moment-wrong", formats.time(clock.instant()));
    }

    private Optional<Fact> fact(int number) {
        Line line = lines.get(number);
        String place = "form:lines:" + number + ":";
        String[] what = line.getWhat().split(" ", 2);
        FactKind kind = FactKind.valueOf(what[0]);
        Optional<Instant> about = MomentText.read(line.getAbout());
        Optional<Instant> end = MomentText.read(line.getEnd());
        if (about.isEmpty()) {
            wrong(place + "about");
            return Optional.empty();
        }
        if (end.isEmpty() && !line.getEnd().isBlank()) {
            wrong(place + "end");
            return Optional.empty();
        }
        boolean tested = kind.list().filter(CodeList.METHOD::equals).isPresent();
        try {
            return Optional.of(new Fact(
                    number + 1,
                    1,
                    kind,
                    what.length > 1 ? what[1] : "",
                    about.get(),
                    tested ? end.orElse(about.get()) : about.get(),
                    tested ? Instant.MAX : end.orElse(Instant.MAX),
                    Instant.MIN,
                    Instant.MAX));
        } catch (RuleViolation rule) {
            messages.errorAt(place + "end", rule.code(), rule.args().toArray());
            return Optional.empty();
        }
    }

    public boolean isExplained() {
        return explanation != null;
    }

    private Explanation explained() {
        return Optional.ofNullable(explanation).orElseThrow();
    }

    public String getLevel() {
        return words().level(explained());
    }

    private ExplanationWords words() {
        return criteriaWords.words();
    }

    public Answer getMatched() {
        return answer(explained().matched().orElseThrow());
    }

    public List<Answer> getEarlier() {
        return explained().earlier().stream().map(this::answer).toList();
    }

    private Answer answer(RowAnswer row) {
        ExplanationWords words = words();
        return new Answer(words.row(row), row.cells().stream().map(words::cell).toList());
    }

    public List<String> getChanges() {
        return explained().changes().stream().map(words()::change).toList();
    }

    public List<Line> getLines() {
        return lines;
    }

    public String getAt() {
        return at;
    }

    public void setAt(String at) {
        this.at = at;
    }

    public @Nullable LocalDate getBorn() {
        return born;
    }

    public void setBorn(@Nullable LocalDate born) {
        this.born = born;
    }
}
