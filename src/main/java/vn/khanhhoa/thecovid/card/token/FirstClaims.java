package vn.khanhhoa.thecovid.card.token;

import java.time.Instant;
import java.util.List;

/** What cards with the prefix {@code KH1:} said; they are read until the last of them is over, and no more are made. */
record FirstClaims(
        byte[] id,
        Instant issuedAt,
        Instant notBefore,
        Instant expiresAt,
        String cardNumber,
        String name,
        int birthYear,
        String idTail,
        List<String> activities,
        String workplace) {
    FirstClaims {
        activities = List.copyOf(activities);
        CardClaims.require(CardClaims.inSeconds(issuedAt), "times are whole seconds");
        CardClaims.require(workplace.equals(CardClaims.shorten(workplace)), "workplace too long, or not in NFC");
    }

    /** What of it still counts. */
    CardClaims claims() {
        return new CardClaims(
                CardKind.WORK,
                cardNumber,
                CardClaims.NO_PLACE,
                notBefore,
                expiresAt,
                name,
                birthYear,
                idTail,
                activities,
                List.of());
    }
}
