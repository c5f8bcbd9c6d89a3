package vn.khanhhoa.thecovid.stafflist;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.BenchInPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.TestAccounts;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Where 100,000 open entries of 2,000 organisations would go, against one query that reads the same entries in groups. */
class SurveyPortalBench extends BenchInPortal {
    private static final int ORGANISATIONS = 2_000;
    private static final int EACH = 50;
    private static final int ROUNDS = 5;
    private static final long FIRST = 700_000_000;

    @Inject
    private TestLists lists;

    @Inject
    private Surveys surveys;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Test
    void a_hundred_thousand_entries() throws Exception {
        fill(lists.reviewer("SDL").agencyId());
        double limit = Double.MAX_VALUE;
        double ours = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            limit = Math.min(
                    limit,
                    seconds(() -> assertThat(sql.list(
                                    "SELECT l.template_code, e.organisation_id, e.workplace_id, e.area_id, COUNT(*) FROM"
                                            + " stafflist_entry e JOIN stafflist_list l ON l.id = e.list_id WHERE e.state = 'PENDING'"
                                            + " GROUP BY l.template_code, e.organisation_id, e.workplace_id, e.area_id",
                                    row -> row.getInt(5)))
                            .hasSizeGreaterThanOrEqualTo(ORGANISATIONS)));
            ours = Math.min(ours, seconds(this::survey));
        }
        say(
                "BENCH survey.%d ratio=%.2f (limit %.0f ms, ours %.0f ms)",
                ORGANISATIONS * EACH, ours / limit, limit * 1e3, ours * 1e3);
    }

    private void survey() {
        PublicId id = lists.inTransaction(() -> {
            PublicId begun = surveys.begin(
                    TestAccounts.ADMINISTRATOR,
                    new Surveys.Question(Surveys.Rules.IN_FORCE, 0, LocalDate.now(clock), 0));
            sql.update("DELETE FROM platform_job WHERE task_name = ?", SurveyJob.NAME);
            return begun;
        });
        long number = sql.number("SELECT id FROM stafflist_survey WHERE public_id = ?", id);
        while (surveys.step(Actor.PORTAL, number, SurveyJob.STEP)) {
            Thread.yield();
        }
        assertThat(surveys.progress(TestAccounts.ADMINISTRATOR, id).done())
                .isGreaterThanOrEqualTo(ORGANISATIONS * EACH);
    }

    private void fill(long agency) {
        String numbers = "WITH RECURSIVE number (seq) AS (SELECT 1 UNION ALL SELECT seq + 1 FROM number WHERE seq < ";
        String each = numbers + ORGANISATIONS + ") SELECT ";
        insert("registry_organisation (id, public_id, type_code, name, identifier_kind, created_at) " + each + FIRST
                + " + seq, RANDOM_BYTES(16), 'DN', CONCAT('Đơn vị ', seq), 'NONE', NOW(6) FROM number");
        insert(
                "registry_registration (id, public_id, organisation_id, number, form_code, state, name, sector_code, area_id,"
                        + " headcount) " + each + FIRST + " + seq, RANDOM_BYTES(16), " + FIRST
                        + " + seq, 1, CONCAT('B', seq), 'CONFIRMED', CONCAT('Đơn vị ', seq), ELT(1 + seq MOD 4, '10', '49', '85', '56'),"
                        + " (SELECT id FROM registry_area WHERE code = '22327' AND valid_to IS NULL), seq MOD 400 FROM number");
        insert("registry_workplace (id, public_id, organisation_id, name, address, area_id, headcount) " + each + FIRST
                + " + seq, RANDOM_BYTES(16), " + FIRST + " + seq, 'Nhà máy', '12 Yersin',"
                + " (SELECT id FROM registry_area WHERE code = '22327' AND valid_to IS NULL), 50 FROM number");
        insert(
                "stafflist_list (id, public_id, organisation_id, template_code, template_version, name, state, created_by,"
                        + " created_at) " + each + FIRST + " + seq, RANDOM_BYTES(16), " + FIRST
                        + " + seq, 'M01', 1, 'Danh sách', 'SUBMITTED', 1, NOW(6) FROM number");
        insert(
                "stafflist_entry (id, public_id, list_id, organisation_id, row_key, submitted_by, submitted_at, code_hash, code,"
                        + " agency_id, rule_id, own_people, person_id, line_number, state, name, birth_year, workplace_id, workplace,"
                        + " area_id, activities, valid_from, valid_to, cells) " + numbers + ORGANISATIONS * EACH
                        + ") SELECT "
                        + FIRST + " + seq, RANDOM_BYTES(16), " + FIRST + " + 1 + seq MOD " + ORGANISATIONS + ", "
                        + FIRST
                        + " + 1 + seq MOD " + ORGANISATIONS
                        + ", RANDOM_BYTES(32), 1, NOW(6), RANDOM_BYTES(32), RANDOM_BYTES(44), "
                        + agency + ", 1, FALSE, 1, seq, 'PENDING', 'Nguyễn Văn An', 1987, " + FIRST + " + 1 + seq MOD "
                        + ORGANISATIONS
                        + ", 'Nhà máy', (SELECT id FROM registry_area WHERE code = '22327' AND valid_to IS NULL),"
                        + " 'LV_DN', '2021-10-01', '2021-12-01', RANDOM_BYTES(400) FROM number");
        sql.list("ANALYZE TABLE stafflist_entry, stafflist_list", row -> row.getString(4));
    }

    private void insert(String what) {
        sql.update("SET STATEMENT max_recursive_iterations = 1000000 FOR INSERT INTO " + what);
    }
}
