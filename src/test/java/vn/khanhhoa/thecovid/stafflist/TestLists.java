package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.intake.ListFiles;
import vn.khanhhoa.thecovid.intake.ReferenceLists;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.TestTransaction;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Organisations with lists on their way. The jobs run here and now, in the caller's thread, not when their turn comes. */
@ApplicationScoped
public class TestLists {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final AtomicLong ACCOUNTS = new AtomicLong(1_000_000);

    @Inject
    private ListKeeping keeping;

    @Inject
    private Uploading uploading;

    @Inject
    private Previewing previewing;

    @Inject
    private IntakeJob intake;

    @Inject
    private ListSubmission submission;

    @Inject
    private SubmissionJob submissionJob;

    @Inject
    private SubmissionStep submissionStep;

    @Inject
    private Forms forms;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Inject
    private TestTransaction transaction;

    /** The officer of a factory whose registration is confirmed; its one workplace goes to the agency SCT. */
    public Actor factory() {
        return factory("CONFIRMED");
    }

    public Actor factory(String registrationState) {
        Actor officer = organisation("DN", "TAX_CODE", fresh(), registrationState);
        workplace(officer, "Nhà máy Vĩnh Hòa", "22327", "");
        return officer;
    }

    /** An officer of an organisation without a workplace. */
    public Actor organisation(String type, String identifierKind, String identifier, String registrationState) {
        long id = sql.number("SELECT NEXT VALUE FOR registry_seq");
        sql.update(
                "INSERT INTO registry_organisation (id, public_id, type_code, name, identifier_kind, identifier,"
                        + " created_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
                id,
                PublicId.random(),
                type,
                "Đơn vị thử " + identifier,
                identifierKind,
                identifier,
                clock.instant());
        sql.update(
                "INSERT INTO registry_registration (id, public_id, organisation_id, number, form_code, state, name,"
                        + " sector_code, area_id, headcount) VALUES (NEXT VALUE FOR registry_seq, ?, ?, 1, ?, ?, ?, '10',"
                        + " (SELECT id FROM registry_area WHERE code = '22327' AND valid_to IS NULL), 320)",
                PublicId.random(),
                id,
                "T" + fresh(),
                registrationState,
                "Đơn vị thử " + identifier);
        return new Actor(ACCOUNTS.incrementAndGet(), "Bùi Thị Nhân Sự", Role.ORGANISATION_OFFICER, id, 0);
    }

    public void workplace(Actor officer, String name, String areaCode, String zone) {
        sql.update(
                "INSERT INTO registry_workplace (id, public_id, organisation_id, name, address, area_id, zone_code,"
                        + " headcount) VALUES (NEXT VALUE FOR registry_seq, ?, ?, ?, '12 Yersin',"
                        + " (SELECT id FROM registry_area WHERE code = ? AND valid_to IS NULL), ?, 100)",
                PublicId.random(),
                officer.organisationId(),
                name,
                areaCode,
                zone.isEmpty() ? null : zone);
    }

    /** Turns the organisation into the one that an agency is. */
    public void isReally(Actor officer, String agencyCode) {
        sql.update(
                "UPDATE registry_organisation SET identifier = NULL WHERE identifier_kind = 'AGENCY_CODE' AND identifier = ? AND"
                        + " id <> ?",
                agencyCode,
                officer.organisationId());
        sql.update(
                "UPDATE registry_organisation SET identifier_kind = 'AGENCY_CODE', identifier = ? WHERE id = ?",
                agencyCode,
                officer.organisationId());
    }

    public void reroute(long entryId, long agencyId) {
        sql.update("UPDATE stafflist_entry SET agency_id = ? WHERE id = ?", agencyId, entryId);
    }

    /** Ten digits that no other test uses. */
    public static String fresh() {
        return String.valueOf(ThreadLocalRandom.current().nextLong(1_000_000_000L, 9_999_999_999L));
    }

    public Actor reviewer(String agencyCode) {
        long agency = sql.number("SELECT id FROM registry_agency WHERE code = ? AND valid_to IS NULL", agencyCode);
        mandate(agency);
        return member(agency, Role.REVIEWER, "Trần Thị Duyệt");
    }

    /** Its officers decide themselves. */
    public void mandate(long agency) {
        sql.update(
                "INSERT INTO review_mandate (id, public_id, agency_id, document_no, valid_from, granted_by, granted_at)"
                        + " SELECT NEXT VALUE FOR review_seq, ?, ?, '12/QĐ', '2021-01-01', 0, ? FROM DUAL WHERE NOT EXISTS"
                        + " (SELECT 1 FROM review_mandate WHERE agency_id = ?)",
                PublicId.random(),
                agency,
                clock.instant(),
                agency);
    }

    /** Somebody of the agency, with an account. */
    public Actor member(long agencyId, Role role, String name) {
        long account = sql.number("SELECT NEXT VALUE FOR access_seq");
        sql.update(
                "INSERT INTO access_account (id, public_id, email, display_name, role, agency_id, state, created_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, 'ACTIVE', ?)",
                account,
                PublicId.random(),
                "a" + account + "@test.example",
                name,
                role.name(),
                agencyId,
                clock.instant());
        return new Actor(account, name, role, 0, agencyId);
    }

    public Actor head(String agencyCode) {
        long agency = sql.number("SELECT id FROM registry_agency WHERE code = ? AND valid_to IS NULL", agencyCode);
        return member(agency, Role.APPROVER, "Phan Lãnh Đạo");
    }

