package vn.khanhhoa.thecovid.review.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.review.Workload;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.EntryQueue;
import vn.khanhhoa.thecovid.stafflist.QueueFilter;

/** A head's look at who does how much, and what is late. */
@Named
@RequestScoped
public class WorkPage {
    @Inject
    private Workload workload;

    @Inject
    private EntryQueue queue;

    @Inject
    private HttpServletRequest request;

    @Inject
    private PageMessages messages;

    @Inject
    private Clock clock;

    @Inject
    private CurrentActor actor;

    private int each = 20;
    private int hours = 8;
    private String from = "";
    private String to = "";
    private @Nullable List<Workload.Part> parts;
    private EntryQueue.@Nullable Count pending;

    public List<Workload.Part> getParts() {
        List<Workload.Part> known = parts;
        if (known == null) {
            known = workload.parts(actor.get());
            parts = known;
        }
        return known;
    }

    public EntryQueue.Count getPending() {
        EntryQueue.Count known = pending;
        if (known == null) {
            known = queue.count(actor.get(), QueueFilter.ALL);
            pending = known;
        }
        return known;
    }

    /** Of the queue, what nobody has: what there is to be shared out; 0 where it was not counted to its end. */
    public long getFree() {
        long held = getParts().stream().mapToLong(Workload.Part::held).sum();
        return getPending().isMore() ? 0 : Math.max(0, getPending().entries() - held);
    }

    public EntryQueue.Urgency getUrgency() {
        return queue.urgency(actor.get(), clock.instant());
    }

    private List<PublicId> chosen() {
        String[] ticked = Objects.requireNonNullElse(request.getParameterValues("reviewer"), new String[0]);
        return Arrays.stream(ticked)
                .map(PublicId::parse)
                .flatMap(Optional::stream)
                .toList();
    }

    public boolean isChosen(PublicId reviewer) {
        return chosen().contains(reviewer);
    }

    public void shareOut() {
        messages.success("review.shared", workload.shareOut(actor.get(), chosen(), each, Duration.ofHours(hours)));
        messages.go("/agency-head/work");
    }

    public void handOver() {
        messages.success("review.handed", workload.handOver(actor.get(), id(from), id(to), Duration.ofHours(hours)));
        messages.go("/agency-head/work");
    }

    private static PublicId id(String text) {
        return PublicId.parse(text).orElseThrow(() -> new RuleViolation("review.no-officer-chosen"));
    }

    public int getEach() {
        return each;
    }

    public void setEach(int each) {
        this.each = each;
    }

    public int getHours() {
        return hours;
    }

    public void setHours(int hours) {
        this.hours = hours;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(@Nullable String from) {
        this.from = Objects.requireNonNullElse(from, "");
    }

    public String getTo() {
        return to;
    }

    public void setTo(@Nullable String to) {
        this.to = Objects.requireNonNullElse(to, "");
    }
}
