package vn.khanhhoa.thecovid.eligibility.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.eligibility.CriteriaOrders;
import vn.khanhhoa.thecovid.eligibility.Matrices;
import vn.khanhhoa.thecovid.eligibility.OrderTimes;
import vn.khanhhoa.thecovid.eligibility.RuleOrderView;
import vn.khanhhoa.thecovid.platform.web.Formats;
import vn.khanhhoa.thecovid.platform.web.MomentText;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.NotFound;

/** One order of a criteria set or a matrix: ending it where it holds, or taking it back before it begins. */
@Named
@RequestScoped
public class RuleOrderPage {
    @Inject
    private CriteriaOrders criteria;

    @Inject
    private Matrices matrices;

    @Inject
    private Parameters parameters;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageMessages messages;

    @Inject
    private Formats formats;

    @Inject
    private Clock clock;

    private @Nullable RuleOrderView order;
    private String at = "";
    private String number = "";
    private int seen;

    @PostConstruct
    void read() {
        at = formats.time(asked().orElse(clock.instant()));
        seen = isOfMatrix() ? matrices.lastNumber(actor.get(), area()) : criteria.lastNumber(actor.get(), area());
    }

    public void load() {
        getOrder();
    }

    public boolean isOfMatrix() {
        return parameters.text("kind").equals("matrix");
    }

    private long area() {
        return (long) number("area");
    }

    private int orderNumber() {
        return number("number");
    }

    private int number(String name) {
        String text = parameters.text(name);
        if (!text.matches("\\d{1,9}")) {
            throw new NotFound();
        }
        return Integer.parseInt(text);
    }

    private String address() {
        return "/criteria-office/rule-order?kind=" + (isOfMatrix() ? "matrix" : "criteria") + "&area=" + area()
                + "&number=" + orderNumber();
    }

    public String getSelf() {
        return address();
    }

    public RuleOrderView getOrder() {
        RuleOrderView known = order;
        if (known == null) {
            known = isOfMatrix()
                    ? matrices.order(actor.get(), area(), orderNumber())
                    : criteria.order(actor.get(), area(), orderNumber());
            order = known;
        }
        return known;
    }

    public boolean isEndable() {
        return actor.get().may(Permission.ISSUE_CRITERIA) && getOrder().until() == null;
    }

    public boolean isRevocable() {
        return isEndable() && getOrder().from().isAfter(clock.instant());
    }

    private Optional<Instant> asked() {
        String text = parameters.text("at");
        return text.matches("\\d{1,15}") ? Optional.of(Instant.ofEpochMilli(Long.parseLong(text))) : Optional.empty();
    }

    public void ask() {
        Optional<Instant> end = MomentText.read(at);
        if (end.isEmpty()) {
            messages.errorAt("ending:at", "eligibility.moment-wrong", formats.time(clock.instant()));
            return;
        }
        messages.go(address() + "&at=" + end.get().toEpochMilli() + "#order");
    }

    public boolean isAsking() {
        return isEndable() && asked().isPresent();
    }

    public Instant getEnd() {
        return asked().orElseThrow();
    }

    public boolean isPast() {
        return OrderTimes.isPast(getEnd(), clock.instant());
    }

    /** What the place would follow from then on; none for nothing. */
    public @Nullable RuleOrderView getThen() {
        Optional<RuleOrderView> around = isOfMatrix()
                ? matrices.around(actor.get(), area(), getEnd())
                : criteria.around(actor.get(), area(), getEnd());
        return around.orElse(null);
    }

    /** An end that has passed was shown as one: the button says so. */
    public void end() {
        if (isOfMatrix()) {
            matrices.end(actor.get(), area(), orderNumber(), number, getEnd(), seen, true);
        } else {
            criteria.end(actor.get(), area(), orderNumber(), number, getEnd(), seen, true);
        }
        messages.success("eligibility.rule.was-ended", formats.time(getEnd()));
        messages.go(address());
    }

    public void takeBack() {
        if (isOfMatrix()) {
            matrices.takeBack(actor.get(), area(), orderNumber(), seen);
        } else {
            criteria.takeBack(actor.get(), area(), orderNumber(), seen);
        }
        messages.success("eligibility.rule.was-taken-back");
        messages.go(address());
    }

    public String getAt() {
        return at;
    }

    public void setAt(String at) {
        this.at = at;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public int getSeen() {
        return seen;
    }

    public void setSeen(int seen) {
        this.seen = seen;
    }
}
