package vn.khanhhoa.thecovid.citizen;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.khanhhoa.thecovid.platform.jobs.Job;
import vn.khanhhoa.thecovid.platform.jobs.Turn;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Sends the code of one proof. */
@ApplicationScoped
class ProofJob implements Job {
    static final String NAME = "citizen.proof";

    @Inject
    private ProofSteps steps;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String argument) {
        Turn.of(() -> {
            PublicId.parse(argument).ifPresent(steps::send);
            return false;
        });
    }
}
