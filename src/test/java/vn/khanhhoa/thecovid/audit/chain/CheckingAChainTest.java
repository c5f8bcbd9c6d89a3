package vn.khanhhoa.thecovid.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CheckingAChainTest {
    private static final Instant NOON = Instant.parse("2021-10-01T05:00:00.123456Z");

    private record Link(
            long number,
            byte[] hash,
            long recordId,
            @Nullable TrailRecord record) {}

    private final KeyPair key = keyPair();
    private final List<Link> links = new ArrayList<>();
    private final List<Checkpoint> checkpoints = new ArrayList<>();

    @BeforeEach
    void five_records_with_checkpoints_after_the_third_and_the_last() {
        Seal last = Seal.start();
        for (int i = 1; i <= 5; i++) {
            TrailRecord record = record(100 + i, "card.revoked");
            last = last.next(record);
            links.add(new Link(last.number(), last.hash(), record.id(), record));
            if (i == 3 || i == 5) {
                checkpoints.add(Checkpoint.sign(last, NOON, KeyNames.of(key.getPublic()), key.getPrivate()));
            }
        }
    }

    @Test
    void holds_as_it_was_sealed() {
        assertThat(fault(known())).isEmpty();
    }

    @Test
    void names_the_first_record_that_was_changed() {
        links.set(1, new Link(2, links.get(1).hash(), 102, record(102, "card.issued")));
        links.set(3, new Link(4, links.get(3).hash(), 104, record(104, "card.issued")));

        assertThat(fault(known())).contains(new ChainFault(ChainFault.Kind.RECORD_CHANGED, 2, 102));
    }

    @Test
    void misses_a_record_that_is_gone() {
        links.set(2, new Link(3, links.get(2).hash(), 103, null));

        assertThat(fault(known())).contains(new ChainFault(ChainFault.Kind.RECORD_GONE, 3, 103));
    }

    @Test
    void misses_a_seal_that_is_gone() {
        links.remove(1);

        assertThat(fault(known())).contains(new ChainFault(ChainFault.Kind.SEAL_GONE, 2, 0));
    }

    @Test
    void notices_that_the_end_was_cut_off() {
        links.remove(4);

        assertThat(fault(known())).contains(new ChainFault(ChainFault.Kind.CHECKPOINT_DIFFERS, 5, 0));
    }

    @Test
    void notices_a_chain_that_was_rewritten_from_a_changed_record_on() {
        Seal last = Seal.start();
        for (int i = 0; i < 5; i++) {
            TrailRecord record = record(101 + i, i == 0 ? "card.issued" : "card.revoked");
            last = last.next(record);
            links.set(i, new Link(last.number(), last.hash(), record.id(), record));
        }

        assertThat(fault(known())).contains(new ChainFault(ChainFault.Kind.CHECKPOINT_DIFFERS, 3, 0));
    }

    @Test
    void refuses_a_checkpoint_that_another_key_signed() {
        Checkpoint genuine = checkpoints.get(0);
        checkpoints.set(
                0,
                Checkpoint.sign(
                        genuine.seal(),
                        NOON,
                        KeyNames.of(key.getPublic()),
                        keyPair().getPrivate()));

        assertThat(fault(known())).contains(new ChainFault(ChainFault.Kind.CHECKPOINT_FORGED, 3, 0));
    }

    @Test
    void refuses_a_checkpoint_of_a_key_that_is_not_known() {
        assertThat(fault(Map.of())).contains(new ChainFault(ChainFault.Kind.CHECKPOINT_KEY_UNKNOWN, 3, 0));
    }

    @Test
    void texts_that_only_together_are_the_same_make_different_seals() {
        TrailRecord one = new TrailRecord(1, NOON, 7, "card.issued", "cards", "", "");
        TrailRecord other = new TrailRecord(1, NOON, 7, "card.issuedc", "ards", "", "");

        assertThat(Seal.start().next(one).hash())
                .isNotEqualTo(Seal.start().next(other).hash());
    }

    private Optional<ChainFault> fault(Map<String, PublicKey> keys) {
        ChainCheck check = new ChainCheck(Seal.start(), keys, checkpoints);
        boolean holds = true;
        for (Link link : links) {
            holds = holds && check.follow(link.number(), link.hash(), link.recordId(), link.record());
        }
        return check.end();
    }

    private Map<String, PublicKey> known() {
        return Map.of(KeyNames.of(key.getPublic()), key.getPublic());
    }

    private static TrailRecord record(long id, String action) {
        return new TrailRecord(id, NOON.plusSeconds(id), 42, action, "card", "a" + id, "{}");
    }

    private static KeyPair keyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
