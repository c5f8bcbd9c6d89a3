package vn.khanhhoa.thecovid.card.token;

import java.util.Arrays;
import java.util.Optional;

/**
 * How a card stands, in the four bits of a {@link StatusList}: the first three as the IETF names them, the others of what it leaves
 * to applications. That a card is suspended never says why; a person held for the sake of health looks like any other.
 */
public enum CardStatus {
    /** Valid, the level of its holder not known. */
    VALID(0x00),
    /** Revoked, replaced, or never issued. */
    INVALID(0x01),
    SUSPENDED(0x02),
    VALID_GREEN(0x0C),
    VALID_YELLOW(0x0D),
    VALID_RED(0x0E);

    private final int bits;

    CardStatus(int bits) {
        this.bits = bits;
    }

    int bits() {
        return bits;
    }

    /** Of a valid card whose holder's level is known. */
    public Optional<String> level() {
        return switch (this) {
            case VALID_GREEN -> Optional.of("GREEN");
            case VALID_YELLOW -> Optional.of("YELLOW");
            case VALID_RED -> Optional.of("RED");
            default -> Optional.empty();
        };
    }

    static CardStatus of(int bits) {
        return Arrays.stream(values())
                .filter(status -> status.bits == bits)
                .findFirst()
                .orElse(INVALID);
    }
}
