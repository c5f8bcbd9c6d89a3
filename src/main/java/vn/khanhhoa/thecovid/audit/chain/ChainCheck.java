package vn.khanhhoa.thecovid.audit.chain;

import java.security.PublicKey;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Follows a chain from a seal that is believed and stops at the first fault. Checkpoints are told before the links that
 * they lie among, in their order; those left over when the links end lie beyond the chain.
 */
public final class ChainCheck {
    private final Map<String, PublicKey> keys;
    private final Deque<Checkpoint> ahead = new ArrayDeque<>();
    private Seal last;
    private @Nullable ChainFault fault;
    private int checkpoints;

    public ChainCheck(Seal believed, Map<String, PublicKey> keys, List<Checkpoint> checkpoints) {
        this.last = believed;
        this.keys = Map.copyOf(keys);
        this.ahead.addAll(checkpoints);
    }

    /**
     * @param record what the seal covers; null where it is gone
     * @return whether all holds so far
     */
    public boolean follow(long sealNumber, byte[] hash, long recordId, @Nullable TrailRecord record) {
        if (fault != null) {
            return false;
        }
        if (sealNumber != last.number() + 1) {
            return fails(ChainFault.Kind.SEAL_GONE, last.number() + 1, 0);
        }
        if (record == null) {
            return fails(ChainFault.Kind.RECORD_GONE, sealNumber, recordId);
        }
        Seal next = last.next(record);
        if (!next.hasHash(hash)) {
            return fails(ChainFault.Kind.RECORD_CHANGED, sealNumber, recordId);
        }
        last = next;
        return passesCheckpoint();
    }

    private boolean passesCheckpoint() {
        Checkpoint checkpoint = ahead.peek();
        if (checkpoint == null || checkpoint.seal().number() > last.number()) {
            return true;
        }
        ahead.remove();
        if (!last.hasHash(checkpoint.seal().hash())) {
            return fails(ChainFault.Kind.CHECKPOINT_DIFFERS, last.number(), 0);
        }
        PublicKey key = keys.get(checkpoint.keyId());
        if (key == null) {
            return fails(ChainFault.Kind.CHECKPOINT_KEY_UNKNOWN, last.number(), 0);
        }
        if (!checkpoint.isSignedBy(key)) {
            return fails(ChainFault.Kind.CHECKPOINT_FORGED, last.number(), 0);
        }
        checkpoints++;
        return true;
    }

    /** No more links. */
    public Optional<ChainFault> end() {
        Checkpoint beyond = ahead.peek();
        if (fault == null && beyond != null) {
            fails(ChainFault.Kind.CHECKPOINT_DIFFERS, beyond.seal().number(), 0);
        }
        return Optional.ofNullable(fault);
    }

    private boolean fails(ChainFault.Kind kind, long sealNumber, long recordId) {
        fault = new ChainFault(kind, sealNumber, recordId);
        return false;
    }

    /** As far as all holds. */
    public Seal last() {
        return last;
    }

    public int checkpoints() {
        return checkpoints;
    }
}
