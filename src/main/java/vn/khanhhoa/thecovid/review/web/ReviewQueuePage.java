package vn.khanhhoa.thecovid.review.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.Formats;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.registry.NamedOrganisation;
import vn.khanhhoa.thecovid.registry.Organisations;
import vn.khanhhoa.thecovid.review.BulkDecisions;
import vn.khanhhoa.thecovid.review.Reason;
import vn.khanhhoa.thecovid.review.Reasons;
import vn.khanhhoa.thecovid.review.Reviewing;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.EntryQueue;
import vn.khanhhoa.thecovid.stafflist.FormTemplates;
import vn.khanhhoa.thecovid.stafflist.Outcome;
import vn.khanhhoa.thecovid.stafflist.QueueFilter;
import vn.khanhhoa.thecovid.stafflist.QueuePlace;
import vn.khanhhoa.thecovid.stafflist.QueueRow;

@Named
@RequestScoped
public class ReviewQueuePage {
    private static final int PAGE = 25;
    private static final int ORGANISATIONS = 25;

    @Inject
    private EntryQueue queue;

    @Inject
    private Reviewing reviewing;

    @Inject
    private BulkDecisions bulk;

    @Inject
    private Reasons reasons;

    @Inject
    private EntryReasons words;

    @Inject
    private FilterWords filterWords;

    @Inject
    private OrganisationNames names;

    @Inject
    private Organisations organisations;

    @Inject
    private QueueAddress address;

    @Inject
    private Language language;

    @Inject
    private Formats format;

    @Inject
    private Clock clock;

    @Inject
    private Parameters parameters;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageMessages messages;

    private String outcome = "";
    private String reason = "";
    private String text = "";
    private boolean atOnce;
    private EntryQueue.@Nullable Count count;
    private @Nullable List<QueueRow> rows;
    private @Nullable List<Waiting> waiting;
    private EntryQueue.@Nullable Doubts doubts;
    private @Nullable Set<Long> declined;

    public List<QueueRow> getRows() {
        List<QueueRow> known = rows;
        if (known == null) {
            Optional<QueuePlace> back = QueuePlace.parse(getBefore());
            known = back.isPresent()
                    ? queue.before(actor.get(), filter(), back.get(), PAGE)
                    : queue.after(actor.get(), filter(), QueuePlace.parse(getAfter()), PAGE);
            names.learn(known, QueueRow::organisationId);
            if (isGreen() && !known.isEmpty()) {
                reviewing.levelsListed(actor.get(), known.size());
            }
            rows = known;
        }
        return known;
    }

    /** Whether there is more of the same person that has not ended. */
    public boolean twice(QueueRow row) {
        return doubts().twice().contains(row.entryId());
    }

    /** Whether the head did not agree to what was proposed last. */
    public boolean declined(QueueRow row) {
        Set<Long> known = declined;
        if (known == null) {
            known = reviewing.declined(
                    actor.get(), getRows().stream().map(QueueRow::entryId).toList());
            declined = known;
        }
        return known.contains(row.entryId());
    }

    public boolean otherBirthYear(QueueRow row) {
        return doubts().otherBirthYear().contains(row.entryId());
    }

    /** Of those on this page, how many are to be looked at by themselves. */
    public long getDoubtful() {
        return getRows().stream()
                .filter(row -> twice(row) || otherBirthYear(row))
                .count();
    }

    private EntryQueue.Doubts doubts() {
        EntryQueue.Doubts known = doubts;
        if (known == null) {
            known = queue.doubts(
                    actor.get(), getRows().stream().map(QueueRow::entryId).toList());
            doubts = known;
        }
        return known;
    }

    public EntryQueue.Count getCount() {
        EntryQueue.Count known = count;
        if (known == null) {
            known = queue.count(actor.get(), filter());
            count = known;
        }
        return known;
    }

    public boolean isNothing() {
        return getRows().isEmpty() && getCount().entries() == 0;
    }

    /** An organisation whose people wait. */
    public record Waiting(String id, String name, String entries, boolean confirmed) {}

    public List<Waiting> getWaiting() {
        List<Waiting> known = waiting;
        if (known == null) {
            known = names
                    .learn(
                            queue.organisations(actor.get(), ORGANISATIONS),
                            EntryQueue.OrganisationCount::organisationId)
                    .stream()
                    .map(each -> waiting(names.named(each.organisationId()), each))
                    .toList();
            waiting = known;
        }
        return known;
    }

