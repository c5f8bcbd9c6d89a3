package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.intake.CheckedRow;
import vn.khanhhoa.thecovid.intake.FormDefinition;
import vn.khanhhoa.thecovid.person.People;
import vn.khanhhoa.thecovid.platform.RateLimits;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.platform.crypto.DataCipher;
import vn.khanhhoa.thecovid.registry.Residents;
import vn.khanhhoa.thecovid.registry.Route;
import vn.khanhhoa.thecovid.registry.Routing;
import vn.khanhhoa.thecovid.registry.RoutingQuestion;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.Period;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * People without an employer ask for a card themselves, or an officer of their commune does it for them. What they send is
 * an entry like any other. Who sends is never told whether the person was there before: what came earlier stays as it is,
 * under its own code, and the agency sees both. How often a document is sent is counted from one network first, so that nobody
 * can keep its owner out from elsewhere; the bound over all networks is far above.
 */
@UseCase
public class IndividualEntries {
    private static final int SENT_FROM_ADDRESS = 30;
    private static final Duration ADDRESS_WINDOW = Duration.ofHours(1);
    private static final int SENT_FOR_DOCUMENT_FROM_ADDRESS = 5;
    private static final int SENT_FOR_DOCUMENT = 50;
    private static final Duration DOCUMENT_WINDOW = Duration.ofDays(1);
    private static final String TYPE = "KDC";

    /** What became of a form that was sent. */
    public sealed interface Outcome {}

    /** The id must not leave the server; the code is told to the sender alone. */
    public record Sent(long entryId, RegistrationCode code) implements Outcome {}

    public record Faulty(IndividualCheck check) implements Outcome {}

    public record TooManyAttempts() implements Outcome {}

    /** What somebody asks for. @param activities their codes */
    public record Asked(long personId, Set<String> activities, Period period) {}

    /** Nothing was entered: there is another request. */
    public record Hindered(Asked asked, IndividualRequests.Request by) implements Outcome {}

    /** That somebody knows code and document of an entry that its person sent. It must not leave the server. */
    public static final class Proof implements Serializable {
        private static final long serialVersionUID = 1;
        private final long entryId;

        private Proof(long entryId) {
            this.entryId = entryId;
        }
    }

    /** Where an entry was, which only its mending moves. */
    private record Place(long listId, long organisationId, byte[] key, long sender) {}

    /** A good form on its way. */
    private record Checked(FormDefinition form, CheckedRow row, byte[] personKey, long areaId, Route route) {}

    @Inject
    private IndividualForm form;

    @Inject
    private IndividualLists lists;

    @Inject
    private Lists entities;

    @Inject
    private Entries entries;

    @Inject
    private Standings standings;

    @Inject
    private IndividualProofs proofs;

    @Inject
    private EntryCodes codes;

    @Inject
    private People people;

    @Inject
    private Residents residents;

    @Inject
    private Routing routing;

    @Inject
    private IndividualRequests requests;

    @Inject
    private RateLimits limits;

    @Inject
    private DataCipher cipher;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    @Inject
    private Event<IndividualEntered> entered;

    @Requires(Permission.ANYONE)
    public List<IndividualField> fields() {
        return form.fields();
    }

    /** Looks at what was filled in and at nothing else: the answer holds nothing that the sender did not type. */
    @Requires(Permission.ANYONE)
    public IndividualCheck check(Map<String, String> cells) {
        CheckedRow row = form.check(form.definition(), cells, 1);
        return form.view(row, checked(row).map(this::agencyName).orElse(""));
    }

    /**
     * @param sender a visitor, or whoever is signed in: an officer of an agency is on record as for {@link #sendFor}
     * @param ticket of the form, at random: sent once more, it is the same entry
     */
    @Requires(Permission.ANYONE)
    public Outcome send(Actor sender, PublicId ticket, Map<String, String> cells, String networkAddress) {
        CheckedRow row = form.check(form.definition(), cells, 1);
        Optional<Checked> good = checked(row);
        if (good.isEmpty()) {
            return new Faulty(form.view(row, ""));
        }
        String document = HexFormat.of().formatHex(good.get().personKey());
        if (!limits.allow("individual-address", networkAddress, SENT_FROM_ADDRESS, ADDRESS_WINDOW)
                || !limits.allow(
                        "individual-document-address",
                        document + "\n" + networkAddress,
                        SENT_FOR_DOCUMENT_FROM_ADDRESS,
                        DOCUMENT_WINDOW)
                || !limits.allow("individual-document", document, SENT_FOR_DOCUMENT, DOCUMENT_WINDOW)) {
            return new TooManyAttempts();
        }
        return enter(onRecord(sender), ticket, good.get());
    }

