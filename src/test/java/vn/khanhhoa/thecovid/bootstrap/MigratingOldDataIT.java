package vn.khanhhoa.thecovid.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A portal of an earlier version, with what was in it, is brought up to date. */
class MigratingOldDataIT {
    private static final long FACTORIES = 11;
    private static final long BUILDERS = 12;
    private static final long POLICE = 13;
    private static final long ARMY = 14;

    private static EmbeddedDatabase server;

    @BeforeAll
    static void rows_as_they_were_before_police_stood_behind_other_agencies() throws Exception {
        Path home = Path.of("target/migrating").toAbsolutePath();
        server = EmbeddedDatabase.start(emptied(home), freePort());
        Migrations migrations = new Migrations(server.database());
        migrations.applyUpTo("133");
        try (Connection owner = server.database().connectAsOwner();
                Statement sql = owner.createStatement()) {
            // What these tests do not look at is left at nothing.
            sql.execute("SET SESSION sql_mode = '', foreign_key_checks = 0");
            sql.execute("DELETE FROM registry_agency");
            agency(sql, FACTORIES, "SCT", "SO");
            agency(sql, BUILDERS, "SXD", "SO");
            agency(sql, POLICE, "CAT", "CONG_AN");
            agency(sql, ARMY, "BCH", "LLVT");
            sql.execute("INSERT INTO registry_activity (id, code) VALUES (1, 'LV_DN'), (2, 'LVXDN'), (3, 'CHO')");
            sql.execute(
                    "INSERT INTO stafflist_list (id, public_id, template_code) VALUES (1, RANDOM_BYTES(16), 'M01')");
            entry(sql, 1, POLICE, "PENDING", 1, "Nguyễn Thị Ánh", FACTORIES);
            entry(sql, 2, POLICE, "PENDING", 2, "Đỗ Văn Quý", FACTORIES, BUILDERS);
            entry(sql, 3, ARMY, "APPROVED", 2, "Đỗ Văn Quý", FACTORIES, POLICE);
            entry(sql, 4, BUILDERS, "REFUSED", 1, "Lê  HỮU  Đạt", FACTORIES);
            entry(sql, 5, POLICE, "PENDING", 0, "Hồ Ngọc Mỹ");
            entry(sql, 6, POLICE, "WITHDRAWN", 1, "Võ Thị Bưởi", BUILDERS);
            entry(sql, 7, POLICE, "APPROVED", 2, "Đỗ Văn Quý", FACTORIES, BUILDERS);
            card(sql, 3, ARMY);
            card(sql, 4, BUILDERS);
            card(sql, 7, POLICE);
            sql.execute("UPDATE stafflist_entry SET activities = 'LVXDN' WHERE id = 5");
        }
        migrations.applyUpTo("166");
        suspicions();
        records();
        migrations.apply();
    }

    @AfterAll
    static void the_database_ends() {
        server.close();
    }

    @Test
    void applicants_are_told_of_the_last_agency_before_police_or_army() throws SQLException {
        assertThat(column("SELECT IFNULL(told_agency_id, 'none') FROM stafflist_entry ORDER BY id"))
                .containsExactly(
                        "" + FACTORIES, "" + BUILDERS, "" + FACTORIES, "none", "none", "" + BUILDERS, "" + BUILDERS);
    }

    @Test
    void a_card_names_the_agency_that_its_holder_is_told_of() throws SQLException {
        assertThat(
                        column(
                                "SELECT CONCAT(entry_id, ' ', IFNULL(told_agency_id, 'none')) FROM card_card ORDER BY entry_id"))
                .containsExactly("3 " + FACTORIES, "4 none", "7 " + BUILDERS);
    }

    @Test
    void what_was_said_of_an_entry_was_said_of_whom_it_named_then() throws SQLException {
        assertThat(column(
                        "SELECT CONCAT(id, ' ', person_id) FROM review_decision WHERE reason_code = 'R14' ORDER BY id"))
                .containsExactly("901 63", "902 54", "903 66");
    }

