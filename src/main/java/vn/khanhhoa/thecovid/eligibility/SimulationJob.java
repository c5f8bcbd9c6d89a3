package vn.khanhhoa.thecovid.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.khanhhoa.thecovid.platform.jobs.Job;
import vn.khanhhoa.thecovid.platform.jobs.Jobs;
import vn.khanhhoa.thecovid.platform.jobs.Turn;

/** Walks through everybody for a simulation. */
@ApplicationScoped
class SimulationJob implements Job {
    static final String NAME = "eligibility.simulation";

    @Inject
    private SimulationSteps steps;

    @Inject
    private Jobs jobs;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String argument) {
        long id = Long.parseLong(argument);
        // What is in force is looked up once a turn: it takes some hundred questions.
        steps.plan(id).ifPresent(plan -> {
            if (Turn.of(() -> steps.step(id, plan))) {
                jobs.enqueue(NAME, argument);
            }
        });
    }

    @Override
    public void givenUp(String argument, String incident) {
        steps.stop(Long.parseLong(argument), incident);
    }

    @Override
    public void wantedAgain(String argument) {
        steps.goOn(Long.parseLong(argument));
    }
}
