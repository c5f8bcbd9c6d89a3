package vn.khanhhoa.thecovid.review;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import vn.khanhhoa.thecovid.access.AccountsTold;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.AgencyStaff;
import vn.khanhhoa.thecovid.access.LentDesks;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.registry.AgencyView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.EntryClaims;

/**
 * Reviewers of one agency help at another's desk for some days: lent by their own head, or by the task force's. There they
 * are reviewers of that agency, under its mandates and rules, and decide on neither agency's own people. It all ends by
 * itself.
 */
@UseCase
public class Lending implements LentDesks {
    private static final int LONGEST_DAYS = 90;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final String OPEN = " AND ended_at IS NULL AND valid_to >= ?";
    private static final String COLUMNS =
            "SELECT public_id, lender_id, account_id, borrower_id, valid_from, valid_to FROM review_loan WHERE ";

    /** Both days count. */
    public record Loan(PublicId id, long lenderId, long accountId, long borrowerId, LocalDate from, LocalDate to) {}

    /** @param reviewer the name */
    public record Lent(Loan loan, String reviewer) {}

    @Inject
    private AgencyStaff staff;

    @Inject
    private Catalogue catalogue;

    @Inject
    private EntryClaims claims;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Inject
    private Event<AccountsTold> told;

    @Inject
    private Event<AuditedEvent> trail;

    /** Those that are not over and that the head has a part in: all for the task force's. */
    @Requires(Permission.APPROVE_PROPOSALS)
    public List<Lent> loans(Actor head) {
        List<Loan> loans = ofHead(head);
        Map<Long, String> names = staff
                .members(Actor.PORTAL, loans.stream().map(Loan::accountId).toList())
                .stream()
                .collect(Collectors.toMap(AgencyStaff.Member::accountId, AgencyStaff.Member::name));
        return loans.stream()
                .map(loan -> new Lent(loan, names.getOrDefault(loan.accountId(), "–")))
                .toList();
    }

    private List<Loan> ofHead(Actor head) {
        return isOfTaskForce(head)
                ? list("TRUE" + OPEN + " ORDER BY valid_from, id", today())
                : list(
                        "(lender_id = ? OR borrower_id = ?)" + OPEN + " ORDER BY valid_from, id",
                        head.agencyId(),
                        head.agencyId(),
                        today());
    }

    /** Agencies whose reviewers the head may lend. */
    @Requires(Permission.APPROVE_PROPOSALS)
    public List<AgencyView> lenders(Actor head) {
        return agencies().stream().filter(agency -> mayLend(head, agency.id())).toList();
    }

    @Requires(Permission.APPROVE_PROPOSALS)
    public List<AgencyView> borrowers(Actor head) {
        return agencies().stream()
                .filter(agency -> isOfTaskForce(head) || agency.id() != head.agencyId())
                .toList();
    }

    /** Reviewers that could be lent. */
    @Requires(Permission.APPROVE_PROPOSALS)
    public List<AgencyStaff.Member> reviewers(Actor head, PublicId lender) {
        return reviewers(lender(head, lender).id());
    }

    /**
     * Lends the chosen; or, where none are chosen, so many of those who have least to do. Says how many.
     *
     * @param number counts only where none are chosen
     */
    @Requires(Permission.APPROVE_PROPOSALS)
    public int lend(
            Actor head,
            PublicId lender,
            Set<PublicId> chosen,
            int number,
            PublicId borrower,
            LocalDate from,
            LocalDate to) {
        AgencyView own = lender(head, lender);
        AgencyView target = agencies().stream()
                .filter(agency -> agency.publicId().equals(borrower))
                .findFirst()
                .orElseThrow(NotFound::new);
        if (target.id() == own.id()) {
            throw new RuleViolation("review.loan-same-agency");
        }
        requireDays(from, to);
        sql.update("INSERT IGNORE INTO review_agency (agency_id) VALUES (?)", own.id());
        sql.number("SELECT agency_id FROM review_agency WHERE agency_id = ? FOR UPDATE", own.id());
        List<Long> accounts =
                chosen.isEmpty() ? leastBusy(own.id(), number, from, to) : chosen(own.id(), chosen, from, to);
        for (long account : accounts) {
            PublicId id = PublicId.random();
            sql.update(
                    "INSERT INTO review_loan (id, public_id, lender_id, account_id, borrower_id, valid_from, valid_to, made_by,"
                            + " made_at) VALUES (NEXT VALUE FOR review_seq, ?, ?, ?, ?, ?, ?, ?, ?)",
                    id,
                    own.id(),
                    account,
                    target.id(),
                    from,
                    to,
                    head.accountId(),
                    clock.instant());
            keep(head, "review.lent", new Loan(id, own.id(), account, target.id(), from, to));
        }
        told.fire(AccountsTold.of(
                accounts, "review.loan-told", "/agency/home", target.name(), DAY.format(from), DAY.format(to)));
        told.fire(AccountsTold.of(
                heads(target.id()),
                "review.loan-come-told",
                "/agency-head/lending",
                accounts.size(),
                own.name(),
                DAY.format(from),
                DAY.format(to)));
        return accounts.size();
    }

