package vn.khanhhoa.thecovid.card;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.card.StoredKeys.StoredKey;
import vn.khanhhoa.thecovid.card.token.KeyId;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.platform.crypto.SigningPair;
import vn.khanhhoa.thecovid.platform.crypto.SigningPairs;
import vn.khanhhoa.thecovid.platform.crypto.SigningPairs.Place;
import vn.khanhhoa.thecovid.platform.jobs.FailedJobs;
import vn.khanhhoa.thecovid.platform.jobs.Jobs;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.OneLine;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * The keys that sign cards: made, put to work from a moment on, retired, and given up when others may know them. Nothing of it
 * is done by one person: an administrator asks, another approves.
 */
@UseCase
public class KeyKeeping {
    static final String ALIAS = "card-";
    private static final int LONGEST_REASON = 300;
    private static final int MOST_REQUESTS = 200;
    private static final String REQUESTS =
            "SELECT a.*, k.kid FROM card_key_act a LEFT JOIN card_key k ON k.id = a.key_id WHERE ";

    private record Counts(long signed, long current) {
        static final Counts NONE = new Counts(0, 0);
    }

    private record Open(
            long id,
            @Nullable Long keyId,
            KeyAct act,
            @Nullable Instant from,
            long askedBy) {}

    @Inject
    private StoredKeys keys;

    @Inject
    private SigningPairs pairs;

    @Inject
    private Jobs jobs;

    @Inject
    private FailedJobs failed;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    /** Those that sign first, the newest of them at the top. */
    @Requires(Permission.ADMINISTER)
    public List<KeyView> all(Actor actor) {
        List<StoredKey> all = keys.all();
        Map<KeyId, Counts> counts = counts();
        Optional<Long> signing = signing(all).map(StoredKey::id);
        return all.stream()
                .map(key -> view(key, signing, counts.getOrDefault(key.kid(), Counts.NONE)))
                .toList();
    }

