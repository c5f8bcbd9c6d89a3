package vn.khanhhoa.thecovid.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.eligibility.criteria.CodeList;
import vn.khanhhoa.thecovid.eligibility.criteria.Fact;
import vn.khanhhoa.thecovid.eligibility.criteria.FactKind;
import vn.khanhhoa.thecovid.eligibility.criteria.PersonFacts;
import vn.khanhhoa.thecovid.person.NameWords;
import vn.khanhhoa.thecovid.platform.PortalClock;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.crypto.DataCipher;
import vn.khanhhoa.thecovid.registry.DocumentContent;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Exceptions of people and kinds of them, as they are stored. What was entered is never changed; steps are only added. */
@ApplicationScoped
class StoredExceptions {
    /** Without the files, which may be large. */
    private static final String SELECT =
            "SELECT x.id, x.public_id, x.person_id, x.kind, x.state, x.holds_from, x.holds_until, x.ends_at, x.details,"
                    + " x.asked_by_agency, x.entered_by, x.enterer, x.entered_at FROM ";

    private static final long BELOW_RECORDS = -1_000_000;
    private static final int STEP = 50;
    private static final String BETWEEN = "\u001f";

    /** As the database keeps it where there is no end. */
    private static final Instant NEVER = LocalDateTime.of(9999, 12, 31, 0, 0).toInstant(ZoneOffset.UTC);

    private static final int SOON_DAYS = 14;

    @Inject
    private Sql sql;

    @Inject
    private DataCipher cipher;

    /**
     * As a row has it.
     *
     * @param details sealed
     * @param steps how many there are
     */
    record Stored(
            long id,
            PublicId publicId,
            long personId,
            String kind,
            ExceptionCaseState state,
            Instant from,
            Instant until,
            Instant endsAt,
            byte[] details,
            long askedByAgency,
            long enteredBy,
            String enterer,
            Instant enteredAt) {
        LocalDate firstDay() {
            return from.atZone(PortalClock.ZONE).toLocalDate();
        }

        @Nullable LocalDate lastDay() {
            return until.equals(NEVER)
                    ? null
                    : until.atZone(PortalClock.ZONE).toLocalDate().minusDays(1);
        }

        @Nullable Instant end() {
            return endsAt.equals(NEVER) ? null : endsAt;
        }

        LocalDate enteredOn() {
            return enteredAt.atZone(PortalClock.ZONE).toLocalDate();
        }
    }

    /** All versions of all kinds, by code, the newest first. */
    List<ExceptionKind> kinds() {
        return sql.list(
                "SELECT * FROM eligibility_exception_kind ORDER BY code, valid_from DESC",
                row -> new ExceptionKind(
                        row.getString("code"),
                        row.getString("name_vi"),
                        row.getString("name_en"),
                        row.getString("evidence_vi"),
                        row.getString("evidence_en"),
                        row.getString("at_post_vi"),
                        row.getString("at_post_en"),
                        row.getObject("most_days", Integer.class),
                        row.getBoolean("medical"),
                        Objects.requireNonNull(row.getObject("valid_from", LocalDate.class)),
                        row.getObject("valid_to", LocalDate.class)));
    }

