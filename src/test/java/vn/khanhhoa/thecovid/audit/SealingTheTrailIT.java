package vn.khanhhoa.thecovid.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.annotation.Resource;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mariadb.jdbc.MariaDbDataSource;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.access.TestAccounts;
import vn.khanhhoa.thecovid.audit.chain.ChainFault;
import vn.khanhhoa.thecovid.audit.chain.ExportedChain;
import vn.khanhhoa.thecovid.audit.chain.StoredChain;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

@InPortal
class SealingTheTrailIT {
    /** A change that only whoever owns the tables can make; {@code it} is the record of this test. */
    private interface Tampering {
        void with(Connection owner, long it) throws SQLException;
    }

    @Inject
    private Event<AuditedEvent> trail;

    @Inject
    private Sealing sealing;

    @Inject
    private SealingKeys keys;

    @Inject
    private TrailReading reading;

    @Inject
    private TrailChecking checking;

    @Inject
    private TrailCheckJob job;

    @Inject
    private Sql sql;

    @Resource
    private UserTransaction transaction;

    @Resource(lookup = "java:app/jdbc/portalPlain")
    private DataSource dataSource;

    private final String subject = PublicId.random().toString();

    @BeforeEach
    void something_happened_and_was_sealed() throws Exception {
        transaction.begin();
        trail.fire(new Happened(subject));
        transaction.commit();
        sealing.run();
    }

    @Test
    void every_record_gets_its_place_in_the_chain_and_the_chain_holds() throws SQLException {
        assertThat(mine().seal()).isPositive();
        assertThat(faultAfter((owner, it) -> {})).isEmpty();
    }

    @Test
    void a_changed_record_is_named() throws SQLException {
        Optional<ChainFault> fault =
                faultAfter((owner, it) -> update(owner, "UPDATE audit_record SET actor_id = 7 WHERE id = ?", it));

        assertThat(fault).contains(new ChainFault(ChainFault.Kind.RECORD_CHANGED, mine().seal(), mine().id()));
    }

    @Test
    void a_record_that_was_taken_away_is_named() throws SQLException {
        Optional<ChainFault> fault =
                faultAfter((owner, it) -> update(owner, "DELETE FROM audit_record WHERE id = ?", it));

        assertThat(fault).contains(new ChainFault(ChainFault.Kind.RECORD_GONE, mine().seal(), mine().id()));
    }

