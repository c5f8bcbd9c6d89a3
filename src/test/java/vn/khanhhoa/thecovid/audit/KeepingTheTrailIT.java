package vn.khanhhoa.thecovid.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.annotation.Resource;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.PublicId;

@InPortal
class KeepingTheTrailIT {
    @Inject
    private Event<AuditedEvent> trail;

    @Resource
    private UserTransaction transaction;

    @Resource(lookup = "java:app/jdbc/portalPlain")
    private DataSource dataSource;

    private final String subject = PublicId.random().toString();

    @Test
    void is_written_with_the_work_that_it_tells_of() throws Exception {
        transaction.begin();
        trail.fire(new Happened(subject));
        transaction.commit();

        assertThat(recorded()).isEqualTo(1);
    }

    @Test
    void is_not_written_where_that_work_rolls_back() throws Exception {
        transaction.begin();
        trail.fire(new Happened(subject));
        transaction.rollback();

        assertThat(recorded()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_record SET actor_id = 0",
                "DELETE FROM audit_record",
                "TRUNCATE TABLE audit_record",
                "DROP TABLE audit_record",
                "UPDATE review_decision SET decided_by = 0",
                "DELETE FROM review_decision",
                "UPDATE review_count SET entries = 0",
                "DELETE FROM review_count",
                "DELETE FROM review_count_closed"
            })
    void cannot_be_changed_by_the_account_that_the_portal_runs_under(String statement) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> connection.createStatement().execute(statement))
                    .withMessageContaining("denied");
        }
    }

    private int recorded() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read =
                        connection.prepareStatement("SELECT COUNT(*) FROM audit_record WHERE subject_id = ?")) {
            read.setString(1, subject);
            try (ResultSet rows = read.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