    @Test
    void whom_an_entry_named_first_is_kept_as_far_as_it_is_known() throws SQLException {
        assertThat(column("SELECT CONCAT(entry_id, ' ', person_id) FROM stafflist_entry_first ORDER BY entry_id"))
                .containsExactly("4 54", "6 56");
    }

    @Test
    void whoever_was_shut_out_stays_so() throws SQLException {
        assertThat(column("SELECT CONCAT(id, ' ', IFNULL(closed_to_accounts, ''), ' ', IFNULL(closed_to_approvers, ''))"
                        + " FROM stafflist_entry WHERE closed_to_accounts IS NOT NULL OR closed_to_approvers IS NOT NULL"
                        + " ORDER BY id"))
                .containsExactly("1 21 ", "2 21 22", "5 21,22 ", "6 21 22");
    }

    @Test
    void what_waits_is_found_by_its_form_and_its_activities() throws SQLException {
        assertThat(column("SELECT CONCAT(entry_id, token) FROM stafflist_entry_name ORDER BY entry_id, token"))
                .containsExactly("1+CHO", "1+LV_DN", "1=M01", "2+CHO", "2+LV_DN", "2=M01", "5+LVXDN", "5=M01");
        assertThat(column("SELECT DISTINCT CONCAT(n.agency_id = e.agency_id, n.submitted_at = e.submitted_at) FROM"
                        + " stafflist_entry_name n JOIN stafflist_entry e ON e.id = n.entry_id"))
                .containsExactly("11");
    }

    @Test
    void what_was_decided_is_found_by_the_words_of_its_name() throws SQLException {
        assertThat(column("SELECT CONCAT(entry_id, token) FROM stafflist_decided_name ORDER BY entry_id, token"))
                .containsExactly("3do", "3quy", "3van", "4dat", "4huu", "4le", "7do", "7quy", "7van");
    }

    @Test
    void the_entries_of_a_list_can_be_gone_through_by_their_numbers() throws SQLException {
        assertThat(column(
                        "SELECT GROUP_CONCAT(column_name ORDER BY seq_in_index) FROM information_schema.statistics WHERE"
                                + " table_schema = DATABASE() AND table_name = 'stafflist_entry' GROUP BY index_name"))
                .contains("list_id,id");
    }

    @Test
    void the_reasons_are_the_same_in_their_new_place() throws SQLException {
        assertThat(column(
                        "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name"
                                + " IN ('review_reason', 'registry_reason')"))
                .containsExactly("1");
    }

    private static void agency(Statement sql, long id, String code, String kind) throws SQLException {
        sql.execute("INSERT INTO registry_agency (id, public_id, code, name, kind, valid_from) VALUES (" + id
                + ", RANDOM_BYTES(16), '" + code + "', '" + code + "', '" + kind + "', '2021-01-01')");
    }

    /** @param by who passed it on, one after the other, this time and before it was returned once */
    private static void entry(Statement sql, long id, long agency, String state, int forwards, String name, long... by)
            throws SQLException {
        sql.execute(
                "INSERT INTO stafflist_entry (id, public_id, list_id, agency_id, row_key, code_hash, state, stage, name,"
                        + " activities, submitted_at, decided_at, forwards) VALUES (" + id + ", RANDOM_BYTES(16), 1, "
                        + agency
                        + ", RANDOM_BYTES(32), RANDOM_BYTES(32), '" + state + "', 'OPEN', '" + name
                        + "', 'LV_DN CHO', '2021-10-01 08:00:00', "
                        + (List.of("APPROVED", "REFUSED").contains(state) ? "'2021-10-02 08:00:00'" : "NULL") + ", "
                        + forwards
                        + ")");
        for (int i = 0; i < by.length; i++) {
            sql.execute("INSERT INTO review_decision (id, entry_id, agency_id, outcome, step, decided_at) VALUES ("
                    + (id * 10 + i) + ", " + id + ", " + by[i] + ", NULL, 'FORWARDED', '2021-10-01 09:00:00')");
        }
    }