    /**
     * For whoever was shown to be the person by the phone of their health record, which has its own limits: where cards are given by
     * the data, the portal may decide this one.
     *
     * @param hindrance asked once, in this transaction, unless it was sent under the ticket before: what stands in the way
     */
    @Requires(Permission.RUN_JOBS)
    public Outcome sendProved(
            Actor portal,
            PublicId ticket,
            Map<String, String> cells,
            Function<Asked, Optional<IndividualRequests.Request>> hindrance) {
        CheckedRow row = form.check(form.definition(), cells, 1);
        Optional<Checked> good = checked(row);
        if (good.isEmpty()) {
            return new Faulty(form.view(row, ""));
        }
        return enter(Actor.VISITOR, ticket, good.get(), true, hindrance);
    }

    /** An officer of the commune for somebody who cannot do it; another officer decides. */
    @Requires(Permission.REVIEW_ENTRIES)
    public Outcome sendFor(Actor actor, PublicId ticket, Map<String, String> cells) {
        CheckedRow row = form.check(form.definition(), cells, 1);
        Optional<Checked> good = checked(row);
        if (good.isEmpty()) {
            return new Faulty(form.view(row, ""));
        }
        if (good.get().route().agencyId() != actor.agencyId()) {
            throw new RuleViolation("stafflist.individual-of-another-agency", agencyName(good.get()));
        }
        return enter(actor, ticket, good.get());
    }

    /**
     * For {@code citizen}, as all that follows. Empty where code and document do not belong together, or no person sent the entry. Looking at an entry needs the end of
     * the document's number; to read again what was sent, to change it or to take it back needs the whole number, but for
     * zeros in front, without which it is accepted when it is sent as well.
     */
    @Requires(Permission.ANYONE)
    public Optional<Proof> prove(RegistrationCode code, String documentNumber, String networkAddress) {
        return proofs.entry(code, documentNumber, networkAddress).map(Proof::new);
    }

    /** What was sent, to be mended. */
    @Requires(Permission.ANYONE)
    public Map<String, String> cells(Proof proof) {
        return Cells.read(cipher.open(
                sql.list("SELECT cells FROM stafflist_entry WHERE id = ?", row -> row.getBytes(1), proof.entryId)
                        .get(0)));
    }

    /**
     * A returned entry, mended: it keeps its code, and goes to where the person now lives. It does not become another person's,
     * by another document and another name: that is another entry.
     *
     * @param mender a visitor, or whoever is signed in: an officer of an agency does not decide it then
     */
    @Requires(Permission.ANYONE)
    public Outcome mend(Actor mender, Proof proof, Map<String, String> cells) {
        long entryId = proof.entryId;
        CheckedRow row = form.check(form.definition(), cells, 1);
        Optional<Checked> good = checked(row);
        if (good.isEmpty()) {
            return new Faulty(form.view(row, ""));
        }
        long organisation = residents.ofCommune(Actor.PORTAL, good.get().areaId());
        Place before = sql.list(
                        "SELECT list_id, organisation_id, row_key, submitted_by FROM stafflist_entry WHERE id = ?",
                        found -> new Place(found.getLong(1), found.getLong(2), found.getBytes(3), found.getLong(4)),
                        entryId)
                .get(0);
        boolean stays = before.organisationId() == organisation
                && Arrays.equals(before.key(), good.get().personKey());
        StaffList list = stays
                ? entities.locked(before.listId())
                : lists.without(good.get().personKey(), organisation, good.get().form(), clock.instant());
        Entry entry = entities.entriesForDecision(List.of(entryId)).get(0);
        EntryAction.MEND.require(entry.position());
        Standing held =
                Objects.requireNonNull(standings.held(List.of(entryId)).byId().get(entryId));
        EntryContent content = content(good.get());
        if (held.becomesAnother(content.personId(), content.name())) {
            throw new RuleViolation("stafflist.mended-into-another");
        }
        Actor by = onRecord(mender);
        long sender = before.sender() == 0 ? by.accountId() : before.sender();
        if (by.accountId() != sender) {
            close(entry, by);
        }
        if (!stays) {
            sql.update(
                    "UPDATE stafflist_entry SET list_id = ?, organisation_id = ?, row_key = ?, generation = 1 WHERE id = ?",
                    list.id(),
                    organisation,
                    good.get().personKey(),
                    entryId);
        }
        Standing standing = standings.held(List.of(entryId)).byId().get(entryId);
        entries.enter(list, List.of(line(list, good.get(), content, sender, new Aim(EntryKind.NEW, standing, null))));
        trail.fire(event(by, "stafflist.individual-mended", entry.publicId()));
        return new Sent(entryId, codes.of(entryId));
    }

