package vn.khanhhoa.thecovid.stafflist.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.ChangeView;
import vn.khanhhoa.thecovid.stafflist.DraftHistory;
import vn.khanhhoa.thecovid.stafflist.ListSubmission;
import vn.khanhhoa.thecovid.stafflist.SubmissionView;
import vn.khanhhoa.thecovid.stafflist.UndoPlan;

/** The part of a list's page on what was done to the draft, and on undoing it. */
@Named
@RequestScoped
public class DraftChangesPart {
    private static final int MOST = 100;
    private static final int NAMED = 20;

    @Inject
    private DraftHistory history;

    @Inject
    private ListSubmission submission;

    @Inject
    private Parameters parameters;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageMessages messages;

    @Inject
    private Language language;

    private @Nullable List<ChangeView> changes;
    private @Nullable Optional<UndoPlan> plan;

    public List<ChangeView> getChanges() {
        List<ChangeView> known = changes;
        if (known == null) {
            known = history.changes(actor.get(), list());
            changes = known;
        }
        return known;
    }

    /** A line of the history: a change of the draft, or a sending of it. */
    public record Happened(
            @Nullable ChangeView change, @Nullable SubmissionView sent) {
        Instant at() {
            return change == null ? Objects.requireNonNull(sent).madeAt() : change.madeAt();
        }
    }

    /** Both together, the latest first. */
    public List<Happened> getHistory() {
        return Stream.concat(
                        getChanges().stream().map(change -> new Happened(change, null)),
                        submission.submissions(actor.get(), list()).stream().map(sent -> new Happened(null, sent)))
                .sorted(Comparator.comparing(Happened::at).reversed())
                .limit(MOST)
                .toList();
    }

    /** What the reader is about to undo or to do again, or null. */
    public @Nullable UndoPlan getPlan() {
        Optional<UndoPlan> known = plan;
        if (known == null) {
            known = PublicId.parse(parameters.text("undo")).flatMap(act -> history.plan(actor.get(), list(), act));
            plan = known;
        }
        return known.orElse(null);
    }

    /** As many as are named. */
    public List<ChangeView> first(List<ChangeView> acts) {
        return acts.subList(0, Math.min(NAMED, acts.size()));
    }

    public void undo() {
        Optional<UndoPlan> before = Optional.ofNullable(getPlan());
        boolean again = before.filter(UndoPlan::again).isPresent();
        DraftHistory.Undone undone =
                history.undo(actor.get(), list(), parameters.id("undo"), Integer.parseInt(parameters.text("later")));
        if (undone.changes() == 0) {
            messages.success("stafflist.undone-before");
        } else {
            messages.success(again ? "stafflist.redone" : "stafflist.undone", undone.changes());
            tell(undone);
        }
        messages.go("/organisation/staff-list?id=" + list());
    }

    /** What became of entries. */
    void tell(DraftHistory.Undone undone) {
        ofEntries(undone).forEach((key, entries) -> messages.success(key, entries));
    }

    /** The same, behind another sentence. */
    String sentences(DraftHistory.Undone undone) {
        StringBuilder sentences = new StringBuilder();
        ofEntries(undone).forEach((key, entries) -> sentences.append(' ').append(language.text(key, entries)));
        return sentences.toString();
    }

    private static Map<String, Long> ofEntries(DraftHistory.Undone undone) {
        Map<String, Long> told = new LinkedHashMap<>();
        told.put("stafflist.undo-withdrew", undone.withdrawn());
        told.put("stafflist.redo-to-send", undone.toSend());
        told.values().removeIf(entries -> entries == 0);
        return told;
    }

    /** Of an act that is about to be undone or done again. */
    public String question(UndoPlan plan) {
        return language.text(
                plan.again() ? "stafflist.redo-question" : "stafflist.undo-question",
                title(plan.acts().get(0)));
    }

    public String title(ChangeView change) {
        String kind = language.text(change.kind().key());
        String about = language.of(change.about(), change.aboutEn());
        String what = about.isEmpty() ? kind : kind + " · " + about;
        return change.lines().isEmpty()
                ? what
                : what + " · " + change.lines().stream().map(this::line).collect(Collectors.joining(", "));
    }

    private String line(ChangeView.Line line) {
        String number = language.text("stafflist.change-line", line.number());
        return line.name().isEmpty() ? number : number + " (" + line.name() + ")";
    }

    private PublicId list() {
        return parameters.id("id");
    }
}
