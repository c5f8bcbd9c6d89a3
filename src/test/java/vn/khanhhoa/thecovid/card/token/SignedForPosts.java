package vn.khanhhoa.thecovid.card.token;

import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SortedMap;

/** What a portal signs for posts, by a key of its own, as of whatever moment a test wants. */
public final class SignedForPosts {
    private static final String HERE = "http://127.0.0.1/api/v1/status-list";
    private static final Duration GOOD_FOR = Duration.ofHours(48);
    private static final String ISSUER = "KH";

    private final TrustedKey key;
    private final TokenSigner signer;
    private List<TrustedKey> trusted;
    private List<KeyId> withdrawn = List.of();

    public SignedForPosts() {
        KeyPair pair = Tokens.keyPair("secp256r1");
        key = TrustedKey.of((ECPublicKey) pair.getPublic());
        signer = new TokenSigner(ISSUER, key.id(), MessageSigner.with((ECPrivateKey) pair.getPrivate()));
        trusted = List.of(key);
    }

    /** Another portal, or this one after its keys changed. */
    public SignedForPosts trusting(SignedForPosts other) {
        trusted = List.of(key, other.key);
        return this;
    }

    public SignedForPosts withdrawing(SignedForPosts other) {
        withdrawn = List.of(other.key.id());
        return this;
    }

    public byte[] trust(Instant madeAt) {
        return new TrustBundle(ISSUER, seconds(madeAt), seconds(madeAt).plus(Duration.ofDays(7)), trusted, withdrawn)
                .signed(signer);
    }

    public byte[] list(StatusList list, Instant madeAt) {
        return list.signed(signer, frame(madeAt));
    }

    public byte[] changes(StatusList list, SortedMap<Long, CardStatus> changed, Instant since, Instant madeAt) {
        return list.changes(signer, frame(madeAt), seconds(since), changed);
    }

    /** @param json what the sheet says */
    public byte[] sheet(String json, Instant madeAt) {
        CborWriter out = new CborWriter().map(4);
        out.integer(1).text(ISSUER);
        out.integer(4).integer(seconds(madeAt).plus(GOOD_FOR).getEpochSecond());
        out.integer(6).integer(seconds(madeAt).getEpochSecond());
        out.integer(-65540).text(json);
        return signer.document("application/vnd.thecovid.post-sheet+cwt", out.toBytes());
    }

    /** The code of a card that is valid a week around that moment. */
    public String code(String name, String number, long place, Instant around, List<String> activities) {
        return signer.sign(new CardClaims(
                CardKind.WORK,
                number,
                place,
                seconds(around.minus(Duration.ofDays(7))),
                seconds(around.plus(Duration.ofDays(7))),
                name,
                1987,
                "0678",
                activities,
                List.of("22327", "22366")));
    }

    private static StatusList.Frame frame(Instant madeAt) {
        return new StatusList.Frame(
                ISSUER, HERE, seconds(madeAt), seconds(madeAt).plus(GOOD_FOR), 300);
    }

    private static Instant seconds(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS);
    }
}