    private static void card(Statement sql, long entry, long agency) throws SQLException {
        sql.execute("INSERT INTO card_card (id, public_id, card_number, status_index, entry_id, agency_id, name, state)"
                + " VALUES (" + entry + ", RANDOM_BYTES(16), '" + entry + "', " + entry + ", " + entry + ", " + agency
                + ", 'A', 'VALID')");
    }

    /** Of one who is still named, and of two whose entries name others by now: before and after they did. */
    private static void suspicions() throws SQLException {
        try (Connection owner = server.database().connectAsOwner();
                Statement sql = owner.createStatement()) {
            sql.execute("SET SESSION sql_mode = ''");
            sql.execute(
                    "UPDATE stafflist_entry SET person_id = id + 60, submitted_at = '2021-10-05' WHERE id IN (3, 4, 6)");
            sql.execute(
                    "INSERT INTO stafflist_entry_before (entry_id, sent_at, person_id) VALUES (4, '2021-10-01', 54),"
                            + " (6, '2021-10-01', 56)");
            sql.execute("INSERT INTO review_decision (id, entry_id, step, reason_code, decided_at) VALUES"
                    + " (901, 3, 'PROPOSED', 'R14', '2021-10-02'), (902, 4, 'PROPOSED', 'R14', '2021-10-02'),"
                    + " (903, 6, 'PROPOSED', 'R14', '2021-10-06')");
            // Two that were looked at again, one of a person that two officers mended, one of a person looked at again.
            sql.execute("UPDATE stafflist_entry SET closed_to = 21, closed_to_also = 22, reopened = id <> 5 WHERE id IN"
                    + " (1, 2, 5, 6)");
            sql.execute("UPDATE stafflist_entry SET closed_to_also = NULL WHERE id = 1");
            sql.execute("INSERT INTO stafflist_individual (entry_id, ticket_hash) VALUES (5, RANDOM_BYTES(32)), (6,"
                    + " RANDOM_BYTES(32))");
        }
    }

    /** Of two doses, none of which has a statement of whom it is about. */
    private static void records() throws SQLException {
        try (Connection owner = server.database().connectAsOwner();
                Statement sql = owner.createStatement()) {
            sql.execute("SET SESSION sql_mode = '', foreign_key_checks = 0");
            sql.execute(
                    "INSERT INTO eligibility_source (id, public_id, code, kind) VALUES (7, RANDOM_BYTES(16), 'TIEM',"
                            + " 'VACCINATION')");
            sql.execute(
                    "INSERT INTO eligibility_import (id, public_id, source_id, state) VALUES (71, RANDOM_BYTES(16), 7,"
                            + " 'READ')");
            for (int i = 1; i <= 2; i++) {
                sql.execute(
                        "INSERT INTO eligibility_record (id, record_key, version, source_id, import_id, identity_hash,"
                                + " person, name, birth, commune) VALUES (" + i
                                + ", RANDOM_BYTES(32), 1, 7, 71, UNHEX(SHA2('" + i
                                + "', 256)), RANDOM_BYTES(51), 'Người thứ " + i + "', '1985', '22327')");
            }
        }
    }

    @Test
    void records_keep_whom_they_are_about_in_a_statement_of_their_own() throws SQLException {
        assertThat(column("SELECT CONCAT(r.id, ' ', g.name, ' ', g.identity_hash = UNHEX(SHA2(r.id, 256))) FROM"
                        + " eligibility_record r JOIN eligibility_given g ON g.id = r.given_id ORDER BY r.id"))
                .containsExactly("1 Người thứ 1 1", "2 Người thứ 2 1");
        assertThat(column("SELECT i.to_match AND MIN(g.id) = i.given_from + 1 AND MAX(g.id) = i.given_to FROM"
                        + " eligibility_import i JOIN eligibility_given g ON g.import_id = i.id WHERE i.id = 71"))
                .as("their people are looked for")
                .containsExactly("1");
    }

    private static List<String> column(String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection owner = server.database().connectAsOwner();
                Statement sql = owner.createStatement();
                ResultSet rows = sql.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private static Path emptied(Path home) throws IOException {
        TestDatabase.empty(home);
        return Files.createDirectories(home);
    }
}