    /** By the head of either agency, or by the task force's. */
    @Requires(Permission.APPROVE_PROPOSALS)
    public void end(Actor head, PublicId id) {
        Loan loan = ofHead(head).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
        sql.update(
                "UPDATE review_loan SET ended_at = ?, ended_by = ? WHERE public_id = ?",
                clock.instant(),
                head.accountId(),
                id);
        keep(head, "review.loan-ended", loan);
        told.fire(AccountsTold.of(
                List.of(loan.accountId()), "review.loan-ended-told", "/agency/home", name(loan.borrowerId())));
    }

    /** Where the actor may help today. */
    @Requires(Permission.REVIEW_ENTRIES)
    public List<Loan> desks(Actor actor) {
        return list(
                "account_id = ? AND lender_id = ? AND valid_from <= ?" + OPEN + " ORDER BY valid_to, id",
                actor.accountId(),
                actor.homeAgencyId(),
                today(),
                today());
    }

    /** One of those: another's does not exist. */
    @Requires(Permission.REVIEW_ENTRIES)
    public Loan desk(Actor actor, PublicId id) {
        return desks(actor).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** Who reviews at the actor's desk today: its own people, and who is lent to it. */
    @Requires(Permission.REVIEW_ENTRIES)
    public List<AgencyStaff.Member> crew(Actor actor) {
        List<AgencyStaff.Member> crew = new ArrayList<>(staff.of(Actor.PORTAL, actor.agencyId()));
        crew.addAll(lentTo(actor.agencyId()).keySet());
        return crew;
    }

    /** Who could review at an agency today, each as they sit there. */
    List<Actor> couldSitAt(long agencyId) {
        List<Actor> officers = new ArrayList<>();
        staff.of(Actor.PORTAL, agencyId)
                .forEach(own -> officers.add(new Actor(own.accountId(), own.name(), own.role(), 0, agencyId)));
        lentTo(agencyId)
                .forEach((lent, loan) -> officers.add(
                        new Actor(lent.accountId(), lent.name(), lent.role(), 0, agencyId, loan.lenderId())));
        return officers;
    }

    /** There they are reviewers, whatever they are at home. */
    private Map<AgencyStaff.Member, Loan> lentTo(long agencyId) {
        Map<Long, Loan> loans = list("borrower_id = ? AND valid_from <= ?" + OPEN, agencyId, today(), today()).stream()
                .collect(Collectors.toMap(Loan::accountId, loan -> loan, (one, same) -> one));
        Map<AgencyStaff.Member, Loan> lent = new LinkedHashMap<>();
        staff.members(Actor.PORTAL, List.copyOf(loans.keySet()))
                .forEach(member -> lent.put(
                        new AgencyStaff.Member(member.accountId(), member.id(), member.name(), Role.REVIEWER),
                        Objects.requireNonNull(loans.get(member.accountId()))));
        return lent;
    }

    @Override
    @Requires(Permission.ANYONE)
    public boolean isLent(Actor actor, long agencyId) {
        return desks(actor).stream().anyMatch(loan -> loan.borrowerId() == agencyId);
    }

    /** Whether the actor could still do what they began, at the desk where they began it. */
    @Requires(Permission.ANYONE)
    public boolean mayStill(Actor actor) {
        return staff.mayStill(actor) && (actor.agencyId() == actor.homeAgencyId() || isLent(actor, actor.agencyId()));
    }

    /** What lent reviewers still have where they are lent no longer is free again; what is locked now, the next time. */
    @Requires(Permission.RUN_JOBS)
    public void close(Actor portal) {
        list("closed_at IS NULL AND (ended_at IS NOT NULL OR valid_to < ?) FOR UPDATE", today())
                .forEach(loan -> {
                    boolean lentAnew = !list(
                                    "account_id = ? AND borrower_id = ? AND valid_from <= ?" + OPEN,
                                    loan.accountId(),
                                    loan.borrowerId(),
                                    today(),
                                    today())
                            .isEmpty();
                    if (!lentAnew) {
                        claims.releaseAll(portal, loan.borrowerId(), loan.accountId());
                        if (claims.hasAny(portal, loan.borrowerId(), loan.accountId())) {
                            return;
                        }
                    }
                    sql.update("UPDATE review_loan SET closed_at = ? WHERE public_id = ?", clock.instant(), loan.id());
                });
    }

    private List<Long> chosen(long lenderId, Set<PublicId> chosen, LocalDate from, LocalDate to) {
        List<AgencyStaff.Member> found = reviewers(lenderId).stream()
                .filter(member -> chosen.contains(member.id()))
                .toList();
        if (found.size() < chosen.size()) {
            throw new NotFound();
        }
        if (found.stream().anyMatch(member -> isTaken(member.accountId(), from, to))) {
            throw new RuleViolation("review.loan-overlaps");
        }
        return found.stream().map(AgencyStaff.Member::accountId).toList();
    }

    private List<Long> leastBusy(long lenderId, int number, LocalDate from, LocalDate to) {
        Map<Long, Long> held = sql
                .list(
                        "SELECT holder_id, COUNT(*) FROM stafflist_entry WHERE agency_id = ? AND state = 'PENDING' AND"
                                + " stage = 'OPEN' AND holder_id IS NOT NULL AND held_until > ? GROUP BY holder_id",
                        row -> Map.entry(row.getLong(1), row.getLong(2)),
                        lenderId,
                        clock.instant())
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        List<Long> free = reviewers(lenderId).stream()
                .map(AgencyStaff.Member::accountId)
                .filter(account -> !isTaken(account, from, to))
                .sorted(Comparator.comparing((Long account) -> held.getOrDefault(account, 0L))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        if (number < 1 || number > free.size()) {
            throw new RuleViolation("review.loan-number", free.size());
        }
        return free.subList(0, number);
    }

    private boolean isTaken(long account, LocalDate from, LocalDate to) {
        return sql.number(
                        "SELECT COUNT(*) FROM review_loan WHERE account_id = ? AND valid_from <= ?" + OPEN,
                        account,
                        to,
                        from)
                > 0;
    }

    private void requireDays(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw new RuleViolation("review.mandate-days");
        }
        if (from.isBefore(today())) {
            throw new RuleViolation("review.days-past");
        }
        if (from.plusDays(LONGEST_DAYS).isBefore(to)) {
            throw new RuleViolation("review.days-long", LONGEST_DAYS);
        }
    }

    private AgencyView lender(Actor head, PublicId id) {
        return lenders(head).stream()
                .filter(agency -> agency.publicId().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private boolean mayLend(Actor head, long agencyId) {
        return agencyId == head.agencyId() || isOfTaskForce(head);
    }

    private boolean isOfTaskForce(Actor head) {
        return catalogue
                .agencyByCode(Forwarding.TRIAGE, today())
                .map(taskForce -> taskForce.id() == head.agencyId())
                .orElse(false);
    }

    private List<AgencyView> agencies() {
        return catalogue.agencies(today());
    }

    /** Heads stay where they are. */
    private List<AgencyStaff.Member> reviewers(long agencyId) {
        return staff.of(Actor.PORTAL, agencyId).stream()
                .filter(member -> member.role() == Role.REVIEWER)
                .toList();
    }

    private List<Long> heads(long agencyId) {
        return staff.of(Actor.PORTAL, agencyId).stream()
                .filter(member -> member.role().may(Permission.APPROVE_PROPOSALS))
                .map(AgencyStaff.Member::accountId)
                .toList();
    }

    private String name(long agencyId) {
        return catalogue.agency(agencyId).map(AgencyView::name).orElse("");
    }

    private void keep(Actor head, String action, Loan loan) {
        trail.fire(new EntryDecided(
                head.accountId(),
                action,
                "loan",
                loan.id().toString(),
                Map.of(
                        "agency",
                        String.valueOf(loan.lenderId()),
                        "to",
                        String.valueOf(loan.borrowerId()),
                        "reviewer",
                        String.valueOf(loan.accountId()),
                        "from",
                        loan.from().toString(),
                        "until",
                        loan.to().toString())));
    }

    private List<Loan> list(String condition, Object... args) {
        return sql.list(COLUMNS + condition, Lending::read, args);
    }

    private static Loan read(ResultSet row) throws SQLException {
        return new Loan(
                Sql.publicId(row, "public_id"),
                row.getLong("lender_id"),
                row.getLong("account_id"),
                row.getLong("borrower_id"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
