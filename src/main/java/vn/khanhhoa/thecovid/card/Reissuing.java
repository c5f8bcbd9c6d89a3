package vn.khanhhoa.thecovid.card;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.Texts;

/** The steps of {@link ReissueJob}, a transaction each. A card that has its new code is no longer one of the key's. */
@ApplicationScoped
@Transactional
class Reissuing {
    private static final String LEFT =
            "kid = (SELECT kid FROM card_key WHERE id = ?) AND state IN ('VALID', 'SUSPENDED') AND valid_to >= ?";

    @Inject
    private Cards cards;

    @Inject
    private CardIssuing issuing;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /** Says whether more may follow. Cards that somebody else is changing are left for later. */
    boolean step(long keyId, int most) {
        List<CardView> old =
                cards.find(LEFT + " LIMIT " + most + " FOR UPDATE SKIP LOCKED", keyId, LocalDate.now(clock));
        if (!old.isEmpty()) {
            issuing.replace(old, Texts.get(Texts.VIETNAMESE, "card.reason.key"), "card.reissued-key", 0);
        }
        return old.size() == most;
    }

    boolean isLeft(long keyId) {
        return cards.count(LEFT, keyId, LocalDate.now(clock)) > 0;
    }
}
