package vn.khanhhoa.thecovid.notification;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.notification.carrier.Carrier;
import vn.khanhhoa.thecovid.notification.carrier.Handover;
import vn.khanhhoa.thecovid.platform.Incident;
import vn.khanhhoa.thecovid.platform.jobs.Turn;

/**
 * Carries what is due on one channel, some at a time. What the other side answered is worth more than time: where the
 * database does not take it, it is told to it again for two minutes.
 */
final class Postman {
    private static final Logger LOG = Logger.getLogger(Postman.class.getName());
    private static final int TELLINGS = 25;

    private final Channel channel;
    private final Carrier carrier;
    private final Dispatch dispatch;
    private final Duration pause;

    /** @param pause before an answer that the database did not take is told to it again */
    Postman(Channel channel, Carrier carrier, Dispatch dispatch, Duration pause) {
        this.channel = channel;
        this.carrier = carrier;
        this.dispatch = dispatch;
        this.pause = pause;
    }

    /** Until nothing is due, the channel is closed, or its turn is over. */
    void deliver() {
        dispatch.giveUpUnanswered(Actor.PORTAL, channel, carrier.isKeyed());
        Turn.of(this::some);
    }

    /** Says whether more may be due. */
    private boolean some() {
        List<Long> due = dispatch.due(Actor.PORTAL, channel);
        int settled = 0;
        for (int from = 0; from < due.size(); from += carrier.abreast()) {
            List<Handover> outcomes = carry(due.subList(from, Math.min(due.size(), from + carrier.abreast())));
            if (outcomes.stream().anyMatch(Postman::isTrouble)) {
                return false;
            }
            settled += outcomes.size();
        }
        return settled > 0;
    }

    private static boolean isTrouble(Handover outcome) {
        return outcome instanceof Handover.Closed || outcome instanceof Handover.Unknown;
    }

    private List<Handover> carry(List<Long> ids) {
        Map<Dispatch.Claim, CompletableFuture<Handover>> onTheirWay = new LinkedHashMap<>();
        for (long id : ids) {
            try {
                dispatch.claim(Actor.PORTAL, id)
                        .ifPresent(claim -> onTheirWay.put(claim, carrier.carry(claim.message())));
            } catch (RuntimeException fault) {
                // What was handed over beside it is to be settled all the same.
                Incident.log(LOG, Level.SEVERE, fault);
            }
        }
        List<Handover> outcomes = new ArrayList<>();
        onTheirWay.forEach((claim, answer) -> {
            try {
                Handover outcome = answer.join();
                settle(claim, outcome);
                outcomes.add(outcome);
            } catch (RuntimeException fault) {
                // It stays claimed, and is said to be of unknown fate when its time is over.
                Incident.log(LOG, Level.SEVERE, fault);
            }
        });
        return outcomes;
    }

    private void settle(Dispatch.Claim claim, Handover outcome) {
        for (int telling = 1; ; telling++) {
            try {
                dispatch.settle(Actor.PORTAL, channel, claim, outcome, carrier.isKeyed());
                return;
            } catch (RuntimeException fault) {
                if (telling == TELLINGS) {
                    throw fault;
                }
                LOG.log(
                        Level.WARNING,
                        "what became of message {0} is not stored yet",
                        claim.message().id());
                pause(fault);
            }
        }
    }

    private void pause(RuntimeException fault) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw fault;
        }
    }
}
