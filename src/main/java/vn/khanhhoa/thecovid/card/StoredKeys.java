package vn.khanhhoa.thecovid.card;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.card.token.KeyId;
import vn.khanhhoa.thecovid.card.token.TrustedKey;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.crypto.SigningPairs.Place;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Keys that sign cards as they are stored: all but their private halves. */
@ApplicationScoped
class StoredKeys {
    record StoredKey(
            long id,
            PublicId publicId,
            KeyId kid,
            Place place,
            String alias,
            ECPublicKey publicKey,
            KeyState state,
            @Nullable Instant activeFrom,
            Instant createdAt,
            int toReissue) {
        TrustedKey trusted() {
            return new TrustedKey(kid, publicKey);
        }

        boolean signs(Instant now) {
            return state == KeyState.ACTIVE && activeFrom != null && !activeFrom.isAfter(now);
        }
    }

    /** The one that signs comes first of those that do. */
    private static final String ORDER = " ORDER BY active_from DESC, id DESC";

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    List<StoredKey> all() {
        return sql.list("SELECT * FROM card_key" + ORDER, this::key);
    }

    /** As they are for everybody else by now, whatever the running transaction has seen before. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    List<StoredKey> committed() {
        return all();
    }

    /** Those that sign now, held as they are until the transaction ends: none becomes known to others meanwhile. */
    List<StoredKey> signing() {
        return sql.list(
                "SELECT * FROM card_key WHERE state = 'ACTIVE' AND active_from <= ?" + ORDER + " LOCK IN SHARE MODE",
                this::key,
                clock.instant());
    }

    Optional<StoredKey> held(long id) {
        return sql.first("SELECT * FROM card_key WHERE id = ? FOR UPDATE", this::key, id);
    }

    Optional<StoredKey> find(PublicId id) {
        return sql.first("SELECT * FROM card_key WHERE public_id = ?", this::key, id);
    }

    /** A key that is there already stays as it is. */
    void add(Place place, String alias, ECPublicKey publicKey, KeyState state, Instant madeAt) {
        sql.update(
                "INSERT IGNORE INTO card_key (id, public_id, kid, place, alias, public_key, state, active_from, created_at)"
                        + " VALUES (NEXT VALUE FOR card_key_seq, ?, ?, ?, ?, ?, ?, ?, ?)",
                PublicId.random(),
                TrustedKey.of(publicKey).id().bytes(),
                place.name(),
                alias,
                publicKey.getEncoded(),
                state.name(),
                state == KeyState.ACTIVE ? madeAt : null,
                madeAt);
    }

    /** Outside of the running transaction: a key that signs must not roll back. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void adopt(String alias, ECPublicKey publicKey, Instant madeAt) {
        add(Place.FILE, alias, publicKey, KeyState.ACTIVE, madeAt);
    }

    private StoredKey key(ResultSet row) throws SQLException {
        return new StoredKey(
                row.getLong("id"),
                Sql.publicId(row, "public_id"),
                KeyId.ofBytes(row.getBytes("kid")),
                Place.valueOf(row.getString("place")),
                row.getString("alias"),
                publicKey(row.getBytes("public_key")),
                KeyState.valueOf(row.getString("state")),
                Sql.instant(row, "active_from"),
                Objects.requireNonNull(Sql.instant(row, "created_at")),
                row.getInt("to_reissue"));
    }

    private static ECPublicKey publicKey(byte[] encoded) {
        try {
            return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException damaged) {
            throw new IllegalStateException("a stored public key cannot be read", damaged);
        }
    }
}
