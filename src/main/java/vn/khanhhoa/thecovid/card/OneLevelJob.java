package vn.khanhhoa.thecovid.card;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.khanhhoa.thecovid.platform.jobs.Job;
import vn.khanhhoa.thecovid.platform.jobs.Turn;

/** Assesses one card that could not be assessed with others, so that it holds nobody up and is seen where it fails for good. */
@ApplicationScoped
class OneLevelJob implements Job {
    static final String NAME = "card.level";

    @Inject
    private LevelSteps levels;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String cardId) {
        Turn.of(() -> levels.assessOne(Long.parseLong(cardId)));
    }
}
