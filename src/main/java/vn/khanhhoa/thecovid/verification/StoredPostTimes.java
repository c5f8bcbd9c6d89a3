package vn.khanhhoa.thecovid.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Date;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.registry.OpeningHours;

/** When posts are kept, and their timetables, as they are stored. */
@ApplicationScoped
class StoredPostTimes {
    @Inject
    private StoredPosts posts;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /** Those of posts that are found together; each has some. */
    Map<Long, PostTimes> of(Collection<Long> numbers) {
        Map<Long, PostTimes> times = new HashMap<>();
        if (!numbers.isEmpty()) {
            Map<Long, List<PostTurn>> turns = new HashMap<>();
            sql.list(
                            "SELECT * FROM verification_post_turn WHERE post_id IN (" + Sql.marks(numbers.size()) + ")",
                            row -> Map.entry(
                                    row.getLong("post_id"),
                                    new PostTurn(
                                            row.getLong("id"),
                                            Objects.requireNonNull(Sql.instant(row, "at")),
                                            row.getBoolean("opens"),
                                            row.getString("enterer"))),
                            numbers.toArray())
                    .forEach(turn -> turns.computeIfAbsent(turn.getKey(), post -> new ArrayList<>())
                            .add(turn.getValue()));
            numbers.forEach(number ->
                    times.put(number, new PostTimes(turns.getOrDefault(number, List.of()), hours(number))));
        }
        return times;
    }

    PostTimes of(long number) {
        return Objects.requireNonNull(of(List.of(number)).get(number));
    }

    private OpeningHours hours(long number) {
        return new OpeningHours(week(number), days(number, LocalDate.now(clock).minusDays(1)));
    }

    /** The last first. */
    List<PostTurn> turns(long number, int most) {
        return sql.list(
                "SELECT * FROM verification_post_turn WHERE post_id = ? ORDER BY at DESC, id DESC LIMIT " + most,
                row -> new PostTurn(
                        row.getLong("id"),
                        Objects.requireNonNull(Sql.instant(row, "at")),
                        row.getBoolean("opens"),
                        row.getString("enterer")),
                number);
    }

    void addTurn(Actor actor, long number, Instant at, boolean opens) {
        sql.update(
                "INSERT INTO verification_post_turn (id, post_id, at, opens, entered_by, enterer, entered_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                posts.ids().next(),
                number,
                at,
                opens,
                actor.accountId(),
                actor.name(),
                clock.instant());
    }

    /** @return whether it was one that had not come yet */
    boolean dropTurn(long number, long turn) {
        return sql.update(
                        "DELETE FROM verification_post_turn WHERE id = ? AND post_id = ? AND at > ?",
                        turn,
                        number,
                        clock.instant())
                == 1;
    }

    Timetable timetable(long number) {
        return Timetable.of(week(number), days(number, LocalDate.now(clock)));
    }

    private List<String> week(long number) {
        return sql.list(
                "SELECT hours FROM verification_post_hours WHERE post_id = ? AND weekday IS NOT NULL ORDER BY weekday",
                row -> row.getString(1),
                number);
    }

    private SortedMap<LocalDate, String> days(long number, LocalDate from) {
        SortedMap<LocalDate, String> days = new TreeMap<>();
        sql.list(
                        "SELECT day, hours FROM verification_post_hours WHERE post_id = ? AND day >= ?",
                        row -> Map.entry(row.getObject(1, LocalDate.class), row.getString(2)),
                        number,
                        Date.valueOf(from))
                .forEach(day -> days.put(day.getKey(), day.getValue()));
        return days;
    }

    /** @param week of seven days, as they are to be stored; empty for around the clock */
    void setWeek(long number, List<String> week) {
        sql.update("DELETE FROM verification_post_hours WHERE post_id = ? AND weekday IS NOT NULL", number);
        for (int day = 0; day < week.size(); day++) {
            sql.update(
                    "INSERT INTO verification_post_hours (id, post_id, weekday, hours) VALUES (?, ?, ?, ?)",
                    posts.ids().next(),
                    number,
                    day + 1,
                    week.get(day));
        }
    }

    void setDays(long number, LocalDate from, LocalDate to, String hours) {
        removeDays(number, from, to);
        var ids = posts.ids();
        sql.batch(
                "INSERT INTO verification_post_hours (id, post_id, day, hours) VALUES (?, ?, ?, ?)",
                from.datesUntil(to.plusDays(1)).toList(),
                (statement, day) -> {
                    statement.setLong(1, ids.next());
                    statement.setLong(2, number);
                    statement.setObject(3, day);
                    statement.setString(4, hours);
                });
    }

    void removeDays(long number, LocalDate from, LocalDate to) {
        sql.update(
                "DELETE FROM verification_post_hours WHERE post_id = ? AND day BETWEEN ? AND ?",
                number,
                Date.valueOf(from),
                Date.valueOf(to));
    }
}