    @Test
    void a_record_that_never_was_sealed_is_named() throws SQLException {
        Optional<ChainFault> fault = faultAfter((owner, it) -> update(
                owner,
                "INSERT INTO audit_record (id, recorded_at, actor_id, action, subject_kind, subject_id, details)"
                        + " VALUES (?, '2021-10-01', 7, 'card.issued', 'card', 'none', '{}')",
                -it));

        assertThat(fault).contains(new ChainFault(ChainFault.Kind.RECORD_UNSEALED, 0, -mine().id()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_seal SET record_id = 0",
                "DELETE FROM audit_seal",
                "UPDATE audit_checkpoint SET hash = ''",
                "DELETE FROM audit_checkpoint"
            })
    void seals_cannot_be_changed_by_the_account_that_the_portal_runs_under(String statement) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> connection.createStatement().execute(statement))
                    .withMessageContaining("denied");
        }
    }

    @Test
    void an_exported_part_is_checked_alone_and_a_changed_line_in_it_is_found() throws IOException {
        long from = mine().seal();
        long to = reading.prepareExport(TestAccounts.ADMINISTRATOR);
        StringWriter file = new StringWriter();
        reading.export(TestAccounts.ADMINISTRATOR, from, to, file);

        ExportedChain.Result result = ExportedChain.check(new StringReader(file.toString()));
        assertThat(result.fault()).isEmpty();
        assertThat(result.start().number()).isEqualTo(from - 1);
        assertThat(result.end().number()).isEqualTo(to);
        assertThat(ExportedChain.check(new StringReader(file.toString().replace("test.happened", "test.not-at-all")))
                        .fault())
                .map(ChainFault::kind)
                .contains(ChainFault.Kind.RECORD_CHANGED);
    }

    @Test
    void the_check_that_was_asked_for_tells_what_it_found() throws SQLException {
        checking.ask(TestAccounts.ADMINISTRATOR);
        job.run(String.valueOf(latestCheck()));

        TrailCheck check = checking.latest(TestAccounts.ADMINISTRATOR).orElseThrow();
        assertThat(check.holds()).isTrue();
        assertThat(check.checked()).isGreaterThanOrEqualTo(mine().seal());
    }

    @Test
    void a_check_that_gave_its_thread_back_goes_on_where_it_was() throws Exception {
        TrailRow mine = mine();
        transaction.begin();
        checking.ask(TestAccounts.ADMINISTRATOR);
        long id = sql.number("SELECT MAX(id) FROM audit_check");
        sql.update("DELETE FROM platform_job WHERE task_name = ?", TrailCheckJob.NAME);
        // No link follows from this one, as only whoever goes on from it finds.
        sql.update(
                "UPDATE audit_check SET checked = ?, checked_hash = UNHEX(REPEAT('A', 64)) WHERE id = ?",
                mine.seal() - 1,
                id);
        transaction.commit();

        job.run(String.valueOf(id));

        assertThat(checking.latest(TestAccounts.ADMINISTRATOR).orElseThrow().fault())
                .contains(new ChainFault(ChainFault.Kind.RECORD_CHANGED, mine.seal(), mine.id()));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_search_for_what_is_rare_does_not_walk_through_all_the_rest(boolean byAction) throws Exception {
        TrailFilter rare = new TrailFilter(
                byAction ? "test.rare" : "", byAction ? "" : subject, 0, Optional.empty(), Optional.empty());
        transaction.begin();
        try {
            Iterator<Long> ids = sql.ids("audit_record_seq", 50);
            sql.batch(
                    "INSERT INTO audit_record (id, recorded_at, actor_id, action, subject_kind, subject_id, details)"
                            + " VALUES (?, '2021-10-01', 42, 'test.often', 'test', 'many', '{}')",
                    Collections.nCopies(2_000, "often"),
                    (statement, often) -> statement.setLong(1, ids.next()));
            long before = walked();

            List<TrailRow> found = reading.records(TestAccounts.ADMINISTRATOR, rare, 0, 10);

            assertThat(walked() - before).isLessThan(50);
            assertThat(found).hasSize(byAction ? 0 : 1);
        } finally {
            transaction.rollback();
        }
    }

    /** Rows that were read one after the other in the running transaction. */
    private long walked() {
        return Stream.of("prev", "next")
                .mapToLong(
                        way -> sql.first("SHOW SESSION STATUS LIKE 'Handler_read_" + way + "'", row -> row.getLong(2))
                                .orElseThrow())
                .sum();
    }

    @Test
    void what_somebody_was_refused_is_kept() {
        Actor reviewer = new Actor(4711, "Cán bộ", Role.REVIEWER, 0, 1);

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> reading.records(
                        reviewer, new TrailFilter("", "", 0, Optional.empty(), Optional.empty()), 0, 1));

        assertThat(reading.records(
                        TestAccounts.ADMINISTRATOR,
                        new TrailFilter(
                                "access.refused",
                                "TrailReading.records",
                                reviewer.accountId(),
                                Optional.empty(),
                                Optional.empty()),
                        0,
                        1))
                .hasSize(1);
    }

    private TrailRow mine() {
        return reading.records(
                        TestAccounts.ADMINISTRATOR,
                        new TrailFilter("test.", subject, 42, Optional.empty(), Optional.empty()),
                        0,
                        1)
                .get(0);
    }

    /** What a check finds after a tampering that is taken back again. */
    private Optional<ChainFault> faultAfter(Tampering tampering) throws SQLException {
        long it = mine().id();
        MariaDbDataSource owned =
                new MariaDbDataSource(ConfigProvider.getConfig().getValue("portal.db.url", String.class));
        try (Connection owner = owned.getConnection("portal_owner", "only-for-tests-too")) {
            owner.setAutoCommit(false);
            tampering.with(owner, it);
            Optional<ChainFault> fault =
                    new StoredChain(owner).check(keys.trusted(), Instant.EPOCH.plusSeconds(1_640_000_000), seals -> {});
            owner.rollback();
            return fault;
        }
    }

    private static void update(Connection owner, String change, long it) throws SQLException {
        try (PreparedStatement statement = owner.prepareStatement(change)) {
            statement.setLong(1, it);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    private long latestCheck() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                ResultSet rows = connection.createStatement().executeQuery("SELECT MAX(id) FROM audit_check")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