    /** Exceptions of which reviewers may know: no version of their kind is medical. */
    Set<String> open() {
        Map<String, Boolean> medical = new TreeMap<>();
        kinds().forEach(kind -> medical.merge(kind.code(), kind.medical(), Boolean::logicalOr));
        return medical.entrySet().stream()
                .filter(entry -> !entry.getValue())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    void addVersion(ExceptionKind kind) {
        sql.update(
                "UPDATE eligibility_exception_kind SET valid_to = ? WHERE code = ? AND valid_to IS NULL",
                kind.from().minusDays(1),
                kind.code());
        sql.update(
                "INSERT INTO eligibility_exception_kind (code, valid_from, name_vi, name_en, evidence_vi, evidence_en,"
                        + " at_post_vi, at_post_en, most_days, medical) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                kind.code(),
                kind.from(),
                kind.nameVi(),
                kind.nameEn(),
                kind.evidenceVi(),
                kind.evidenceEn(),
                kind.atPostVi(),
                kind.atPostEn(),
                kind.mostDays(),
                kind.medical());
    }

    /** @param until none for no end */
    PublicId add(
            Actor actor,
            long personId,
            String personName,
            ExceptionCaseForm form,
            String mediaType,
            String fileName,
            boolean asked,
            Instant now) {
        long id = nextId();
        PublicId publicId = PublicId.random();
        LocalDate last = form.to();
        Instant until = last == null
                ? NEVER
                : last.plusDays(1).atStartOfDay(PortalClock.ZONE).toInstant();
        sql.update(
                "INSERT INTO eligibility_exception (id, public_id, person_id, kind, details, document, media_type, holds_from,"
                        + " holds_until, ends_at, state, asked_by_agency, entered_by, enterer, entered_at) VALUES (?, ?, ?, ?,"
                        + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                publicId,
                personId,
                form.kind(),
                cipher.seal(String.join(BETWEEN, form.reason(), form.paperNumber(), form.paperIssuer(), fileName)),
                form.content().length == 0 ? null : cipher.seal(form.content()),
                mediaType,
                form.from().atStartOfDay(PortalClock.ZONE).toInstant(),
                until,
                until,
                (asked ? ExceptionCaseState.ASKED : ExceptionCaseState.PROPOSED).name(),
                asked ? actor.agencyId() : 0,
                actor.accountId(),
                actor.name(),
                now);
        sql.batch(
                "INSERT INTO eligibility_exception_word (token, exception_id) VALUES (?, ?)",
                NameWords.of(personName),
                (statement, word) -> {
                    statement.setString(1, word);
                    statement.setLong(2, id);
                });
        return publicId;
    }

    private long nextId() {
        return sql.ids("eligibility_exception_seq", STEP).next();
    }

    /** One of the kind that is not over then and waits or is approved. */
    boolean isThere(long personId, String kind, Instant from) {
        return sql.number(
                        "SELECT COUNT(*) FROM eligibility_exception WHERE person_id = ? AND kind = ? AND state IN ('ASKED',"
                                + " 'PROPOSED', 'APPROVED') AND ends_at > ?",
                        personId,
                        kind,
                        from)
                > 0;
    }

    Stored get(PublicId id) {
        return sql.first(SELECT + "eligibility_exception x WHERE x.public_id = ?", StoredExceptions::read, id)
                .orElseThrow(NotFound::new);
    }

    /** Whether somebody did something with it before. */
    boolean hasDone(long account, Stored stored) {
        return sql.number(
                        "SELECT COUNT(*) FROM eligibility_exception_step WHERE exception_id = ? AND done_by = ?",
                        stored.id(),
                        account)
                > 0;
    }

    /** What an agency has asked for somebody, the newest first. */
    List<Stored> askedBy(long agencyId, long personId) {
        return sql.list(
                SELECT + "eligibility_exception x WHERE x.person_id = ? AND x.asked_by_agency = ? ORDER BY x.id DESC",
                StoredExceptions::read,
                personId,
                agencyId);
    }

    ExceptionCase.Evidence evidence(Stored stored) {
        String[] parts = cipher.open(stored.details()).split(BETWEEN, -1);
        return new ExceptionCase.Evidence(parts[0], parts[1], parts[2], parts[3]);
    }

    DocumentContent document(Stored stored) {
        return sql.first(
                        "SELECT document, media_type FROM eligibility_exception WHERE id = ? AND document IS NOT NULL",
                        row -> new DocumentContent(
                                evidence(stored).fileName(), row.getString(2), cipher.openBytes(row.getBytes(1))),
                        stored.id())
                .orElseThrow(NotFound::new);
    }

    List<ExceptionCase.Step> steps(Stored stored) {
        return sql.list(
                "SELECT * FROM eligibility_exception_step WHERE exception_id = ? ORDER BY number",
                row -> new ExceptionCase.Step(
                        ExceptionCaseState.valueOf(row.getString("step")),
                        cipher.open(row.getBytes("why")),
                        Sql.instant(row, "ends_at"),
                        row.getString("doer"),
                        Objects.requireNonNull(Sql.instant(row, "done_at"))),
                stored.id());
    }

    /**
     * @param endsAt the first moment at which it no longer holds; none where that stays as it is
     * @throws OptimisticLockException where something else was done with it since it was read
     */
    void add(Actor actor, Stored stored, ExceptionCaseState step, String why, @Nullable Instant endsAt, Instant now) {
        int changed = sql.update(
                "UPDATE eligibility_exception SET state = ?, ends_at = IFNULL(?, ends_at) WHERE id = ? AND state = ?",
                step.name(),
                endsAt,
                stored.id(),
                stored.state().name());
        int added = sql.update(
                "INSERT IGNORE INTO eligibility_exception_step (id, exception_id, number, step, ends_at, why, done_by, doer,"
                        + " done_at) SELECT ?, ?, COUNT(*) + 1, ?, ?, ?, ?, ?, ? FROM eligibility_exception_step WHERE"
                        + " exception_id = ?",
                nextId(),
                stored.id(),
                step.name(),
                endsAt,
                cipher.seal(why),
                actor.accountId(),
                actor.name(),
                now,
                stored.id());
        if (changed != 1 || added != 1) {
            throw new OptimisticLockException("something was done with the exception meanwhile");
        }
    }

    /** A part of a query on the register. */
    private record Selection(String from, List<Object> args) {}

    /** @param personId of whom; none for everybody */
    private static Selection selection(ExceptionFilter filter, Optional<Long> personId, Instant now) {
        StringBuilder from = new StringBuilder();
        List<Object> args = new ArrayList<>();
        List<String> words = personId.isPresent() ? List.of() : NameWords.of(filter.text());
        StringBuilder where = new StringBuilder(" WHERE TRUE");
        if (words.isEmpty()) {
            from.append("eligibility_exception x");
        } else {
            // By the words, whatever else is asked: they leave the fewest.
            from.append(
                    "eligibility_exception_word w0 STRAIGHT_JOIN eligibility_exception x ON x.id = w0.exception_id");
            where.append(" AND w0.token = ?");
            args.add(words.get(words.size() - 1));
            for (String word : words.subList(0, words.size() - 1)) {
                where.append(
                        " AND EXISTS (SELECT 1 FROM eligibility_exception_word w WHERE w.token = ? AND w.exception_id ="
                                + " x.id)");
                args.add(word);
            }
        }
        personId.ifPresent(person -> {
            where.append(" AND x.person_id = ?");
            args.add(person);
        });
        if (!filter.kind().isEmpty()) {
            where.append(" AND x.kind = ?");
            args.add(filter.kind());
        }
        if (filter.part() != ExceptionFilter.Part.ALL) {
            where.append(" AND x.state = ?");
            args.add(filter.part().state().name());
        }
        switch (filter.part()) {
            case IN_FORCE, ENDS_SOON -> {
                where.append(" AND x.ends_at > ?");
                args.add(now);
            }
            case OVER -> {
                where.append(" AND x.ends_at <= ?");
                args.add(now);
            }
            default -> {}
        }
        if (filter.part() == ExceptionFilter.Part.ENDS_SOON) {
            where.append(" AND x.ends_at <= ?");
            args.add(now.plus(SOON_DAYS, ChronoUnit.DAYS));
        }
        return new Selection(from.append(where).toString(), args);
    }

    /** A page goes on from the place, so that the last one is as fast as the first. */
    List<Stored> page(
            ExceptionFilter filter,
            Optional<Long> personId,
            Optional<ExceptionFilter.Place> place,
            int count,
            Instant now) {
        Selection all = selection(filter, personId, now);
        List<Object> args = new ArrayList<>(all.args());
        boolean forward = place.map(ExceptionFilter.Place::forward).orElse(true);
        boolean byEnd = filter.part().isByEnd();
        boolean rising = (byEnd && filter.part() != ExceptionFilter.Part.OVER) == forward;
        String beyond = "";
        if (place.isPresent()) {
            Stored there = get(place.get().id());
            String sign = rising ? ">" : "<";
            beyond = byEnd
                    ? " AND x.ends_at " + sign + "= ? AND (x.ends_at " + sign + " ? OR x.id " + sign + " ?)"
                    : " AND x.id " + sign + " ?";
            if (byEnd) {
                args.add(there.endsAt());
                args.add(there.endsAt());
            }
            args.add(there.id());
        }
        args.add(count);
        String direction = rising ? "" : " DESC";
        String order = byEnd ? "x.ends_at" + direction + ", x.id" + direction : "x.id" + direction;
        List<Stored> page = new ArrayList<>(sql.list(
                SELECT + all.from() + beyond + " ORDER BY " + order + " LIMIT ?",
                StoredExceptions::read,
                args.toArray()));
        if (!forward) {
            Collections.reverse(page);
        }
        return page;
    }

    /** No more than so many. */
    int count(ExceptionFilter filter, Optional<Long> personId, int most, Instant now) {
        Selection all = selection(filter, personId, now);
        List<Object> args = new ArrayList<>(all.args());
        args.add(most);
        return (int) sql.number("SELECT COUNT(*) FROM (SELECT 1 FROM " + all.from() + " LIMIT ?) t", args.toArray());
    }

    private static Stored read(ResultSet row) throws SQLException {
        return new Stored(
                row.getLong("id"),
                Sql.publicId(row, "public_id"),
                row.getLong("person_id"),
                row.getString("kind"),
                ExceptionCaseState.valueOf(row.getString("state")),
                Objects.requireNonNull(Sql.instant(row, "holds_from")),
                Objects.requireNonNull(Sql.instant(row, "holds_until")),
                Objects.requireNonNull(Sql.instant(row, "ends_at")),
                row.getBytes("details"),
                row.getLong("asked_by_agency"),
                row.getLong("entered_by"),
                row.getString("enterer"),
                Objects.requireNonNull(Sql.instant(row, "entered_at")));
    }

    /**
     * Of those that were approved, by person. One that was ended early is two: the one that was known until then, and the one
     * known since. Below the numbers of all records of sources, some of which are below zero.
     */
    Map<Long, List<Fact>> facts(Collection<Long> personIds) {
        Map<Long, List<Fact>> found = new HashMap<>();
        sql.list(
                "SELECT x.person_id, x.kind, x.holds_from, x.holds_until, a.id, a.done_at, e.id AS end_id, e.done_at AS"
                        + " ended_at, e.ends_at FROM eligibility_exception x JOIN eligibility_exception_step a ON a.exception_id ="
                        + " x.id AND a.step = 'APPROVED' LEFT JOIN eligibility_exception_step e ON e.exception_id = x.id AND"
                        + " e.step = 'ENDED' WHERE x.person_id IN (" + Sql.marks(personIds.size()) + ")",
                row -> facts(row, found),
                personIds.toArray());
        return found;
    }

    private static boolean facts(ResultSet row, Map<Long, List<Fact>> found) throws SQLException {
        String kind = row.getString("kind");
        if (!CriteriaSets.VOCABULARY.knows(CodeList.EXCEPTION, kind)) {
            return false;
        }
        Instant from = row.getTimestamp("holds_from").toInstant();
        Instant until = row.getTimestamp("holds_until").toInstant();
        Instant approved = row.getTimestamp("done_at").toInstant();
        Instant ended = Sql.instant(row, "ended_at");
        Instant end = Sql.instant(row, "ends_at");
        List<Fact> facts = found.computeIfAbsent(row.getLong("person_id"), person -> new ArrayList<>(1));
        if (ended == null || ended.isAfter(approved)) {
            facts.add(fact(BELOW_RECORDS - row.getLong("id"), kind, from, until)
                    .known(approved, Objects.requireNonNullElse(ended, Instant.MAX)));
        }
        if (ended != null && end != null && end.isAfter(from)) {
            facts.add(
                    fact(BELOW_RECORDS - row.getLong("end_id"), kind, from, end).known(ended, Instant.MAX));
        }
        return true;
    }

    private static Fact fact(long id, String kind, Instant from, Instant until) {
        Fact fact = Fact.of(id, KnownFacts.REGISTER, FactKind.EXCEPTION_CASE, kind, from);
        return until.equals(NEVER) ? fact : fact.until(until);
    }

    /** One that is approved and holds or will. Moments as microseconds since 1970. */
    record Current(long id, int code, long from, long until) {
        void addTo(PersonFacts person) {
            person.add(
                    id,
                    KnownFacts.REGISTER,
                    FactKind.EXCEPTION_CASE,
                    code,
                    from,
                    from,
                    until,
                    Long.MIN_VALUE,
                    Long.MAX_VALUE);
        }
    }

    /** By person, of people whose ids lie behind one and not behind the other; what was approved, as it is known now. */
    Map<Long, List<Current>> current(long after, long upTo, Instant now) {
        Map<Long, List<Current>> found = new HashMap<>();
        sql.list(
                "SELECT person_id, id, kind, TIMESTAMPDIFF(MICROSECOND, '1970-01-01', holds_from), ends_at = '9999-12-31',"
                        + " TIMESTAMPDIFF(MICROSECOND, '1970-01-01', ends_at) FROM eligibility_exception WHERE person_id > ? AND"
                        + " person_id <= ? AND state IN ('APPROVED', 'ENDED') AND ends_at > ? AND ends_at > holds_from",
                row -> {
                    int code = CriteriaSets.VOCABULARY.number(CodeList.EXCEPTION, row.getString(3));
                    return code >= 0
                            && found.computeIfAbsent(row.getLong(1), person -> new ArrayList<>(1))
                                    .add(new Current(
                                            BELOW_RECORDS - row.getLong(2),
                                            code,
                                            row.getLong(4),
                                            row.getBoolean(5) ? Long.MAX_VALUE : row.getLong(6)));
                },
                after,
                upTo,
                now);
        return found;
    }
}
