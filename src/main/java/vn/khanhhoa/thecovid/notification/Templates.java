package vn.khanhhoa.thecovid.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import vn.khanhhoa.thecovid.platform.Sql;

/** The words of messages as they are stored: versions by day, the newest that has begun is in force. */
@ApplicationScoped
class Templates {
    /** One version in one language. */
    record Row(
            MessageKind kind,
            Channel channel,
            String language,
            int version,
            LocalDate validFrom,
            String subject,
            String body,
            long editedBy,
            Instant editedAt) {}

    @Inject
    private Sql sql;

    /** All that are in force on a day: one of each kind, channel and language. */
    List<Row> inForce(LocalDate day) {
        return sql.list(
                "SELECT * FROM (SELECT t.*, ROW_NUMBER() OVER (PARTITION BY kind, channel, language ORDER BY valid_from"
                        + " DESC, version DESC) AS place FROM notification_template t WHERE valid_from <= ?) newest WHERE"
                        + " place = 1",
                Templates::row,
                day);
    }

    /** Every version of a wording, the newest first. */
    List<Row> versions(MessageKind kind, Channel channel) {
        return sql.list(
                "SELECT * FROM notification_template WHERE kind = ? AND channel = ? ORDER BY version DESC, language DESC",
                Templates::row,
                kind.name(),
                channel.name());
    }

    /** The number of the newest version, held until the transaction ends: two that are saved at once come one by one. */
    int newestHeld(MessageKind kind, Channel channel) {
        return sql
                .list(
                        "SELECT version FROM notification_template WHERE kind = ? AND channel = ? FOR UPDATE",
                        row -> row.getInt(1),
                        kind.name(),
                        channel.name())
                .stream()
                .max(Integer::compare)
                .orElse(0);
    }

    void add(Row row) {
        sql.update(
                "INSERT INTO notification_template (id, kind, channel, language, version, valid_from, subject, body,"
                        + " edited_by, edited_at) VALUES (NEXT VALUE FOR notification_seq, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                row.kind().name(),
                row.channel().name(),
                row.language(),
                row.version(),
                row.validFrom(),
                row.subject(),
                row.body(),
                row.editedBy(),
                row.editedAt());
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                MessageKind.valueOf(row.getString("kind")),
                Channel.valueOf(row.getString("channel")),
                row.getString("language"),
                row.getInt("version"),
                row.getObject("valid_from", LocalDate.class),
                row.getString("subject"),
                row.getString("body"),
                row.getLong("edited_by"),
                Objects.requireNonNull(Sql.instant(row, "edited_at")));
    }
}
