package vn.khanhhoa.thecovid.operation;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.platform.jobs.FailedJob;
import vn.khanhhoa.thecovid.platform.jobs.FailedJobs;
import vn.khanhhoa.thecovid.platform.jobs.FailingJob;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.PublicId;

/** The administrator's view of jobs that do not end well. */
@UseCase
public class BackgroundWork {
    private record RunAgain(long actorId, PublicId work, String job) implements AuditedEvent {
        @Override
        public String action() {
            return "operation.job-run-again";
        }

        @Override
        public String subjectKind() {
            return "job";
        }

        @Override
        public String subjectId() {
            return work.toString();
        }

        @Override
        public Map<String, String> details() {
            return Map.of("job", job);
        }
    }

    @Inject
    private FailedJobs jobs;

    @Inject
    private Event<AuditedEvent> trail;

    /** What was given up, the newest first. */
    @Requires(Permission.ADMINISTER)
    public List<FailedJob> failed(Actor actor) {
        return jobs.all();
    }

    /** What failed and is tried again by itself. */
    @Requires(Permission.ADMINISTER)
    public List<FailingJob> failing(Actor actor) {
        return jobs.failing();
    }

    /** Returns the kind of work. */
    @Requires(Permission.ADMINISTER)
    public String runAgain(Actor actor, PublicId id) {
        String job = jobs.runAgain(id);
        trail.fire(new RunAgain(actor.accountId(), id, job));
        return job;
    }
}