    /** To an officer who mended what somebody else had sent. */
    private void close(Entry entry, Actor officer) {
        if (officer.isSignedIn()) {
            sql.update(
                    "UPDATE stafflist_entry SET closed_to_accounts = ? WHERE id = ?",
                    ClosedTo.text(entry.closedTo().and(officer.accountId()).accounts()),
                    entry.id());
        }
    }

    /** Who decides entries is known by whichever page they come; of others nothing is kept here. */
    private static Actor onRecord(Actor sender) {
        return sender.agencyId() == 0 ? Actor.VISITOR : sender;
    }

    @Requires(Permission.ANYONE)
    public void withdraw(Actor sender, Proof proof) {
        if (entries.withdrawOpen(sender, List.of(proof.entryId)).isEmpty()) {
            throw new RuleViolation("stafflist.entry-not-open");
        }
        trail.fire(event(onRecord(sender), "stafflist.individual-withdrawn", publicId(proof.entryId)));
    }

    private Optional<Checked> checked(CheckedRow row) {
        if (!row.isGood() || row.identity().isEmpty()) {
            return Optional.empty();
        }
        long area = form.commune(row).orElseThrow().id();
        Route route = routing.route(new RoutingQuestion(
                        IndividualForm.CODE, TYPE, "", 0, area, area, "", area, 0, false, form.today()))
                .orElseThrow(() -> new IllegalStateException("no agency, not even for triage"));
        byte[] key = cipher.match("row", row.identity().get().number());
        return Optional.of(new Checked(form.definition(), row, key, area, route));
    }

    private String agencyName(Checked good) {
        return requests.agency(good.route().agencyId());
    }

    private Outcome enter(Actor actor, PublicId ticket, Checked good) {
        return enter(actor, ticket, good, false, asked -> Optional.empty());
    }

    /** @param proved who sends it; what was sent under the ticket before stays as it was */
    private Outcome enter(
            Actor actor,
            PublicId ticket,
            Checked good,
            boolean proved,
            Function<Asked, Optional<IndividualRequests.Request>> hindrance) {
        long organisation = residents.ofCommune(Actor.PORTAL, good.areaId());
        byte[] ticketHash = cipher.match("individual-ticket", ticket.toString());
        Optional<Long> sent = sql.first(
                "SELECT entry_id FROM stafflist_individual WHERE ticket_hash = ?", row -> row.getLong(1), ticketHash);
        if (sent.isPresent()) {
            return new Sent(sent.get(), codes.of(sent.get()));
        }
        EntryContent content = content(good);
        Asked asked = new Asked(
                content.personId(),
                Set.copyOf(good.row().codes("activities")),
                new Period(content.validFrom(), content.validTo()));
        Optional<IndividualRequests.Request> other = hindrance.apply(asked);
        if (other.isPresent()) {
            return new Hindered(asked, other.get());
        }
        StaffList list = lists.without(good.personKey(), organisation, good.form(), clock.instant());
        long entry = entries.enter(
                        list, List.of(line(list, good, content, actor.accountId(), new Aim(EntryKind.NEW, null, null))))
                .values()
                .iterator()
                .next();
        sql.update(
                "INSERT INTO stafflist_individual (entry_id, ticket_hash, proved) VALUES (?, ?, ?)",
                entry,
                ticketHash,
                proved);
        trail.fire(event(actor, "stafflist.individual-sent", publicId(entry)));
        entered.fire(new IndividualEntered(entry, list.id(), actor.accountId()));
        return new Sent(entry, codes.of(entry));
    }

    private NewEntry line(StaffList list, Checked good, EntryContent content, long sender, Aim aim) {
        int number = lists.nextLine(list.id());
        return new NewEntry(
                new ReadyRow(
                        0,
                        number,
                        good.personKey(),
                        new DraftCells(good.row().cells(), Map.of(), Set.of(), Map.of(), Map.of()),
                        EntryKind.NEW,
                        0,
                        null),
                aim,
                content,
                good.route(),
                good.areaId(),
                true,
                sender,
                clock.instant());
    }

    private EntryContent content(Checked good) {
        long person = people.enter(Actor.PORTAL, List.of(SubmissionStep.identity(good.row())))
                .get(0);
        return EntryContent.of(
                good.row(),
                person,
                EntryPlace.residence(good.areaId()),
                good.row().cells());
    }

    private PublicId publicId(long entryId) {
        return sql.list(
                        "SELECT public_id FROM stafflist_entry WHERE id = ?",
                        row -> PublicId.ofBytes(row.getBytes(1)),
                        entryId)
                .get(0);
    }

    private static StaffListEvent event(Actor actor, String action, PublicId entry) {
        return new StaffListEvent(actor.accountId(), action, "entry", entry);
    }
}
