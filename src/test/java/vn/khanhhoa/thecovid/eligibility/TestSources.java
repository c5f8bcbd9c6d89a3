package vn.khanhhoa.thecovid.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.person.Identity;
import vn.khanhhoa.thecovid.person.People;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Sources of health data, each of a test alone, and files for them. */
@ApplicationScoped
public class TestSources {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final AtomicLong NUMBERS = new AtomicLong(2_000_000);

    private final AtomicLong matched = new AtomicLong();

    @Inject
    private SourceKeeping keeping;

    @Inject
    private RecordImports imports;

    @Inject
    private ImportJob job;

    @Inject
    private TouchedJob touching;

    @Inject
    private MatchingSteps matching;

    @Inject
    private DueSteps due;

    @Inject
    private DailyTotals totals;

    @Inject
    private StoredSources stored;

    @Inject
    private IncompleteDays incomplete;

    @Inject
    private People people;

    @Inject
    private Sql sql;

    /** Of Sở Y tế. */
    public Actor health() {
        return new Actor(NUMBERS.incrementAndGet(), "Đặng Thị Y Tế", Role.HEALTH_OFFICER, 0, agency("SYT"));
    }

    public Actor officer(String agencyCode) {
        return new Actor(NUMBERS.incrementAndGet(), "Lâm Thị Dữ Liệu", Role.SOURCE_OFFICER, 0, agency(agencyCode));
    }

    /** An agency that has nothing yet but what the test gives it. */
    private long agency(String code) {
        return sql.number("SELECT id FROM registry_agency WHERE code = ? AND valid_to IS NULL", code);
    }

    /** Of the officer's agency, which loses all others; with the usual deadline. */
    public PublicId source(Actor officer, SourceKind kind) {
        sql.update(
                "UPDATE eligibility_source SET agency_id = 0 WHERE agency_id = ? AND kind = ?",
                officer.agencyId(),
                kind.name());
        return keeping.add(
                health(),
                new SourceForm(
                        "THU-" + NUMBERS.incrementAndGet(),
                        kind,
                        "Nguồn thử",
                        "Test source",
                        officer.agencyId(),
                        eventHours(kind),
                        kind == SourceKind.TESTING ? Integer.valueOf(4) : null,
                        null));
    }

    private static @Nullable Integer eventHours(SourceKind kind) {
        return switch (kind) {
            case VACCINATION -> Integer.valueOf(48);
            case TESTING -> Integer.valueOf(12);
            case TREATMENT -> null;
        };
    }

    /** In Phường Vĩnh Hòa. */
    public PublicId facility(Actor officer, PublicId source, String code) {
        return facility(officer, source, code, "22327");
    }

    public PublicId facility(Actor officer, PublicId source, String code, String commune) {
        long area = sql.number("SELECT id FROM registry_area WHERE code = ? AND valid_to IS NULL", commune);
        return keeping.addFacility(
                officer,
                source,
                new FacilityForm(
                        code,
                        "Cơ sở " + code.toLowerCase(Locale.ROOT),
                        FacilityKind.VACCINATION_SITE,
                        area,
                        false,
                        LocalDate.of(2021, 1, 1),
                        null));
    }

    /** Twelve digits that no other test uses, of a man born in 1985. */
    public static String document() {
        return "056085" + String.format(Locale.ROOT, "%06d", NUMBERS.incrementAndGet() % 1_000_000);
    }

    public static byte[] csv(String... lines) {
        return String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    /** A man of the portal, as a list names him. @return his id */
    public long person(String document, String name, String birth, String phone, String commune) {
        return people.enter(Actor.PORTAL, List.of(new Identity("CCCD", document, name, birth, "MALE", phone, commune)))
                .get(0);
    }

    /** Finds whom the records that came are about, here and now. */
    public void match() {
        while (matching.ofLists() || matching.ofImports()) {
            matched.incrementAndGet();
        }
    }

    /** What a facility had on a day, and then which days are incomplete. */
    public void declare(Actor officer, PublicId source, PublicId facility, LocalDate day, int total) {
        totals.declare(officer, source, day, Map.of(facility, total));
        incomplete.keep(stored.readable(officer, source));
    }

    /** Reckons who is due by the records that came, here and now. */
    public void reckon() {
        while (due.ofPeople() || due.ofImports()) {
            matched.incrementAndGet();
        }
    }

    /** Until no import of whatever test is left to be read, matched or reckoned, which the portal would do at its own time. */
    public void quiet() {
        long latest = System.nanoTime() + PATIENCE.toNanos();
        while (sql.number(
                        "SELECT (SELECT COUNT(*) FROM eligibility_import WHERE state <> 'RECEIVED' AND (to_match OR to_reckon))"
                                + " + (SELECT COUNT(*) FROM platform_job WHERE task_name IN ('eligibility.import', 'eligibility.touched')"
                                + " AND (picked OR execution_time <= UTC_TIMESTAMP(6)))")
                > 0) {
            assertThat(System.nanoTime()).as("imports come to their end").isLessThan(latest);
            match();
            reckon();
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    /** Sent, and read to its end here and now, whatever the clock of the test says. */
    public ImportView read(Actor officer, PublicId source, byte[] file) {
        PublicId id = imports.receive(officer, source, Optional.empty(), "du-lieu.csv", file, false)
                .id();
        return readNow(officer, id);
    }

    public ImportView readNow(Actor officer, PublicId id) {
        job.run(String.valueOf(number(id)));
        ImportView view = await(officer, id);
        touched(id);
        return view;
    }

    private long number(PublicId importId) {
        return sql.number("SELECT id FROM eligibility_import WHERE public_id = ?", importId);
    }

    /** Tells of the people of an import that was read or withdrawn, here and now. */
    public void touched(PublicId importId) {
        touching.run(number(importId) + "/0");
    }

    private ImportView await(Actor officer, PublicId id) {
        long latest = System.nanoTime() + PATIENCE.toNanos();
        ImportView view = imports.view(officer, id);
        while (view.isBusy()) {
            if (System.nanoTime() > latest) {
                throw new AssertionError("the file is not read");
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            view = imports.view(officer, id);
        }
        return view;
    }
}
