package vn.khanhhoa.thecovid.audit.chain;

import java.util.Locale;

/** The first thing that does not hold in a chain. */
public record ChainFault(Kind kind, long sealNumber, long recordId) {
    public enum Kind {
        /** The record is not what was sealed. */
        RECORD_CHANGED,
        /** The seal is there, the record is not. */
        RECORD_GONE,
        /** A number is left out between two seals. */
        SEAL_GONE,
        /** A record that should have been sealed long ago is not. */
        RECORD_UNSEALED,
        /** The checkpoint does not say what the chain says there, or lies beyond its end. */
        CHECKPOINT_DIFFERS,
        CHECKPOINT_FORGED,
        /** Signed by a key that is not known here. */
        CHECKPOINT_KEY_UNKNOWN;

        public String key() {
            return "audit.fault." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