    private Waiting waiting(NamedOrganisation organisation, EntryQueue.OrganisationCount count) {
        return new Waiting(
                organisation.publicId().toString(),
                organisation.name(),
                format.number(count.entries()) + (count.isMore() ? "+" : ""),
                organisation.confirmed());
    }

    /** To choose another. */
    public List<Waiting> getOthers() {
        return getWaiting().stream()
                .filter(each -> !each.id().equals(getOrganisation()))
                .toList();
    }

    /** Of the one that is looked at. */
    public String getOrganisationName() {
        return PublicId.parse(getOrganisation())
                .map(id -> organisations.view(id).name())
                .orElse("");
    }

    private Outcome chosen() {
        return Arrays.stream(Outcome.values())
                .filter(each -> each.name().equals(outcome))
                .findFirst()
                .orElseThrow(() -> new RuleViolation("review.outcome-missing"));
    }

    public List<Reason> getRefusals() {
        return reasons.of(Outcome.REFUSE);
    }

    public List<Reason> getReturns() {
        return reasons.of(Outcome.RETURN);
    }

    /** Shows first what would become of each. */
    public void foresee() {
        if (words.lackText(chosen(), reason, text)) {
            messages.errorAt("form:text", "review.reason-text-missing");
            return;
        }
        PublicId id = bulk.prepare(actor.get(), filter(), chosen(), reason, text, atOnce);
        messages.go("/agency/review-bulk?id=" + id + address.getParameters());
    }

    public String getNextLink() {
        List<QueueRow> page = getRows();
        return page.size() < PAGE && getBefore().isEmpty()
                ? ""
                : link(
                        "after",
                        page.isEmpty() ? "" : page.get(page.size() - 1).place().toString());
    }

    public String getPreviousLink() {
        List<QueueRow> page = getRows();
        boolean atStart = getAfter().isEmpty() && (getBefore().isEmpty() || page.size() < PAGE);
        return atStart || page.isEmpty()
                ? ""
                : link("before", page.get(0).place().toString());
    }

    private String link(String direction, String place) {
        return "?" + direction + "=" + place + address.getParameters();
    }

    private QueueFilter filter() {
        return address.filter();
    }

    /** Which entries a verdict on all would be for, as the filter is applied. */
    public String getFilterInWords() {
        return filterWords.of(filter());
    }

    public String getOutcome() {
        return outcome;
    }

    public void setOutcome(@Nullable String outcome) {
        this.outcome = Objects.requireNonNullElse(outcome, "");
    }

    public String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = Objects.requireNonNullElse(reason, "");
    }

    public String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = Objects.requireNonNullElse(text, "");
    }

    public boolean isAtOnce() {
        return atOnce;
    }

    public void setAtOnce(boolean atOnce) {
        this.atOnce = atOnce;
    }

    public String getName() {
        return address.name();
    }

    public String getOrganisation() {
        return address.organisation();
    }

    public String getList() {
        return address.list().map(known -> known.id().toString()).orElse("");
    }

    /** Of the one that is looked at. */
    public String getListName() {
        return address.list().map(EntryQueue.OfList::name).orElse("");
    }

    public String getForm() {
        return address.form();
    }

    public List<FormTemplates.Name> getForms() {
        return address.forms();
    }

    public boolean isGreen() {
        return address.isGreen();
    }

    public List<String> getDueChoices() {
        return QueueAddress.dueChoices();
    }

    public String getDue() {
        return address.due();
    }

    /** In hours, or in minutes where it is less than two. */
    public String timeLeft(QueueRow row) {
        Instant due = row.dueAt();
        if (due == null) {
            return "";
        }
        Duration left = Duration.between(clock.instant(), due);
        Duration amount = left.abs();
        return language.text(
                (left.isNegative() ? "review.late-by-" : "review.left-") + (amount.toHours() < 2 ? "minutes" : "hours"),
                amount.toHours() < 2 ? amount.toMinutes() : amount.toHours());
    }

    public boolean late(QueueRow row) {
        return row.isLate(clock.instant());
    }

    public String getAfter() {
        return parameters.text("after");
    }

    public String getBefore() {
        return parameters.text("before");
    }
}
