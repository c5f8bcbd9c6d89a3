package vn.khanhhoa.thecovid.review.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.AgencyStaff;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.DayFields;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.registry.AgencyView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.review.Lending;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** Which reviewers help at which other agency, and until when. */
@Named
@RequestScoped
public class LendingPage {
    private static final String PAGE = "/agency-head/lending";

    @Inject
    private Lending lending;

    @Inject
    private Catalogue catalogue;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Parameters parameters;

    @Inject
    private PageMessages messages;

    @Inject
    private Clock clock;

    @Inject
    private CurrentActor actor;

    private @Nullable Integer number;
    private String borrower = "";
    private final DayFields days = new DayFields();

    public List<Lending.Lent> getLoans() {
        return lending.loans(actor.get());
    }

    public List<AgencyView> getLenders() {
        return lending.lenders(actor.get());
    }

    public List<AgencyView> getBorrowers() {
        return lending.borrowers(actor.get());
    }

    /** Of the agency in the address, else of the head's own. */
    public PublicId getLender() {
        return PublicId.parse(parameters.text("lender"))
                .orElseGet(() -> getLenders().stream()
                        .filter(agency -> agency.id() == actor.get().agencyId())
                        .findFirst()
                        .map(AgencyView::publicId)
                        .orElseThrow(() -> new RuleViolation("review.agency-missing")));
    }

    public List<AgencyStaff.Member> getReviewers() {
        return lending.reviewers(actor.get(), getLender());
    }

    public String agencyName(long id) {
        return catalogue.agency(id).map(AgencyView::name).orElse("");
    }

    public void lend() {
        String[] ticked = Objects.requireNonNullElse(request.getParameterValues("reviewer"), new String[0]);
        LocalDate today = LocalDate.now(clock);
        PublicId target = PublicId.parse(borrower).orElseThrow(() -> new RuleViolation("review.agency-missing"));
        messages.success(
                "review.lent-count",
                lending.lend(
                        actor.get(),
                        getLender(),
                        Arrays.stream(ticked)
                                .map(PublicId::parse)
                                .flatMap(Optional::stream)
                                .collect(Collectors.toSet()),
                        number == null ? 0 : number,
                        target,
                        days.first(today),
                        days.last(today)));
        messages.go(PAGE);
    }

    public void end() {
        lending.end(actor.get(), parameters.id("loans:end"));
        messages.success("review.loan-is-ended");
        messages.go(PAGE);
    }

    public @Nullable Integer getNumber() {
        return number;
    }

    public void setNumber(@Nullable Integer number) {
        this.number = number;
    }

    /** As typed, or as the address names the agency that needs help. */
    public String getBorrower() {
        return borrower.isEmpty() ? parameters.text("borrower") : borrower;
    }

    public void setBorrower(@Nullable String borrower) {
        this.borrower = Objects.requireNonNullElse(borrower, "");
    }

    public DayFields getDays() {
        return days;
    }
}