    @Requires(Permission.ADMINISTER)
    public KeyView view(Actor actor, PublicId id) {
        return all(actor).stream()
                .filter(key -> key.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private KeyView view(StoredKey key, Optional<Long> signing, Counts counts) {
        return new KeyView(
                key.publicId(),
                key.kid().text(),
                key.place() == Place.TOKEN,
                key.state(),
                key.activeFrom(),
                key.createdAt(),
                signing.filter(id -> id == key.id()).isPresent(),
                counts.signed(),
                counts.current(),
                key.toReissue(),
                key.state() == KeyState.COMPROMISED
                        ? failed.incident(ReissueJob.NAME, String.valueOf(key.id()))
                        : Optional.empty());
    }

    private Optional<StoredKey> signing(List<StoredKey> all) {
        Instant now = clock.instant();
        return all.stream().filter(key -> key.signs(now)).findFirst();
    }

    private Map<KeyId, Counts> counts() {
        Map<KeyId, Counts> counts = new HashMap<>();
        sql.list(
                        "SELECT kid, COUNT(*), SUM(state IN ('VALID', 'SUSPENDED') AND valid_to >= ?) FROM card_card GROUP BY kid",
                        row -> Map.entry(KeyId.ofBytes(row.getBytes(1)), new Counts(row.getLong(2), row.getLong(3))),
                        LocalDate.now(clock))
                .forEach(each -> counts.put(each.getKey(), each.getValue()));
        return counts;
    }

    /** What waits for a second person, the oldest first. */
    @Requires(Permission.ADMINISTER)
    public List<KeyRequest> waiting(Actor actor) {
        return sql.list(REQUESTS + "a.approved IS NULL ORDER BY a.id", row -> request(actor, row));
    }

    /** All that was asked of a key, the latest first. */
    @Requires(Permission.ADMINISTER)
    public List<KeyRequest> history(Actor actor, PublicId id) {
        return sql.list(
                REQUESTS + "k.public_id = ? ORDER BY a.id DESC LIMIT " + MOST_REQUESTS, row -> request(actor, row), id);
    }

    /** Whether the keys to come will be made in a PKCS#11 token. */
    @Requires(Permission.ADMINISTER)
    public boolean makesInToken(Actor actor) {
        return pairs.place() == Place.TOKEN;
    }

    @Requires(Permission.ADMINISTER)
    public void askForNew(Actor actor, String reason) {
        noted(actor, null, KeyAct.CREATE, null, reason);
    }

    /** @param from when it is to sign from, for {@link KeyAct#ACTIVATE}; none for as soon as it is approved */
    @Requires(Permission.ADMINISTER)
    public void ask(Actor actor, PublicId id, KeyAct act, @Nullable Instant from, String reason) {
        StoredKey key = keys.find(id).orElseThrow(NotFound::new);
        requireFits(key, act);
        noted(actor, key, act, act == KeyAct.ACTIVATE ? from : null, reason);
    }

    private void noted(Actor actor, @Nullable StoredKey key, KeyAct act, @Nullable Instant from, String typed) {
        String reason = OneLine.of(typed);
        if (reason.isEmpty()) {
            throw new RuleViolation("card.reason-missing");
        }
        if (reason.length() > LONGEST_REASON) {
            throw new RuleViolation("card.reason-too-long", LONGEST_REASON);
        }
        PublicId id = PublicId.random();
        int added = sql.update(
                "INSERT IGNORE INTO card_key_act (id, public_id, key_id, act, active_from, reason, asked_by, asker, asked_at)"
                        + " VALUES (NEXT VALUE FOR card_key_seq, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                key == null ? null : key.id(),
                act.name(),
                from,
                reason,
                actor.accountId(),
                actor.name(),
                clock.instant());
        if (added == 0) {
            throw new RuleViolation("card.key-asked-already");
        }
        tell(actor, "card.key-asked", key == null ? id : key.publicId(), act);
    }

    /** Does what was asked for, all at once. Never by whoever asked. */
    @Requires(Permission.ADMINISTER)
    public void approve(Actor actor, PublicId requestId) {
        Open open = held(requestId);
        if (open.askedBy() == actor.accountId()) {
            throw new RuleViolation("card.key-own-request");
        }
        long keyId = open.keyId() == null ? make(KeyState.READY, open) : changed(open);
        sql.update(
                "UPDATE card_key_act SET approved = 1, key_id = ?, decided_by = ?, decider = ?, decided_at = ? WHERE id = ?",
                keyId,
                actor.accountId(),
                actor.name(),
                clock.instant(),
                open.id());
        tell(actor, "card.key-approved", keys.held(keyId).orElseThrow().publicId(), open.act());
    }

    /** By another, or by whoever asked and thought better of it. */
    @Requires(Permission.ADMINISTER)
    public void decline(Actor actor, PublicId requestId) {
        Open open = held(requestId);
        sql.update(
                "UPDATE card_key_act SET approved = 0, decided_by = ?, decider = ?, decided_at = ? WHERE id = ?",
                actor.accountId(),
                actor.name(),
                clock.instant(),
                open.id());
        PublicId key = open.keyId() == null
                ? requestId
                : keys.held(open.keyId()).orElseThrow().publicId();
        tell(actor, "card.key-declined", key, open.act());
    }

    private Open held(PublicId requestId) {
        return sql.first(
                        "SELECT id, key_id, act, active_from, asked_by, approved FROM card_key_act WHERE public_id = ? FOR"
                                + " UPDATE",
                        row -> row.getString("approved") == null
                                ? Optional.of(new Open(
                                        row.getLong(1),
                                        row.getObject(2, Long.class),
                                        KeyAct.valueOf(row.getString(3)),
                                        Sql.instant(row, "active_from"),
                                        row.getLong(5)))
                                : Optional.<Open>empty(),
                        requestId)
                .orElseThrow(NotFound::new)
                .orElseThrow(() -> new RuleViolation("card.key-decided-already"));
    }

    private long changed(Open open) {
        StoredKey key = keys.held(Objects.requireNonNull(open.keyId())).orElseThrow();
        requireFits(key, open.act());
        Instant now = clock.instant();
        switch (open.act()) {
            case ACTIVATE ->
                sql.update(
                        "UPDATE card_key SET state = 'ACTIVE', active_from = ? WHERE id = ?",
                        open.from() == null || open.from().isBefore(now) ? now : open.from(),
                        key.id());
            case RETIRE -> sql.update("UPDATE card_key SET state = 'RETIRED' WHERE id = ?", key.id());
            case COMPROMISE -> giveUp(key, open);
            case CREATE -> throw new IllegalStateException("a key is made once");
        }
        return key.id();
    }

    /** From here on nothing that it signed is believed; where no other key signs, a new one does from now on. */
    private void giveUp(StoredKey key, Open open) {
        if (isTheOnlyOne(key)) {
            make(KeyState.ACTIVE, open);
        }
        long current = counts().getOrDefault(key.kid(), Counts.NONE).current();
        sql.update("UPDATE card_key SET state = 'COMPROMISED', to_reissue = ? WHERE id = ?", current, key.id());
        jobs.enqueue(ReissueJob.NAME, String.valueOf(key.id()));
    }

    private long make(KeyState state, Open open) {
        String alias = ALIAS + open.id();
        SigningPair pair = pairs.make(alias);
        keys.add(pairs.place(), alias, pair.publicKey(), state, clock.instant());
        return sql.first(
                        "SELECT id FROM card_key WHERE place = ? AND alias = ?",
                        row -> row.getLong(1),
                        pairs.place().name(),
                        alias)
                .orElseThrow(() -> new IllegalStateException("the new key has the name of another: ask for it again"));
    }

    private void requireFits(StoredKey key, KeyAct act) {
        if (!act.fits(key.state())) {
            throw new RuleViolation("card.key-not-so");
        }
        if (act == KeyAct.RETIRE && isTheOnlyOne(key)) {
            throw new RuleViolation("card.key-last");
        }
    }

    private boolean isTheOnlyOne(StoredKey key) {
        return keys.signing().stream().allMatch(other -> other.id() == key.id());
    }

    private static KeyRequest request(Actor actor, ResultSet row) throws SQLException {
        byte[] kid = row.getBytes("kid");
        return new KeyRequest(
                Sql.publicId(row, "public_id"),
                kid == null ? "" : KeyId.ofBytes(kid).text(),
                KeyAct.valueOf(row.getString("act")),
                Sql.instant(row, "active_from"),
                row.getString("reason"),
                row.getString("asker"),
                Objects.requireNonNull(Sql.instant(row, "asked_at")),
                row.getLong("asked_by") == actor.accountId(),
                Objects.requireNonNullElse(row.getString("decider"), ""),
                Sql.instant(row, "decided_at"),
                row.getBoolean("approved"));
    }

    private void tell(Actor actor, String action, PublicId key, KeyAct act) {
        trail.fire(new KeyChanged(actor.accountId(), action, key, Map.of("act", act.name())));
    }
}
