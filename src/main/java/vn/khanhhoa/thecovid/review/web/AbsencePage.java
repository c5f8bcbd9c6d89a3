package vn.khanhhoa.thecovid.review.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.AgencyStaff;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.platform.web.DayFields;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.review.Delegations;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** Who does whose work while they are away. */
@Named
@RequestScoped
public class AbsencePage {
    @Inject
    private Delegations delegations;

    @Inject
    private AgencyStaff staff;

    @Inject
    private Parameters parameters;

    @Inject
    private PageMessages messages;

    @Inject
    private Clock clock;

    @Inject
    private CurrentActor actor;

    private String absent = "";
    private String standIn = "";
    private final DayFields days = new DayFields();
    private @Nullable List<AgencyStaff.Member> colleagues;

    public List<Delegations.Delegation> getRows() {
        return delegations.of(actor.get());
    }

    public List<AgencyStaff.Member> getColleagues() {
        List<AgencyStaff.Member> known = colleagues;
        if (known == null) {
            known = staff.colleagues(actor.get());
            colleagues = known;
        }
        return known;
    }

    public boolean isHead() {
        return actor.get().may(Permission.APPROVE_PROPOSALS);
    }

    public String name(long accountId) {
        return getColleagues().stream()
                .filter(member -> member.accountId() == accountId)
                .findFirst()
                .map(AgencyStaff.Member::name)
                .orElse("–");
    }

    public void delegate() {
        LocalDate today = LocalDate.now(clock);
        delegations.delegate(
                actor.get(), absent.isEmpty() ? own() : id(absent), id(standIn), days.first(today), days.last(today));
        messages.success("review.delegation-made");
        messages.go(Delegations.PAGE);
    }

    private PublicId own() {
        return getColleagues().stream()
                .filter(member -> member.accountId() == actor.get().accountId())
                .findFirst()
                .map(AgencyStaff.Member::id)
                .orElseThrow(() -> new RuleViolation("review.nobody-chosen"));
    }

    private static PublicId id(String text) {
        return PublicId.parse(text).orElseThrow(() -> new RuleViolation("review.nobody-chosen"));
    }

    public void end() {
        delegations.end(actor.get(), parameters.id("rows:end"));
        messages.success("review.delegation-is-ended");
        messages.go(Delegations.PAGE);
    }

    public String getAbsent() {
        return absent;
    }

    public void setAbsent(@Nullable String absent) {
        this.absent = Objects.requireNonNullElse(absent, "");
    }

    public String getStandIn() {
        return standIn;
    }

    public void setStandIn(@Nullable String standIn) {
        this.standIn = Objects.requireNonNullElse(standIn, "");
    }

    public DayFields getDays() {
        return days;
    }
}