    public PublicId list(Actor officer) {
        return keeping.begin(officer, "M01", "Danh sách " + fresh());
    }

    /** People for the officer's workplaces in turn, of whom the last {@code bad} ones have an error. */
    public ListFiles people(Actor officer, int count, int bad) {
        LocalDate today = LocalDate.now(clock);
        ReferenceLists lists = forms.references(officer.organisationId(), today);
        ListFiles people =
                ListFiles.m01(count, bad, ThreadLocalRandom.current().nextLong(), lists, today, today.plusDays(60));
        long first = ThreadLocalRandom.current().nextLong(1_000_000 - count);
        for (int i = 0; i < count; i++) {
            List<String> row = people.rows().get(i);
            String number = ListFiles.get(row, "document_number");
            if (number.length() == 12) {
                ListFiles.set(row, "document_number", number.substring(0, 6) + String.format("%06d", first + i));
            }
            if (!ListFiles.get(row, "workplace").startsWith("Kho")) {
                ListFiles.set(
                        row,
                        "workplace",
                        lists.workplaces().get(i % lists.workplaces().size()).name());
            }
        }
        return people;
    }

    /** People with so many letters in three of their cells that nothing like them comes again. */
    public ListFiles wordy(Actor officer, int count) {
        ListFiles people = people(officer, count, 0);
        Random random = new Random(1);
        for (List<String> row : people.rows()) {
            for (String column : List.of("note", "address", "route")) {
                StringBuilder noise = new StringBuilder(190);
                for (int i = 0; i < 190; i++) {
                    noise.append((char) ('a' + random.nextInt(26)));
                }
                ListFiles.set(row, column, noise.toString());
            }
        }
        return people;
    }

    /** Receives a file without leaving its reading to the scheduler, and gives the upload's id. */
    public long receive(Actor officer, PublicId list, byte[] file) {
        PublicId upload = inTransaction(() -> {
            PublicId received = uploading.receive(officer, list, "danh-sach.xlsx", file);
            sql.update("DELETE FROM platform_job WHERE task_name = ?", IntakeJob.NAME);
            return received;
        });
        return sql.number("SELECT id FROM stafflist_upload WHERE public_id = ?", upload);
    }

    public void read(long uploadId) {
        intake.run(String.valueOf(uploadId));
    }

    /** Receives and reads a file; says what became of it. */
    public UploadView read(Actor officer, PublicId list, byte[] file) {
        read(receive(officer, list, file));
        return uploading.uploads(officer, list).get(0);
    }

    /** The same, and takes the file into the draft where it waits for that. */
    public UploadView upload(Actor officer, PublicId list, byte[] file) {
        UploadView upload = read(officer, list, file);
        if (upload.state() == UploadState.STAGED) {
            previewing.take(officer, list, upload.id(), false);
        }
        return uploading.uploads(officer, list).get(0);
    }

    /** Submits what is good in the draft, and sees it through. */
    public void submit(Actor officer, PublicId list) {
        carry(send(officer, list));
    }

    /** Sends what is good in the draft on its way, and gives the job that would carry it. */
    public String send(Actor officer, PublicId list) {
        return inTransaction(() -> {
            submission.submit(officer, list);
            String job = sql.list(
                            "SELECT task_instance FROM platform_job WHERE task_name = ?",
                            row -> row.getString(1),
                            SubmissionJob.NAME)
                    .get(0);
            sql.update("DELETE FROM platform_job WHERE task_name = ?", SubmissionJob.NAME);
            return job;
        });
    }

    public void carry(String job) {
        submissionJob.run(job);
    }

    /** One step of the job, after which whoever runs it is stopped. */
    public void carrySome(String job, int lines) {
        long[] parts =
                Arrays.stream(job.split(":", -1)).mapToLong(Long::parseLong).toArray();
        submissionStep.submit(parts[0], parts[1], parts[2], lines);
    }

    /** Waits until the scheduler has done all that was enqueued for it. */
    public void awaitJobs() {
        long latest = System.nanoTime() + PATIENCE.toNanos();
        while (sql.number(
                        "SELECT COUNT(*) FROM platform_job WHERE task_name IN (?, ?)",
                        IntakeJob.NAME,
                        SubmissionJob.NAME)
                > 0) {
            if (System.nanoTime() > latest) {
                throw new AssertionError("jobs do not come to their end");
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    /** As if an agency had decided them, and without cards. */
    public void approveAll(PublicId list) {
        sql.update(
                "UPDATE stafflist_entry e JOIN stafflist_list l ON l.id = e.list_id SET e.state = 'APPROVED', e.decided_at ="
                        + " ? WHERE l.public_id = ?",
                clock.instant(),
                list);
    }

    /** A list of so many people, submitted; all of them can be told. */
    public PublicId submitted(Actor officer, int count) {
        PublicId list = list(officer);
        ListFiles people = people(officer, count, 0);
        people.rows().stream()
                .filter(row -> ListFiles.get(row, "phone").isEmpty())
                .forEach(row -> ListFiles.set(
                        row,
                        "phone",
                        String.format("0905%06d", ThreadLocalRandom.current().nextInt(1_000_000))));
        upload(officer, list, people.xlsx());
        submit(officer, list);
        return list;
    }

    public <T> T inTransaction(Callable<T> work) {
        try {
            return transaction.call(work);
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
