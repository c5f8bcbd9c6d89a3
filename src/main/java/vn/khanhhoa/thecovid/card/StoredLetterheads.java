package vn.khanhhoa.thecovid.card;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.card.print.Emblem;
import vn.khanhhoa.thecovid.platform.Sql;

/** The letterheads of cards as they are stored. Emblems are made ready to print once; versions never change. */
@ApplicationScoped
class StoredLetterheads {
    private static final String COLUMNS =
            "SELECT agency_id, version, valid_from, issuer, title_vi, title_en, agency, hotline, revision, emblem IS NOT NULL AS"
                    + " has_emblem FROM card_letterhead WHERE ";
    private static final int DRAFT = 0;
    private static final int MOST_EMBLEMS = 500;

    private record Version(long agencyId, int number) {}

    /** @param validFrom none for a draft */
    record Stored(
            long agencyId,
            int version,
            @Nullable LocalDate validFrom,
            LetterheadForm lines,
            int revision,
            boolean hasEmblem) {}

    private final Map<Version, Optional<Emblem>> emblems = new ConcurrentHashMap<>();

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /** Of the agency, else of all. */
    Optional<Stored> of(long agencyId, LocalDate day) {
        return sql.first(
                COLUMNS + "agency_id IN (0, ?) AND valid_from <= ? ORDER BY agency_id = 0, version DESC LIMIT 1",
                StoredLetterheads::stored,
                agencyId,
                Date.valueOf(day));
    }

    Optional<Stored> draft(long agencyId) {
        return sql.first(COLUMNS + "agency_id = ? AND version = " + DRAFT, StoredLetterheads::stored, agencyId);
    }

    /** Newest first. */
    List<Stored> versions(long agencyId) {
        return sql.list(
                COLUMNS + "agency_id = ? AND version <> " + DRAFT + " ORDER BY version DESC",
                StoredLetterheads::stored,
                agencyId);
    }

    Optional<Emblem> emblem(Stored letterhead) {
        if (!letterhead.hasEmblem()) {
            return Optional.empty();
        }
        if (letterhead.version() == DRAFT) {
            return read(letterhead);
        }
        if (emblems.size() > MOST_EMBLEMS) {
            emblems.clear();
        }
        return emblems.computeIfAbsent(
                new Version(letterhead.agencyId(), letterhead.version()), unknown -> read(letterhead));
    }

    private Optional<Emblem> read(Stored letterhead) {
        return file(letterhead).flatMap(Emblem::read);
    }

    /** The picture as it was given. */
    Optional<byte[]> file(Stored letterhead) {
        return sql.first(
                "SELECT emblem FROM card_letterhead WHERE agency_id = ? AND version = ? AND emblem IS NOT NULL",
                row -> row.getBytes(1),
                letterhead.agencyId(),
                letterhead.version());
    }

    /** Where there is a draft already, that one stays. */
    void begin(long agencyId, LetterheadForm lines, byte @Nullable [] emblem, long actorId) {
        sql.update(
                "INSERT IGNORE INTO card_letterhead (agency_id, version, issuer, title_vi, title_en, agency, hotline, emblem,"
                        + " revision, saved_at, saved_by) VALUES (?, 0, ?, ?, ?, ?, ?, ?, 0, ?, ?)",
                agencyId,
                lines.issuer(),
                lines.titleVi(),
                lines.titleEn(),
                lines.agency(),
                lines.hotline(),
                emblem,
                now(),
                actorId);
    }

    /** @return whether the draft was still the one that was seen */
    boolean save(long agencyId, int revision, LetterheadForm lines, long actorId) {
        return sql.update(
                        "UPDATE card_letterhead SET issuer = ?, title_vi = ?, title_en = ?, agency = ?, hotline = ?, revision ="
                                + " revision + 1, saved_at = ?, saved_by = ? WHERE agency_id = ? AND version = 0 AND revision = ?",
                        lines.issuer(),
                        lines.titleVi(),
                        lines.titleEn(),
                        lines.agency(),
                        lines.hotline(),
                        now(),
                        actorId,
                        agencyId,
                        revision)
                == 1;
    }

    void emblem(long agencyId, byte @Nullable [] file) {
        sql.update("UPDATE card_letterhead SET emblem = ? WHERE agency_id = ? AND version = 0", file, agencyId);
    }

    boolean putInForce(long agencyId, int revision, LocalDate from, long actorId) {
        int next = (int)
                sql.number("SELECT IFNULL(MAX(version), 0) + 1 FROM card_letterhead WHERE agency_id = ?", agencyId);
        return sql.update(
                        "UPDATE card_letterhead SET version = ?, valid_from = ?, saved_at = ?, saved_by = ? WHERE agency_id = ? AND"
                                + " version = 0 AND revision = ?",
                        next,
                        Date.valueOf(from),
                        now(),
                        actorId,
                        agencyId,
                        revision)
                == 1;
    }

    boolean discard(long agencyId, int revision) {
        return sql.update(
                        "DELETE FROM card_letterhead WHERE agency_id = ? AND version = 0 AND revision = ?",
                        agencyId,
                        revision)
                == 1;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                row.getLong("agency_id"),
                row.getInt("version"),
                row.getObject("valid_from", LocalDate.class),
                new LetterheadForm(
                        row.getString("issuer"),
                        row.getString("title_vi"),
                        row.getString("title_en"),
                        row.getString("agency"),
                        row.getString("hotline")),
                row.getInt("revision"),
                row.getBoolean("has_emblem"));
    }
}
