package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.person.Identity;
import vn.khanhhoa.thecovid.person.People;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.crypto.DataCipher;
import vn.khanhhoa.thecovid.shared.Period;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Entries as a submission leaves them, written straight into the tables, and approved as a decision does it. */
@ApplicationScoped
public class TestEntries {
    public static final String NAME = "Nguyễn Hoàng Phương Thảo";
    public static final String LAST_FOUR = "0678";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** An entry, and the code that its person was given. */
    public record Entered(
            long entryId,
            long personId,
            String documentNumber,
            long organisationId,
            long agencyId,
            RegistrationCode code) {}

    @Inject
    private Sql sql;

    @Inject
    private Entries entries;

    @Inject
    private People people;

    @Inject
    private DataCipher cipher;

    @Inject
    private Clock clock;

    @Inject
    private Event<EntriesApproved> approved;

    /** Waiting for a decision, of a person that no other test has. */
    @Transactional
    public Entered pending() {
        long organisation = anOrganisation();
        long agency = sql.number("SELECT MIN(id) FROM registry_agency");
        String number = aNumber();
        long person = people.enter(
                        Actor.PORTAL, List.of(new Identity("CCCD", number, NAME, "1987-09-05", "FEMALE", "", "")))
                .get(0);
        long list = sql.number("SELECT NEXT VALUE FOR stafflist_seq");
        sql.update(
                "INSERT INTO stafflist_list (id, public_id, organisation_id, template_code, template_version, name, state,"
                        + " created_by, created_at) VALUES (?, ?, ?, 'M01', 1, 'Test', 'SUBMITTED', 1, ?)",
                list,
                PublicId.random(),
                organisation,
                clock.instant());
        long entry = sql.number("SELECT NEXT VALUE FOR stafflist_bulk_seq");
        RegistrationCode code = RegistrationCode.random();
        LocalDate today = LocalDate.now(clock);
        sql.update(
                "INSERT INTO stafflist_entry (id, public_id, list_id, organisation_id, agency_id, rule_id, own_people,"
                        + " person_id, line_number, row_key, state, name, birth_year, workplace_id, workplace, area_id, activities,"
                        + " valid_from, valid_to, cells, code_hash, code, submitted_by, submitted_at)"
                        + " VALUES (?, ?, ?, ?, ?, 1, 0, ?, 1, ?, 'PENDING', ?, 1987, 1, 'Nhà máy Vĩnh Hòa', 1, 'LV_DN VT_HANG',"
                        + " ?, ?, ?, ?, ?, 1, ?)",
                entry,
                PublicId.random(),
                list,
                organisation,
                agency,
                person,
                ByteBuffer.allocate(8).putLong(entry).array(),
                NAME,
                today,
                today.plusDays(20),
                cipher.seal(Cells.write(Map.of())),
                entries.codeKey(code),
                cipher.seal(code.text()),
                clock.instant());
        return new Entered(entry, person, number, organisation, agency, code);
    }

    /** With a card from then on, valid from today for three weeks. */
    @Transactional
    public Entered approved() {
        Entered entered = pending();
        approve(entered, LocalDate.now(clock));
        return entered;
    }

    @Transactional
    public void approve(Entered entered, LocalDate from) {
        sql.update(
                "UPDATE stafflist_entry SET state = 'APPROVED', decided_at = ? WHERE id = ?",
                clock.instant(),
                entered.entryId());
        approved.fire(new EntriesApproved(
                List.of(new ApprovedEntry(
                        entered.entryId(),
                        0,
                        entered.personId(),
                        entered.organisationId(),
                        entered.agencyId(),
                        entered.agencyId(),
                        sql.number("SELECT list_id FROM stafflist_entry WHERE id = ?", entered.entryId()),
                        NAME,
                        1987,
                        "Nhà máy Vĩnh Hòa",
                        List.of("LV_DN", "VT_HANG"),
                        new Period(from, from.plusDays(20)))),
                Actor.PORTAL));
    }

    /** As the agency does it, with a word to the person. */
    @Transactional
    public void returned(Entered entered, String text) {
        sql.update(
                "UPDATE stafflist_entry SET state = 'RETURNED', decided_at = ?, reason_code = 'R03', reason_text = ?"
                        + " WHERE id = ?",
                clock.instant(),
                text,
                entered.entryId());
    }

    private long anOrganisation() {
        long id = sql.number("SELECT NEXT VALUE FOR registry_seq");
        sql.update(
                "INSERT INTO registry_organisation (id, public_id, type_code, name, identifier_kind, created_at)"
                        + " VALUES (?, ?, 'KDC', 'Tổ dân phố thử', 'NONE', ?)",
                id,
                PublicId.random(),
                clock.instant());
        sql.update(
                "INSERT INTO registry_registration (id, public_id, organisation_id, number, form_code, state, name)"
                        + " VALUES (NEXT VALUE FOR registry_seq, ?, ?, 1, ?, 'CONFIRMED', 'Tổ dân phố thử')",
                PublicId.random(),
                id,
                "T" + id);
        return id;
    }

    private static String aNumber() {
        return "05%06d".formatted(RANDOM.nextInt(1_000_000)) + LAST_FOUR;
    }
}
