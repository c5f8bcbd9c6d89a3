package vn.khanhhoa.thecovid.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.khanhhoa.thecovid.platform.Sql;

/** News that is to be told: a row each, written in the transaction in which it happened. */
@ApplicationScoped
class Tasks {
    private static final int MOST = 1_000;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final int DOUBLINGS = 8;

    /** @param numbers of entries, of an agency, or of a submission; done, how many of them */
    record Task(
            long id,
            News news,
            long subjectId,
            String code,
            List<Long> numbers,
            int done,
            Instant happenedAt,
            int attempts) {
        List<Long> next(int most) {
            return numbers.subList(Math.min(done, numbers.size()), Math.min(numbers.size(), done + most));
        }
    }

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    void add(News news, long subjectId, String code, List<Long> numbers) {
        add(news, subjectId, code, numbers, Duration.ZERO);
    }

    /** @param pause before it is told */
    void add(News news, long subjectId, String code, List<Long> numbers, Duration pause) {
        Instant now = clock.instant();
        int from = 0;
        do {
            List<Long> some = numbers.subList(from, Math.min(numbers.size(), from + MOST));
            sql.update(
                    "INSERT INTO notification_task (id, news, subject_id, code, numbers, happened_at, next_try) VALUES"
                            + " (NEXT VALUE FOR notification_task_seq, ?, ?, ?, ?, ?, ?)",
                    news.name(),
                    subjectId,
                    code,
                    packed(some),
                    now,
                    now.plus(pause));
            from += MOST;
        } while (from < numbers.size());
    }

    /** In the order in which things happened. */
    List<Long> due(int most) {
        return sql.list(
                "SELECT id FROM notification_task WHERE next_try <= ? ORDER BY id LIMIT ?",
                row -> row.getLong(1),
                clock.instant(),
                most);
    }

    /** Held until the transaction ends; empty where it was finished meanwhile. */
    Optional<Task> held(long id) {
        return sql.first(
                "SELECT * FROM notification_task WHERE id = ? FOR UPDATE",
                row -> new Task(
                        id,
                        News.valueOf(row.getString("news")),
                        row.getLong("subject_id"),
                        row.getString("code"),
                        unpacked(row.getBytes("numbers")),
                        row.getInt("done"),
                        Objects.requireNonNull(Sql.instant(row, "happened_at")),
                        row.getInt("attempts")),
                id);
    }

    void advance(Task task, int steps) {
        sql.update("UPDATE notification_task SET done = done + ? WHERE id = ?", steps, task.id());
    }

    void finish(Task task) {
        sql.update("DELETE FROM notification_task WHERE id = ?", task.id());
    }

    /** Each time for longer, up to about an hour. */
    void postpone(long id) {
        held(id).ifPresent(task -> sql.update(
                "UPDATE notification_task SET attempts = attempts + 1, next_try = ? WHERE id = ?",
                clock.instant().plus(FIRST_PAUSE.multipliedBy(1L << Math.min(DOUBLINGS, task.attempts()))),
                id));
    }

    private static byte[] packed(List<Long> numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.size() * Long.BYTES);
        numbers.forEach(bytes::putLong);
        return bytes.array();
    }

    private static List<Long> unpacked(byte[] bytes) {
        List<Long> numbers = new ArrayList<>(bytes.length / Long.BYTES);
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            numbers.add(buffer.getLong());
        }
        return numbers;
    }
}
