package vn.khanhhoa.thecovid.eligibility.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.eligibility.LevelSeen;
import vn.khanhhoa.thecovid.eligibility.UnitingPeople;
import vn.khanhhoa.thecovid.person.FindingPeople;
import vn.khanhhoa.thecovid.person.NameWords;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** Two people beside each other, or one alone, and what would become of their levels: here they are said to be one, or two. */
@Named
@RequestScoped
public class PeoplePairPage {
    @Inject
    private UnitingPeople uniting;

    @Inject
    private TieWords words;

    @Inject
    private ExceptionWords people;

    @Inject
    private Parameters parameters;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageMessages messages;

    @Inject
    private Language language;

    private UnitingPeople.@Nullable Foreseen foreseen;
    private UnitingPeople.@Nullable Foreseen parted;
    private String why = "";
    private String[] chosen = {};
    private String seen = "";

    /** Of one person chosen twice nothing can be said: whoever chose so chooses again. */
    public void load() {
        try {
            getForeseen();
        } catch (RuleViolation same) {
            messages.error(same.code(), same.args().toArray());
            messages.go("/health-office/people?one=" + one());
        }
    }

    private PublicId one() {
        return parameters.id("one");
    }

    private Optional<PublicId> other() {
        return PublicId.parse(parameters.text("other"));
    }

    public String getAddress() {
        return "/health-office/people-pair?one=" + one()
                + other().map(id -> "&other=" + id).orElse("");
    }

    /** As things are; of two, with what they would be as one. */
    public UnitingPeople.Foreseen getForeseen() {
        UnitingPeople.Foreseen known = foreseen;
        if (known == null) {
            known = uniting.look(actor.get(), one(), other(), language.getLocale());
            boolean mergeable = known.other() != null && !known.areOne();
            known = mergeable
                    ? uniting.foreseeMerge(actor.get(), one(), other().orElseThrow(), language.getLocale())
                    : known;
            foreseen = known;
        }
        return known;
    }

    public boolean isPair() {
        return getForeseen().other() != null;
    }

    public boolean isMergeable() {
        return messages.isHearing() || isPair() && !getForeseen().areOne();
    }

    public boolean isAnotherName() {
        return isPairOf((one, other) -> !NameWords.alike(one.name()).equals(NameWords.alike(other.name())));
    }

    /** As far as the birth of both is known. */
    public boolean isAnotherBirth() {
        return isPairOf((one, other) ->
                !one.birth().startsWith(other.birth()) && !other.birth().startsWith(one.birth()));
    }

    public boolean isAnotherSex() {
        return isPairOf((one, other) -> !one.sex().equals(other.sex()));
    }

    private boolean isPairOf(BiPredicate<FindingPeople.Found, FindingPeople.Found> difference) {
        UnitingPeople.Side other = getForeseen().other();
        return other != null && difference.test(getForeseen().one().person(), other.person());
    }

    /** What speaks against their being one: name, birth and sex, where they are not the same. */
    public List<String> getDifferences() {
        UnitingPeople.Side other = getForeseen().other();
        if (other == null) {
            return List.of();
        }
        FindingPeople.Found one = getForeseen().one().person();
        FindingPeople.Found two = other.person();
        List<String> differences = new ArrayList<>();
        if (isAnotherName()) {
            differences.add(language.text("eligibility.people.differs-name", one.name(), two.name()));
        }
        if (isAnotherBirth()) {
            differences.add(language.text("eligibility.people.differs-birth", people.birth(one), people.birth(two)));
        }
        if (isAnotherSex()) {
            differences.add(language.text("eligibility.people.differs-sex", people.sex(one), people.sex(two)));
        }
        return differences;
    }

    public boolean isHearing() {
        return messages.isHearing();
    }

    public List<UnitingPeople.Side> getSides() {
        UnitingPeople.Side other = getForeseen().other();
        return other == null
                ? List.of(getForeseen().one())
                : List.of(getForeseen().one(), other);
    }

    /** What the chosen records would make of both; none before it was asked. */
    public UnitingPeople.@Nullable Foreseen getParted() {
        return parted;
    }

    public List<UnitingPeople.Side> getPartedSides() {
        UnitingPeople.Foreseen known = Objects.requireNonNull(parted);
        UnitingPeople.Side other = known.other();
        return other == null ? List.of(known.one()) : List.of(known.one(), other);
    }

    public List<SelectItem> getStatements() {
        return getForeseen().one().statements().stream()
                .map(tie -> new SelectItem(tie.id().toString(), words.statement(tie)))
                .toList();
    }

    public String level(@Nullable LevelSeen level) {
        return level == null || level.order() == null ? language.text("eligibility.people.no-level") : level.level();
    }

    public void merge() {
        PublicId act = uniting.merge(actor.get(), one(), other().orElse(one()), why, stamp(), language.getLocale());
        messages.success("eligibility.people.merged-said");
        messages.go("/health-office/people-act?id=" + act);
    }

    public void foreseeParting() {
        if (statements().isEmpty()) {
            messages.errorAt("parting:statements", "eligibility.people-none-chosen");
            return;
        }
        parted = uniting.foreseeParting(actor.get(), one(), other(), statements(), language.getLocale());
        seen = String.valueOf(parted.stamp());
    }

    public void part() {
        PublicId act = uniting.part(actor.get(), one(), other(), statements(), why, stamp(), language.getLocale());
        messages.success("eligibility.people.parted-said");
        messages.go("/health-office/people-act?id=" + act);
    }

    private Set<PublicId> statements() {
        return Arrays.stream(chosen).flatMap(id -> PublicId.parse(id).stream()).collect(Collectors.toSet());
    }

    private long stamp() {
        return seen.matches("-?\\d{1,18}") ? Long.parseLong(seen) : 0;
    }

    public String getWhy() {
        return why;
    }

    public void setWhy(@Nullable String why) {
        this.why = Objects.requireNonNullElse(why, "");
    }

    public String[] getChosen() {
        return chosen.clone();
    }

    public void setChosen(String @Nullable [] chosen) {
        this.chosen = chosen == null ? new String[0] : chosen.clone();
    }

    /** Of what the reader saw before deciding. */
    public String getSeen() {
        return parted == null ? String.valueOf(getForeseen().stamp()) : String.valueOf(parted.stamp());
    }

    public void setSeen(@Nullable String seen) {
        this.seen = Objects.requireNonNullElse(seen, "");
    }
}
